// A school's day as its timetable says it. No clock and no Temporal: kiosk and server share it.
import type { SchoolTimetable } from './school';
import type { TalkWhen } from './talk-request';

/** How long before the children leave "before home" begins. */
export const BEFORE_HOME_MINUTES = 15;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Longer than any summer holiday. */
const LONGEST_HOLIDAY_MS = 8 * 7 * DAY_MS;

/**
 * True when children come to school on this date (`YYYY-MM-DD`, the school's own).
 *
 * Eight weeks after the last term that the school has entered, weekdays count as school days
 * again: forgotten term dates must not stop every clock for ever.
 */
export function isSchoolDay(date: string, timetable: SchoolTimetable): boolean {
	const isoWeekday = new Date(date).getUTCDay() || 7;
	return (
		timetable.schoolDays.includes(isoWeekday) &&
		!timetable.closedDates.includes(date) &&
		isInTerm(date, timetable)
	);
}

function isInTerm(date: string, { terms }: SchoolTimetable): boolean {
	if (terms.length === 0) return true;
	if (terms.some((term) => term.from <= date && date <= term.to)) return true;
	const lastDayMs = Math.max(...terms.map((term) => Date.parse(term.to)));
	return Date.parse(date) - lastDayMs > LONGEST_HOLIDAY_MS;
}

export interface DefiniteTime {
	when: Extract<TalkWhen, 'break' | 'lunch' | 'before-home'>;
	/** Of the day, in the school's time zone. */
	startsMinutes: number;
}

/** The day's times that a child can be promised, earliest first; `break` twice with two breaks. */
export function definiteTimes(timetable: SchoolTimetable): DefiniteTime[] {
	const { breakMinutes, lunchMinutes, afternoonBreakMinutes, homeMinutes } = timetable;
	const times: DefiniteTime[] = [
		{ when: 'break', startsMinutes: breakMinutes },
		{ when: 'lunch', startsMinutes: lunchMinutes },
		{ when: 'before-home', startsMinutes: homeMinutes - BEFORE_HOME_MINUTES }
	];
	if (afternoonBreakMinutes !== null) {
		times.push({ when: 'break', startsMinutes: afternoonBreakMinutes });
	}
	return times.sort((a, b) => a.startsMinutes - b.startsMinutes);
}
