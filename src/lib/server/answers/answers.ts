// What waits for one child today, and that it has been read.
import type { Answers, Waiting } from '$lib/crossing/answers';
import { askedTogether } from '$lib/domain/asked-together';
import { midnightBefore } from '$lib/domain/school-time';
import { replay } from '$lib/domain/talk-request';
import { answeringAdults, recentRequestIds } from '../database/answers';
import { saidHelloBack } from '../database/hello-back';
import type { Db } from '../database/open';
import { loadSchoolRules } from '../database/school-rules';
import { eventsOf } from '../database/talk-requests';
import type { RunningServer } from '../running';
import { adultsIn, inOrder, waitingOf } from './waiting';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A closed request has something to tell on the day it was closed; hand-on closes none later than this. */
const RECENT_MS = 14 * DAY_MS;
/** "Tomorrow" before the summer holiday is the first day after it. */
const LONGEST_PROMISE_MS = 70 * DAY_MS;
/** As many as one page of For me holds. */
const MOST_WAITING = 6;

export interface Found extends Omit<Answers, 'pad'> {
	/** Meetings among them that the child has not read before. */
	unreadRequestIds: string[];
}

/** The child's requests that may still have something to tell, newest first. */
export const tellingRequestIds = (
	db: Db,
	{ schoolId, pupilId }: { schoolId: string; pupilId: string },
	now: number
): Promise<string[]> =>
	recentRequestIds(db, schoolId, pupilId, {
		recentFrom: now - RECENT_MS,
		openFrom: now - LONGEST_PROMISE_MS
	});

export async function findAnswers(
	running: RunningServer,
	whose: { schoolId: string; pupilId: string },
	now: number
): Promise<Found> {
	const { db, config } = running;
	const { schoolId } = whose;
	const { timetable, places } = await loadSchoolRules(db, schoolId, config);
	const requestIds = await tellingRequestIds(db, whose, now);
	const events = await eventsOf(db, schoolId, requestIds);
	const told = inOrder(
		requestIds.flatMap(
			(id) => waitingOf(id, events.get(id) ?? [], { now, timetable, places }) ?? []
		)
	);
	// Who asked twice is told once.
	const groups = askedTogether(
		told.map((one) => ({ one, request: replay(events.get(one.requestId) ?? []) }))
	).slice(0, MOST_WAITING);
	const back = await saidHelloBack(db, whose, midnightBefore(now, timetable));
	const waiting: Waiting[] = [
		...groups.map(([{ one }]) => one),
		...back.map((adultId) => ({ kind: 'hello-back' as const, adultId }))
	].slice(0, MOST_WAITING);
	const rows = await answeringAdults(db, schoolId, adultsIn(waiting));
	return {
		waiting,
		adults: rows.map((row) => ({ ...row, name: row.name.normalize('NFC') })),
		unreadRequestIds: groups
			.flat()
			.filter(({ one, request }) => one.kind === 'meeting' && request.answer?.readAt === null)
			.map(({ one }) => one.requestId)
	};
}
