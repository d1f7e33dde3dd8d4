// A request that nobody holds and no lead may know of: somebody in the school learns that there is one, so
// that it does not lie there in silence. Not whose it is, not what it says, and never whoever was left out.
import type { TalkRequest } from '$lib/domain/talk-request';
import { hasOpenAlarm } from '../database/alarms';
import type { Db } from '../database/open';
import { loadPeople, peopleAround, type PeopleOfSchool } from '../database/people-around';
import { alarmStaff } from '../live/alarm-leads';
import type { News } from '../live/live-bus';
import { excludedOf } from './follow-events';

/** For those in `toIds` alone, who may not open the request. */
export const NOBODY_REACHED = 'nobody-reached';

/** Does nothing where a lead may know of it, or where the same people have not looked at the same alarm yet. */
export async function alarmBeyondLeads(
	tx: Db,
	of: { schoolId: string; requestId: string; request: TalkRequest },
	now: number
): Promise<News> {
	const { schoolId, requestId, request } = of;
	const nobody: News = { schoolId, staffIds: [], kioskIds: [], feed: [] };
	const people = await loadPeople(tx, schoolId, {
		pupilIds: request.pupilId === null ? [] : [request.pupilId],
		kioskIds: [request.kioskId]
	});
	const { excludedIds, leadIds } = peopleAround(people, excludedOf(request), now);
	if (leadIds.some((id) => !excludedIds.includes(id))) return nobody;
	const toIds = lastHearers(people, excludedIds);
	const detail = { requestId, kioskId: request.kioskId, toIds };
	if (toIds.length === 0 || (await hasOpenAlarm(tx, schoolId, NOBODY_REACHED, detail)))
		return nobody;
	const alarm = { kind: NOBODY_REACHED, detail, mayBeAsking: true };
	return alarmStaff(tx, schoolId, [alarm], toIds, now, { urgent: request.kind === 'urgent' });
}

/** The office; where there is none whoever else of the school may know. */
function lastHearers({ adults }: PeopleOfSchool, excludedIds: readonly string[]): string[] {
	const mayKnow = [...adults].filter(([id]) => !excludedIds.includes(id));
	const office = mayKnow.filter(([, { role }]) => role === 'office');
	return (office.length > 0 ? office : mayKnow).map(([id]) => id);
}
