import { isSchoolOpen, endOfSchoolDay } from '$lib/domain/school-time';
import type { SchoolTimetable } from '$lib/domain/school';

export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000;

/**
 * When a session that begins now must end: when the school closes, so that nobody is signed in on a
 * tablet left in a classroom overnight; outside open hours after twelve hours.
 */
export function sessionEnd(now: number, timetable: SchoolTimetable | null): number {
	const longest = now + LONGEST_SESSION_MS;
	if (!timetable || !isSchoolOpen(now, timetable)) return longest;
	return Math.min(longest, endOfSchoolDay(now, timetable));
}
