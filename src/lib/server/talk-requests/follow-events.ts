// What every new event brings with it: the clock, the feed of open pages, notices.
import { handOnDue } from '$lib/domain/hand-on';
import { replay, type TalkEvent, type TalkRequest } from '$lib/domain/talk-request';
import { finishWork, scheduleWork } from '../database/due-work';
import { insertStaffFeed } from '../database/live-feed';
import { saveNotices } from '../database/notices';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import { loadSchoolRules, type SchoolRules } from '../database/school-rules';
import { appendEvents } from '../database/talk-requests';

export interface SchoolSettings {
	/** The demo and tests: nothing waits for Monday. */
	schoolAlwaysOpen: boolean;
}

export interface Followed {
	request: TalkRequest;
	/** Whose pages should look, after the commit. */
	wake: string[];
}

/**
 * Appends events to a locked request inside the caller's transaction and does what they bring:
 * state, clock, feed, and a notice to those who have it newly.
 */
export async function appendAndFollow(
	tx: Db,
	on: {
		schoolId: string;
		requestId: string;
		known: readonly TalkEvent[];
		added: readonly TalkEvent[];
		settings: SchoolSettings;
		now: number;
	}
): Promise<Followed> {
	const { schoolId, requestId, known, added, now } = on;
	const before = replay(known);
	const request = replay([...known, ...added]);
	const rules = await loadSchoolRules(tx, schoolId, on.settings);
	await appendEvents(tx, schoolId, requestId, known.length, added, request);
	await followClock(tx, schoolId, requestId, request, rules, now);

	const people = await loadPeople(tx, schoolId, {
		pupilIds: request.pupilId === null ? [] : [request.pupilId],
		kioskIds: [request.kioskId]
	});
	const around = peopleAround(people, excludedOf(request), now);
	const concerned = [...request.holderIds, ...before.holderIds, ...request.chosenAdultIds];
	const wake = withoutExcludedOf(around.excludedIds, [...concerned, ...around.leadIds]);
	await insertStaffFeed(
		tx,
		schoolId,
		wake.map((staffId) => ({ staffId, kind: 'request', subjectId: requestId })),
		now
	);
	const newHolderIds = request.holderIds.filter(
		(id) => !before.holderIds.includes(id) && wake.includes(id)
	);
	const doneByIds = added.flatMap((event) => ('by' in event ? [event.by] : []));
	await saveNotices(
		tx,
		schoolId,
		newHolderIds
			.filter((id) => !doneByIds.includes(id))
			.map((staffId) => ({ staffId, urgent: request.kind === 'urgent' })),
		now
	);
	return { request, wake };
}

/** What `peopleAround` needs to know of a request. */
export const excludedOf = (request: TalkRequest) => ({
	pupilId: request.pupilId,
	kioskId: request.kioskId,
	excludedByChildIds: request.excludedAdultIds,
	newInClassId: request.newInClassId
});

export const withoutExcludedOf = (excludedIds: readonly string[], ids: readonly string[]) => [
	...new Set(ids.filter((id) => !excludedIds.includes(id)))
];

/** The due work of a request says when its next step comes; none once its clock stands still for good. */
async function followClock(
	tx: Db,
	schoolId: string,
	requestId: string,
	request: TalkRequest,
	rules: SchoolRules,
	now: number
): Promise<void> {
	const due = handOnDue(request, rules.policy, rules.timetable, now);
	if (!due) return finishWork(tx, schoolId, requestId, now);
	await scheduleWork(tx, schoolId, [
		{ workId: requestId, kind: 'hand-on', subjectId: requestId, dueAt: due.dueAt }
	]);
}
