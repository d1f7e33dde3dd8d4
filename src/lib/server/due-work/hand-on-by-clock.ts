// Nobody has answered in time: the request goes on to the next adults, or the leads are alarmed.
import { handOnDue, handOnTargets } from '$lib/domain/hand-on';
import { replay, type TalkEvent, type TalkRequest } from '$lib/domain/talk-request';
import { hasOpenAlarm } from '../database/alarms';
import { writeAudit } from '../database/audit';
import { finishWork, scheduleWork, type DueWork } from '../database/due-work';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import { lockRequest } from '../database/talk-requests';
import { alarmLeads } from '../live/alarm-leads';
import { alarmBeyondLeads } from '../talk-requests/alarm-beyond-leads';
import { appendAndFollow, excludedOf, type SchoolSettings } from '../talk-requests/follow-events';

/**
 * Takes the next step of a request if it is really due, inside the caller's transaction. Returns whose
 * pages should look, after the commit.
 */
export async function handOnByClock(
	tx: Db,
	work: DueWork,
	settings: SchoolSettings,
	now: number
): Promise<string[]> {
	const { schoolId, workId, subjectId: requestId } = work;
	const known = await lockRequest(tx, schoolId, requestId);
	const request = known ? replay(known) : null;
	const { policy, timetable } = await loadSchoolRules(tx, schoolId, settings);
	const due = request && handOnDue(request, policy, timetable, now);
	if (!known || !request || !due) {
		await finishWork(tx, schoolId, workId, now);
		return [];
	}
	if (due.dueAt > now) {
		await scheduleWork(tx, schoolId, [{ ...work, dueAt: due.dueAt }]);
		return [];
	}
	const people = await loadPeople(tx, schoolId, {
		pupilIds: request.pupilId === null ? [] : [request.pupilId],
		kioskIds: [request.kioskId]
	});
	const around = peopleAround(people, excludedOf(request), now);
	const targets = handOnTargets(due.step, request, around);
	const alarmed =
		targets.kind === 'alarm'
			? await alarmOnce(tx, { schoolId, requestId, request, keptAwayIds: around.excludedIds }, now)
			: [];
	const event: TalkEvent = {
		kind: 'handed-on',
		at: now,
		by: 'clock',
		fromId: null,
		toIds: targets.kind === 'hand-on' ? targets.toIds : [],
		reason: due.reason,
		step: targets.step,
		note: null
	};
	const { wake } = await appendAndFollow(tx, {
		schoolId,
		requestId,
		known,
		added: [event],
		settings,
		now
	});
	await writeAudit(tx, {
		schoolId,
		actor: 'clock',
		action: 'request-handed-on',
		subject: requestId,
		detail: { step: targets.step },
		at: now
	});
	return [...wake, ...alarmed];
}

/** An alarm that nobody has looked at yet is not raised a second time. Returns whose pages should look. */
async function alarmOnce(
	tx: Db,
	of: {
		schoolId: string;
		requestId: string;
		request: TalkRequest;
		keptAwayIds: readonly string[];
	},
	now: number
): Promise<readonly string[]> {
	const { schoolId, requestId, keptAwayIds } = of;
	const beyond = (await alarmBeyondLeads(tx, of, now)).staffIds;
	const detail = { requestId };
	if (await hasOpenAlarm(tx, schoolId, 'nobody-left', detail)) return beyond;
	const alarm = { kind: 'nobody-left', detail, mayBeAsking: true };
	return [...beyond, ...(await alarmLeads(tx, schoolId, [alarm], now, keptAwayIds)).staffIds];
}
