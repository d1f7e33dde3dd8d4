// What the kiosk reads off its clock. With Intl only: a tablet's browser may have no Temporal.
// Moments are milliseconds UTC by the kiosk's own clock, which may be wrong: nothing is lost by it.
import type { CheckInMoment } from './check-in';
import type { SchoolTimetable } from './school';
import { definiteTimes, isSchoolDay } from './school-day';
import type { TalkWhen } from './talk-request';

export type LandscapeHour = 'morning' | 'day' | 'evening' | 'night';

const HOME_TIME_MINUTES = 60;

// Making a format takes milliseconds on a slow tablet; a kiosk knows one time zone.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		calendar: 'iso8601',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit'
	});
	formats.set(timeZone, format);
	return format;
}

function readFace(at: number, timeZone: string): { date: string; minutes: number } {
	const parts = new Map(
		formatOf(timeZone)
			.formatToParts(at)
			.map(({ type, value }) => [type, value])
	);
	return {
		date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
		minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute'))
	};
}

/** Minutes of the day in the time zone, 0 to 1439. Throws RangeError for an unknown zone. */
export const minutesOfDay = (at: number, timeZone: string): number =>
	readFace(at, timeZone).minutes;

/** True inside the school's open hours on a school day; otherwise nobody may be reading. */
export function schoolLooksOpen(at: number, timetable: SchoolTimetable): boolean {
	const { date, minutes } = readFace(at, timetable.timeZone);
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
export function momentOfDay(at: number, timetable: SchoolTimetable): CheckInMoment {
	const minutes = minutesOfDay(at, timetable.timeZone);
	const { arrival, homeMinutes, closesMinutes } = timetable;
	if (minutes >= arrival.fromMinutes && minutes < arrival.toMinutes) return 'arrival';
	const lastMinutes = Math.max(homeMinutes, closesMinutes);
	if (minutes >= homeMinutes - HOME_TIME_MINUTES && minutes < lastMinutes) return 'home-time';
	return 'during';
}

/** Which landscape the Rest screen shows: morning from 5, day from 11, evening from 16, night from 20. */
export function hourOfLandscape(at: number, timeZone: string): LandscapeHour {
	const hour = minutesOfDay(at, timeZone) / 60;
	if (hour < 5 || hour >= 20) return 'night';
	if (hour < 11) return 'morning';
	return hour < 16 ? 'day' : 'evening';
}

/** The time that one tap takes: the next definite one; `whenever` only when none is left today. */
export function suggestedWhen(at: number, timetable: SchoolTimetable): TalkWhen {
	return definiteLeft(at, timetable)[0] ?? 'whenever';
}

/** The times to offer: the definite ones left today, the next first, then `now` and `whenever`. */
export function whensLeft(at: number, timetable: SchoolTimetable): TalkWhen[] {
	return [...definiteLeft(at, timetable), 'now', 'whenever'];
}

function definiteLeft(at: number, timetable: SchoolTimetable): TalkWhen[] {
	const { date, minutes } = readFace(at, timetable.timeZone);
	if (!isSchoolDay(date, timetable)) return [];
	const left = definiteTimes(timetable).filter((time) => time.startsMinutes > minutes);
	return [...new Set(left.map((time) => time.when))];
}
