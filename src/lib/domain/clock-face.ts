// What the kiosk reads off its clock: by offsets that the server has worked out, since a tablet's browser
// may have no Temporal, and making its own Intl format takes an old one a tenth of a second at the start.
// Moments are milliseconds UTC by the kiosk's own clock, which may be wrong: nothing is lost by it.
import type { CheckInMoment } from './check-in';
import type { SchoolTimetable } from './school';
import { definiteTimes, isSchoolDay } from './school-day';
import type { TalkWhen } from './talk-request';

export type LandscapeHour = 'dawn' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/** How far the school's clock is ahead of UTC, from a moment on. */
export interface UtcOffset {
	/** Milliseconds UTC. */
	from: number;
	minutes: number;
}

/** A timetable that can be compared with a clock without knowing about time zones. */
export interface ClockedTimetable extends SchoolTimetable {
	/** In order of time. */
	utcOffsets: UtcOffset[];
}

const HOME_TIME_MINUTES = 60;
const MINUTE_MS = 60_000;

/** With no offsets, the tablet's own: it stands in the school, and nearly always shows its time. */
function offsetMinutes(at: number, utcOffsets: readonly UtcOffset[]): number {
	const inForce = utcOffsets.findLast(({ from }) => from <= at) ?? utcOffsets[0];
	return inForce?.minutes ?? -new Date(at).getTimezoneOffset();
}

function readFace(at: number, utcOffsets: readonly UtcOffset[]): { date: string; minutes: number } {
	const face = new Date(at + offsetMinutes(at, utcOffsets) * MINUTE_MS);
	return {
		date: face.toISOString().slice(0, 10),
		minutes: face.getUTCHours() * 60 + face.getUTCMinutes()
	};
}

/** Minutes of the day, 0 to 1439. */
export const minutesOfDay = (at: number, utcOffsets: readonly UtcOffset[]): number =>
	readFace(at, utcOffsets).minutes;

/** Monday is 1. */
export const isoWeekday = (at: number, utcOffsets: readonly UtcOffset[]): number =>
	new Date(readFace(at, utcOffsets).date).getUTCDay() || 7;

/** True inside the school's open hours on a school day; otherwise nobody may be reading. */
export function schoolLooksOpen(at: number, timetable: ClockedTimetable): boolean {
	const { date, minutes } = readFace(at, timetable.utcOffsets);
	return (
		isSchoolDay(date, timetable) &&
		minutes >= timetable.opensMinutes &&
		minutes < timetable.closesMinutes
	);
}

/**
 * `arrival` in the arrival window, `home-time` from an hour before the children leave until the
 * school closes (a late queue still says goodbye), `during` otherwise.
 */
export function momentOfDay(at: number, timetable: ClockedTimetable): CheckInMoment {
	const minutes = minutesOfDay(at, timetable.utcOffsets);
	const { arrival, homeMinutes, closesMinutes } = timetable;
	if (minutes >= arrival.fromMinutes && minutes < arrival.toMinutes) return 'arrival';
	const lastMinutes = Math.max(homeMinutes, closesMinutes);
	if (minutes >= homeMinutes - HOME_TIME_MINUTES && minutes < lastMinutes) return 'home-time';
	return 'during';
}

/** From which hour of the day on there is which light; night again from 20. */
const LIGHTS: readonly [fromHour: number, light: LandscapeHour][] = [
	[0, 'night'],
	[5, 'dawn'],
	[8, 'morning'],
	[11, 'midday'],
	[14, 'afternoon'],
	[16, 'evening'],
	[20, 'night']
];

/** The light of the landscape. */
export function hourOfLandscape(at: number, utcOffsets: readonly UtcOffset[]): LandscapeHour {
	const hour = minutesOfDay(at, utcOffsets) / 60;
	return LIGHTS.findLast(([fromHour]) => fromHour <= hour)?.[1] ?? 'night';
}

/** Three months each; winter from December. */
export function seasonOfLandscape(at: number, utcOffsets: readonly UtcOffset[]): Season {
	const month = Number(readFace(at, utcOffsets).date.slice(5, 7));
	if (month < 3 || month === 12) return 'winter';
	if (month < 6) return 'spring';
	return month < 9 ? 'summer' : 'autumn';
}

/** The time that one tap takes: the next definite one; `whenever` only when none is left today. */
export function suggestedWhen(at: number, timetable: ClockedTimetable): TalkWhen {
	return definiteLeft(at, timetable)[0] ?? 'whenever';
}

/** The times to offer: the definite ones left today, the next first, then `now` and `whenever`. */
export function whensLeft(at: number, timetable: ClockedTimetable): TalkWhen[] {
	return [...definiteLeft(at, timetable), 'now', 'whenever'];
}

function definiteLeft(at: number, timetable: ClockedTimetable): TalkWhen[] {
	const { date, minutes } = readFace(at, timetable.utcOffsets);
	if (!isSchoolDay(date, timetable)) return [];
	const left = definiteTimes(timetable).filter((time) => time.startsMinutes > minutes);
	return [...new Set(left.map((time) => time.when))];
}
