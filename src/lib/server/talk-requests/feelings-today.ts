// How the children felt today whose feelings this member of staff may see: by class and name, never by
// feeling, and nothing of another day.
import { RATHER_NOT_SAY } from '$lib/content/cards';
import type { FeelingDetails, FeelingSize } from '$lib/domain/check-in';
import { midnightBefore } from '$lib/domain/school-time';
import { feelingReaders } from '$lib/domain/visibility';
import { ownWordOf } from '../cards/own-words';
import { feelingsSince, type SaidFeeling } from '../database/feelings';
import type { FeelingWord } from '../database/feeling-words';
import { childrenOf } from '../database/inbox';
import { loadPeople, peopleAround, type PeopleOfSchool } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { nameOf } from './say-request';

export interface ChildFeeling {
	pupilId: string;
	name: string;
	picture: string;
	feeling: string;
	details: FeelingDetails;
	ownWord: Pick<FeelingWord, 'en' | 'cy' | 'stone'> | null;
}

export interface ClassFeelings {
	/** `null` for children without a class, who come last. */
	className: string | null;
	emblem: string | null;
	children: ChildFeeling[];
}

/** @param now milliseconds UTC */
export async function loadFeelings(
	{ db, config }: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<ClassFeelings[]> {
	const { schoolId } = viewer;
	const { timetable } = await loadSchoolRules(db, schoolId, config);
	const said = await feelingsSince(db, schoolId, midnightBefore(now, timetable));
	const pupilIds = said.map(({ pupilId }) => pupilId);
	const people = await loadPeople(db, schoolId, { pupilIds, kioskIds: [] });
	const latest = new Map<string, SaidFeeling>();
	for (const one of said) {
		if (!latest.has(one.pupilId) && mayRead(viewer, one, people, now)) latest.set(one.pupilId, one);
	}
	const told = [...latest.values()].filter(({ feeling }) => feeling !== RATHER_NOT_SAY);
	const children = await childrenOf(
		db,
		schoolId,
		told.map(({ pupilId }) => pupilId)
	);
	const ownWords = new Map<string, FeelingWord | null>();
	for (const feeling of new Set(told.map((one) => one.feeling))) {
		ownWords.set(feeling, await ownWordOf(db, schoolId, feeling));
	}
	const classes = new Map<string | null, ClassFeelings>();
	for (const one of told) {
		const child = children.get(one.pupilId);
		if (!child) continue;
		const { className, emblem, picture } = child;
		const inClass = classes.get(className) ?? { className, emblem, children: [] };
		classes.set(className, inClass);
		inClass.children.push({
			pupilId: one.pupilId,
			name: nameOf(child),
			picture,
			feeling: one.feeling,
			details: detailsOf(one),
			ownWord: ownWords.get(one.feeling) ?? null
		});
	}
	for (const { children: inClass } of classes.values()) inClass.sort(byName);
	return [...classes.values()].sort(byClass);
}

function mayRead(
	{ staffId, role }: RequestViewer,
	{ pupilId, chosenIds, excludedJson, isTakenBack }: SaidFeeling,
	people: PeopleOfSchool,
	now: number
): boolean {
	// As with the request: whoever had not opened it will never have known.
	if (isTakenBack && role !== 'lead') return false;
	const excludedByChildIds = JSON.parse(excludedJson) as string[];
	const around = peopleAround(people, { pupilId, kioskId: '', excludedByChildIds }, now);
	return feelingReaders(chosenIds, around).includes(staffId);
}

const detailsOf = ({ size, cluesJson }: SaidFeeling): FeelingDetails => ({
	...(size === null ? {} : { size: size as FeelingSize }),
	...(cluesJson === null ? {} : { clues: JSON.parse(cluesJson) as string[] })
});

const byName = (a: ChildFeeling, b: ChildFeeling) =>
	a.name.localeCompare(b.name) || a.pupilId.localeCompare(b.pupilId);

const byClass = (a: ClassFeelings, b: ClassFeelings) =>
	Number(a.className === null) - Number(b.className === null) ||
	(a.className ?? '').localeCompare(b.className ?? '');
