// Puts talk requests into the database as if they had come that way, event by event.
import { randomUUID } from 'node:crypto';
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import type { Db } from '$lib/server/database/open';
import { appendEvents, insertTalkRequests } from '$lib/server/database/talk-requests';
import type { SmallSchool } from './small-school';

export type Asked = TalkEvent & { kind: 'asked' };

/** Mali asks Miss Evans for a chat at lunch, unless `over` says otherwise. */
export const asked = (school: SmallSchool, at: number, over: Partial<Asked> = {}): Asked => ({
	at,
	kind: 'asked',
	talk: 'talk',
	pupilId: school.pupils.mali,
	kioskId: school.kioskId,
	chosenAdultIds: [school.adults.evans],
	excludedAdultIds: [],
	how: 'chat',
	when: 'lunch',
	need: null,
	feeling: 'worried',
	certainty: 'not-asked',
	givenToIds: [school.adults.evans],
	...over
});

/** Gives the request's id. */
export async function putTalkRequest(
	db: Db,
	school: SmallSchool,
	first: Asked,
	later: readonly TalkEvent[] = []
): Promise<string> {
	const requestId = randomUUID();
	await insertTalkRequests(db, school.schoolId, [
		{
			requestId,
			pupilId: first.pupilId,
			kioskId: first.kioskId,
			kind: first.talk,
			askedAt: first.at,
			envelopeId: requestId,
			envelopeDigest: 'digest',
			sealedWords: '',
			event: first,
			request: replay([first])
		}
	]);
	await appendEvents(db, school.schoolId, requestId, 1, later, replay([first, ...later]));
	return requestId;
}
