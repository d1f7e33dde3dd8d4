// What a new request brings with it: its first event, the clock, notices, and an alarm where nobody has it.
import { handOnDue } from '$lib/domain/hand-on';
import { raiseAlarms } from '../database/alarms';
import { scheduleWork } from '../database/due-work';
import type { StaffFeedEntry, StaffFeedEvent } from '../database/live-feed';
import { saveNotices } from '../database/notices';
import type { Db } from '../database/open';
import { loadSchoolRules } from '../database/school-rules';
import { insertTalkRequests, knownRequestIds } from '../database/talk-requests';
import { alarmBeyondLeads } from './alarm-beyond-leads';
import type { SchoolSettings } from './follow-events';
import type { PlannedRequest } from './plan-request';

/** Returns those that were not there before. */
export async function insertNewRequests(
	tx: Db,
	schoolId: string,
	planned: readonly PlannedRequest[]
): Promise<PlannedRequest[]> {
	const known = await knownRequestIds(
		tx,
		schoolId,
		planned.map(({ requestId }) => requestId)
	);
	const requests = planned.filter(({ requestId }) => {
		if (known.has(requestId)) return false;
		known.add(requestId);
		return true;
	});
	await insertTalkRequests(tx, schoolId, requests);
	return requests;
}

/** What open pages hear of them. */
export const feedOf = (requests: readonly PlannedRequest[]): StaffFeedEntry[] =>
	requests.flatMap(({ wakeIds, requestId }) =>
		wakeIds.map((staffId) => ({ staffId, kind: 'request' as const, subjectId: requestId }))
	);

/** Returns what open pages hear of those that nobody was given. */
export async function followNewRequests(
	tx: Db,
	schoolId: string,
	requests: readonly PlannedRequest[],
	settings: SchoolSettings,
	now: number
): Promise<Map<string, readonly StaffFeedEvent[]>> {
	const heard = new Map<string, readonly StaffFeedEvent[]>();
	if (requests.length === 0) return heard;
	const { policy, timetable } = await loadSchoolRules(tx, schoolId, settings);
	await scheduleWork(
		tx,
		schoolId,
		requests.flatMap(({ requestId, request }) => {
			const due = handOnDue(request, policy, timetable, now);
			return due
				? { workId: requestId, kind: 'hand-on' as const, subjectId: requestId, dueAt: due.dueAt }
				: [];
		})
	);
	const notices = requests.flatMap(({ toldIds, kind }) =>
		toldIds.map((staffId) => ({ staffId, urgent: kind === 'urgent' }))
	);
	await saveNotices(tx, schoolId, notices, now);
	const unheard = requests.filter(({ toldIds }) => toldIds.length === 0);
	await raiseAlarms(
		tx,
		schoolId,
		unheard.map(({ requestId }) => ({ kind: 'nobody-to-give-to', detail: { requestId } })),
		now
	);
	for (const { requestId, request } of unheard) {
		const { feed } = await alarmBeyondLeads(tx, { schoolId, requestId, request }, now);
		heard.set(requestId, feed ?? []);
	}
	return heard;
}
