// Requests that stand as one are locked together, so that what is done to one is done to all of them.
import { areAskedTogether } from '$lib/domain/asked-together';
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import { recentRequestIds } from '../database/answers';
import type { Db } from '../database/open';
import { eventsOf, lockRequest } from '../database/talk-requests';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What was closed longer ago is not asked about any more. */
const RECENT_MS = 14 * DAY_MS;
/** An open one stands over the longest holidays. */
const LONGEST_OPEN_MS = 70 * DAY_MS;

export interface LockedRequest {
	requestId: string;
	/** Its events so far. */
	known: TalkEvent[];
}

/**
 * The request and those that stand together with it, it first; each locked until the transaction
 * ends. `null` when the school has no such request.
 */
export async function lockTogether(
	tx: Db,
	schoolId: string,
	requestId: string,
	now: number
): Promise<[LockedRequest, ...LockedRequest[]] | null> {
	const known = (await eventsOf(tx, schoolId, [requestId])).get(requestId);
	if (!known) return null;
	const request = replay(known);
	const otherIds =
		request.pupilId === null || request.kind === 'urgent'
			? []
			: await togetherWith(tx, schoolId, requestId, request.pupilId, now);
	const locked = new Map<string, TalkEvent[]>();
	// In one order, so that two commands never wait for each other.
	for (const id of [requestId, ...otherIds].sort()) {
		const events = await lockRequest(tx, schoolId, id);
		if (events) locked.set(id, events);
	}
	const own = locked.get(requestId);
	if (!own) return null;
	// As they are now that nobody else can change them.
	const others = otherIds.flatMap((id) => {
		const events = locked.get(id);
		return events && areAskedTogether(replay(own), replay(events))
			? [{ requestId: id, known: events }]
			: [];
	});
	return [{ requestId, known: own }, ...others];
}

async function togetherWith(
	tx: Db,
	schoolId: string,
	requestId: string,
	pupilId: string,
	now: number
): Promise<string[]> {
	const ids = await recentRequestIds(tx, schoolId, pupilId, {
		recentFrom: now - RECENT_MS,
		openFrom: now - LONGEST_OPEN_MS
	});
	const events = await eventsOf(tx, schoolId, [requestId, ...ids]);
	const request = replay(events.get(requestId) ?? []);
	return ids.filter((id) => {
		const own = events.get(id);
		return id !== requestId && own !== undefined && areAskedTogether(request, replay(own));
	});
}
