// When what a child told may be deleted. Check-ins soon; requests never before they are closed.
import type { SchoolTimetable } from './school';
import { schoolDay } from './school-time';
import { replay, type TalkEvent } from './talk-request';

/**
 * The longest that anything waits when the school has not entered its next term: a little more
 * than from the first day of a summer term to the last of the autumn term.
 */
const LONGEST_KEPT_DAYS = 280;

/**
 * From when on a check-in, or a calm time, is deleted: the midnight after the last day of the next term (the first
 * that begins after its date), and at the latest after 280 days.
 */
export function checkInDeletableAt(checkedInAt: number, timetable: SchoolTimetable): number {
	return endOfNextTerm(checkedInAt, timetable);
}

/**
 * From when on a talk request is deleted: as for a check-in, counted from the last closing.
 * `null` while it is not closed with an outcome, however old it is and also when it was taken
 * back: somebody has to look at it first.
 *
 * @throws Error if the first event is not `asked`.
 */
export function requestDeletableAt(
	events: readonly TalkEvent[],
	timetable: SchoolTimetable
): number | null {
	const request = replay(events);
	if (request.state !== 'closed' || request.outcome === null) return null;
	const closedAt = Math.max(
		...events.filter((event) => event.kind === 'closed').map((event) => event.at)
	);
	return endOfNextTerm(closedAt, timetable);
}

function endOfNextTerm(at: number, timetable: SchoolTimetable): number {
	const date = schoolDay(at, timetable);
	const lastDays = timetable.terms
		.filter((term) => term.from > date)
		.sort((a, b) => (a.from < b.from ? -1 : 1))
		.map((term) => term.to);
	const atLatest = Temporal.PlainDate.from(date).add({ days: LONGEST_KEPT_DAYS });
	const lastDay = lastDays[0] === undefined ? atLatest : Temporal.PlainDate.from(lastDays[0]);
	const earlier = Temporal.PlainDate.compare(lastDay, atLatest) < 0 ? lastDay : atLatest;
	return earlier.add({ days: 1 }).toZonedDateTime(timetable.timeZone).epochMilliseconds;
}
