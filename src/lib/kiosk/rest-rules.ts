// How a kiosk rests, by its place and its clock. `directory` is `null` until the tablet has read it.
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import {
	hourOfLandscape,
	momentOfDay,
	seasonOfLandscape,
	type LandscapeHour,
	type Season
} from '$lib/domain/clock-face';
import { classesWithPupils, pupilsOfClass } from './offered-adults';
import { shuffled } from './shuffled';

const PICTURES_TO_HIDE_AMONG = 8;

export interface Outside {
	hour: LandscapeHour;
	season: Season;
}

/** What the landscape looks like. */
export function lightOutside(directory: Directory | null, now: number): Outside {
	const utcOffsets = directory?.school.timetable.utcOffsets ?? [];
	return { hour: hourOfLandscape(now, utcOffsets), season: seasonOfLandscape(now, utcOffsets) };
}

export function isArrival(directory: Directory | null, now: number): boolean {
	return directory !== null && momentOfDay(now, directory.school.timetable) === 'arrival';
}

/** There, whoever comes may be calm without saying who they are. */
export const isCwtch = (directory: Directory | null): boolean => directory?.kiosk.place === 'cwtch';

/** A class kiosk rests on the faces themselves while the children arrive; names show nowhere else. */
export function restScreen(directory: Directory | null, now: number): 'rest' | 'who' {
	const isClassKiosk = directory?.kiosk.place === 'class' && directory.kiosk.classId !== null;
	return isClassKiosk && isArrival(directory, now) ? 'who' : 'rest';
}

/** The class that needs no choosing; `undefined` where there are several, `null` where there is none. */
export function onlyClassId(directory: Directory | null): string | null | undefined {
	if (!directory) return undefined;
	if (directory.kiosk.classId) return directory.kiosk.classId;
	const classes = classesWithPupils(directory);
	if (classes.length === 0) return null;
	const hasOthers = pupilsOfClass(directory, null).length > 0;
	return classes.length === 1 && !hasOthers ? classes[0]?.id : undefined;
}

/** The child's picture among others of the school: alone it would say who is there. */
export function picturesToHideAmong(
	directory: Directory | null,
	pupil: DirectoryPupil | null
): string[] {
	if (!directory || !pupil) return [];
	const pictures = new Set(directory.pupils.map(({ picture }) => picture));
	pictures.delete(pupil.picture);
	const others = shuffled([...pictures]).slice(0, PICTURES_TO_HIDE_AMONG - 1);
	return shuffled([pupil.picture, ...others]);
}
