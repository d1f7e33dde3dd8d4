// Under which heading a request stands: what is due, not what state it is in.
import type { SchoolTimetable } from '$lib/domain/school';
import { minutesOfSchoolDay, nextSchoolDay, schoolDay } from '$lib/domain/school-time';
import type { TalkRequest } from '$lib/domain/talk-request';

/** In the order of a page. */
export const DUE_HEADINGS = [
	'now',
	'before-break',
	'at-break',
	'before-lunch',
	'at-lunch',
	'before-home',
	'today',
	'next-day',
	'later',
	'to-close',
	'taken-back'
] as const;
export type DueHeading = (typeof DUE_HEADINGS)[number];

const SOON_MS = 10 * 60_000;
/** A time shortly before a break belongs to it, and as long as it lasts. */
const BEFORE_MINUTES = 15;
const BREAK_MINUTES = 20;
const LUNCH_MINUTES = 60;

/** @param dueAt the promised time, or when it is handed on; `null` when nothing is due any more. */
export function dueHeading(
	request: Pick<TalkRequest, 'kind' | 'state' | 'when'>,
	dueAt: number | null,
	now: number,
	timetable: SchoolTimetable
): DueHeading {
	if (request.state === 'taken-back') return 'taken-back';
	if (dueAt === null) return 'to-close';
	const asksForNow = request.state !== 'arranged' && request.when === 'now';
	if (request.kind === 'urgent' || asksForNow || dueAt <= now + SOON_MS) return 'now';
	const day = schoolDay(dueAt, timetable);
	if (day !== schoolDay(now, timetable)) {
		return day === nextSchoolDay(now, timetable) ? 'next-day' : 'later';
	}
	return headingOfMinutes(minutesOfSchoolDay(dueAt, timetable), timetable);
}

function headingOfMinutes(minutes: number, timetable: SchoolTimetable): DueHeading {
	const { breakMinutes, afternoonBreakMinutes, lunchMinutes, homeMinutes } = timetable;
	const isAround = (start: number, lasts: number) =>
		minutes >= start - BEFORE_MINUTES && minutes < start + lasts;
	if (isAround(lunchMinutes, LUNCH_MINUTES)) return 'at-lunch';
	if (isAround(breakMinutes, BREAK_MINUTES)) return 'at-break';
	if (afternoonBreakMinutes !== null && isAround(afternoonBreakMinutes, BREAK_MINUTES)) {
		return 'at-break';
	}
	if (minutes < breakMinutes) return 'before-break';
	if (minutes < lunchMinutes) return 'before-lunch';
	return minutes < homeMinutes ? 'before-home' : 'today';
}
