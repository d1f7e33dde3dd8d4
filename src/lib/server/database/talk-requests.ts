// Talk requests: a row each, their append-only events, and what follows from those events.
import type { Insertable } from 'kysely';
import type { TalkEvent, TalkKind, TalkRequest, TalkState } from '$lib/domain/talk-request';
import type { Db } from './open';
import type { Tables } from './schema';

export interface NewTalkRequest {
	requestId: string;
	pupilId: string | null;
	kioskId: string;
	kind: TalkKind;
	askedAt: number;
	envelopeId: string;
	envelopeDigest: string;
	/** Sealed, as it came; empty when the kiosk sent none. */
	sealedWords: string;
	event: TalkEvent;
	request: TalkRequest;
}

/** What a member of staff is to a request; what `maySee` of the domain asks about. */
export type Relation = 'holder' | 'chosen' | 'seen' | 'excluded';

type HolderRow = Insertable<Tables['talk_holder']>;

const eventRow = (schoolId: string, requestId: string, position: number, event: TalkEvent) => ({
	school_id: schoolId,
	request_id: requestId,
	position,
	at: event.at,
	kind: event.kind,
	event_json: JSON.stringify(event)
});

function relationsOf(request: TalkRequest): [Relation, readonly string[]][] {
	return [
		['holder', request.holderIds],
		['chosen', request.chosenAdultIds],
		['seen', request.seenByIds],
		['excluded', request.excludedAdultIds]
	];
}

function holderRows(
	schoolId: string,
	requestId: string,
	request: TalkRequest,
	givenAt: number
): HolderRow[] {
	return relationsOf(request).flatMap(([relation, staffIds]) =>
		[...new Set(staffIds)].map((staff_id) => ({
			school_id: schoolId,
			request_id: requestId,
			staff_id,
			given_at: givenAt,
			relation
		}))
	);
}

/** Which of these requests are there already. */
export async function knownRequestIds(
	db: Db,
	schoolId: string,
	requestIds: readonly string[]
): Promise<Set<string>> {
	if (requestIds.length === 0) return new Set();
	const rows = await db
		.selectFrom('talk_request')
		.select('request_id')
		.where('school_id', '=', schoolId)
		.where('request_id', 'in', [...requestIds])
		.execute();
	return new Set(rows.map((row) => row.request_id));
}

/** Stores new requests with their first event. None of them may be there already. */
export async function insertTalkRequests(
	db: Db,
	schoolId: string,
	made: readonly NewTalkRequest[]
): Promise<void> {
	if (made.length === 0) return;
	await db
		.insertInto('talk_request')
		.values(
			made.map((one) => ({
				school_id: schoolId,
				request_id: one.requestId,
				pupil_id: one.pupilId,
				kiosk_id: one.kioskId,
				kind: one.kind,
				state: one.request.state,
				asked_at: one.askedAt,
				envelope_id: one.envelopeId,
				envelope_digest: one.envelopeDigest
			}))
		)
		.execute();
	await db
		.insertInto('talk_event')
		.values(made.map((one) => eventRow(schoolId, one.requestId, 0, one.event)))
		.execute();
	const holders = made.flatMap((one) =>
		holderRows(schoolId, one.requestId, one.request, one.askedAt)
	);
	if (holders.length > 0) await db.insertInto('talk_holder').values(holders).execute();
	const words = made.flatMap((one) =>
		one.sealedWords
			? { school_id: schoolId, request_id: one.requestId, sealed: one.sealedWords }
			: []
	);
	if (words.length > 0) await db.insertInto('talk_words').values(words).execute();
}

/**
 * The events of a request, locked until the transaction ends, so that two commands on one request
 * take turns on PostgreSQL too. `null` when the school has no such request.
 */
export async function lockRequest(
	db: Db,
	schoolId: string,
	requestId: string
): Promise<TalkEvent[] | null> {
	// Its due work first, as the loop of due work does: otherwise the two could wait for each other.
	await db
		.updateTable('due_work')
		.set((eb) => ({ due_at: eb.ref('due_at') }))
		.where('school_id', '=', schoolId)
		.where('work_id', '=', requestId)
		.execute();
	// An update that changes nothing takes the row's lock on both engines.
	const locked = await db
		.updateTable('talk_request')
		.set((eb) => ({ state: eb.ref('state') }))
		.where('school_id', '=', schoolId)
		.where('request_id', '=', requestId)
		.executeTakeFirst();
	if (Number(locked.numUpdatedRows) === 0) return null;
	return (await eventsOf(db, schoolId, [requestId])).get(requestId) ?? null;
}

/** The events of these requests, each list in the order in which they were appended. */
export async function eventsOf(
	db: Db,
	schoolId: string,
	requestIds: readonly string[]
): Promise<Map<string, TalkEvent[]>> {
	const events = new Map<string, TalkEvent[]>();
	if (requestIds.length === 0) return events;
	const rows = await db
		.selectFrom('talk_event')
		.select(['request_id', 'event_json'])
		.where('school_id', '=', schoolId)
		.where('request_id', 'in', [...requestIds])
		.orderBy('request_id')
		.orderBy('position')
		.execute();
	for (const row of rows) {
		const event = JSON.parse(row.event_json) as TalkEvent;
		const list = events.get(row.request_id);
		if (list) list.push(event);
		else events.set(row.request_id, [event]);
	}
	return events;
}

/** Appends events after the `known` first ones, and keeps the row and its people in step with them. */
export async function appendEvents(
	db: Db,
	schoolId: string,
	requestId: string,
	known: number,
	added: readonly TalkEvent[],
	now: TalkRequest
): Promise<void> {
	if (added.length === 0) return;
	await db
		.insertInto('talk_event')
		.values(added.map((event, index) => eventRow(schoolId, requestId, known + index, event)))
		.execute();
	await db
		.updateTable('talk_request')
		.set({ state: now.state })
		.where('school_id', '=', schoolId)
		.where('request_id', '=', requestId)
		.execute();
	const rows = holderRows(schoolId, requestId, now, added.at(-1)?.at ?? now.askedAt);
	if (rows.length > 0) {
		await db
			.insertInto('talk_holder')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
			.execute();
	}
	// Who has been released by a colleague holds it no longer.
	let released = db
		.deleteFrom('talk_holder')
		.where('school_id', '=', schoolId)
		.where('request_id', '=', requestId)
		.where('relation', '=', 'holder');
	if (now.holderIds.length > 0) released = released.where('staff_id', 'not in', now.holderIds);
	await released.execute();
}

/** The latest urgent request of a kiosk since a moment that is not closed, for "I tapped by mistake". */
export async function openUrgentOfKiosk(
	db: Db,
	schoolId: string,
	kioskId: string,
	since: number
): Promise<string | null> {
	const closed: TalkState = 'closed';
	const row = await db
		.selectFrom('talk_request')
		.select('request_id')
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('kind', '=', 'urgent')
		.where('state', '!=', closed)
		.where('asked_at', '>=', since)
		.orderBy('asked_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.request_id ?? null;
}
