// What waits in the outbox, as page and service worker take it out.
import { MOST_ENVELOPES } from '$lib/crossing/envelope';
import { LANES, type OutboxEntry, type Tombstone } from './names';
import { oneDelivery } from './one-delivery';
import type { Waiting } from './pass';
import type { KioskStorage } from './storage';

/**
 * The next to deliver: urgent ones first, then in order; at most 50, and as `oneDelivery` says. `onTheirWay` are left out,
 * and with them every usual one before the last of them.
 */
async function nextDelivery(
	storage: KioskStorage,
	onTheirWay: readonly OutboxEntry[] = []
): Promise<OutboxEntry[]> {
	const ids = new Set(onTheirWay.map(({ id }) => id));
	const usual = onTheirWay.filter(({ lane }) => lane === LANES.usual);
	const last = Math.max(0, ...usual.map(({ counter }) => counter));
	const [first, then] = await Promise.all([
		storage.entries(LANES.urgent, 0, MOST_ENVELOPES),
		storage.entries(LANES.usual, last, MOST_ENVELOPES)
	]);
	const entries = [...first.filter(({ id }) => !ids.has(id)), ...then].slice(0, MOST_ENVELOPES);
	return oneDelivery(entries);
}

async function setAside(storage: KioskStorage, id: string): Promise<void> {
	await storage.change('strict', ['outbox'], (transaction) => {
		const outbox = transaction.objectStore('outbox');
		const reading: IDBRequest<OutboxEntry | undefined> = outbox.get(id);
		reading.onsuccess = () => {
			if (reading.result) outbox.put({ ...reading.result, lane: LANES.stuck });
			transaction.commit();
		};
	});
}

/**
 * Deletes the bodies of what verified receipts have named; returns their ids. Does not wait for the disk:
 * what a power cut brings back is sent again, and the server knows it.
 */
async function markDelivered(
	storage: KioskStorage,
	delivered: readonly OutboxEntry[],
	now: number
): Promise<string[]> {
	const ids = delivered.map(({ id }) => id);
	const [first] = ids;
	if (first === undefined) return ids;
	const tombstone: Tombstone = { id: first, ids, deliveredAt: now };
	await storage.change('relaxed', ['outbox', 'tombstones'], (transaction) => {
		const outbox = transaction.objectStore('outbox');
		for (const id of ids) outbox.delete(id);
		transaction.objectStore('tombstones').put(tombstone);
		transaction.commit();
	});
	return ids;
}

/** What waits in this storage, for a pass over it. */
export const waitingIn = (storage: KioskStorage): Waiting => ({
	next: (leaving) => nextDelivery(storage, leaving),
	markDelivered: (delivered) => markDelivered(storage, delivered, Date.now()),
	setAside: (id) => setAside(storage, id),
	stuck: () => storage.entries(LANES.stuck, 0)
});
