// The outbox: envelopes are kept here before the child is told "kept safe", and leave only by a verified
// receipt. There is no expiry.
import { v7 as uuidv7 } from 'uuid';
import { digestOf } from '$lib/crossing/bytes';
import { MOST_ENVELOPES } from '$lib/crossing/envelope';
import { makeLine, type Sealed, type Signer } from '$lib/crossing/seal';
import { LANES, type KioskDatabase, type Lane, type OutboxEntry, type Tombstone } from './database';
import { oneDelivery } from './one-delivery';
import type { Waiting } from './pass';

const TOMBSTONE_MS = 30 * 24 * 60 * 60 * 1000;

/** The tablet has no room left: the child is told, and shown another way to a person. */
export class StorageFull extends Error {
	constructor() {
		super('The tablet is full; nothing could be kept.');
		this.name = 'StorageFull';
	}
}

const isQuota = (error: unknown): boolean =>
	error instanceof Error && (error.name === 'QuotaExceededError' || /quota/i.test(error.message));

/** The counter of the last envelope that this page has kept: read before it is needed. */
const lastKept = new WeakMap<KioskDatabase, number>();

/** Reads ahead what `keepSafe` needs of the disk. */
export async function readAhead(database: KioskDatabase): Promise<number> {
	const last = (await database.read('counter')) ?? 0;
	lastKept.set(database, last);
	return last;
}

/**
 * Seals, signs and commits one envelope to disk; resolves with its id when the commit is durable. Throws
 * `StorageFull` when there is no room.
 * @param seal what is slow about it has been done before
 */
export async function keepSafe(
	database: KioskDatabase,
	seal: () => Promise<Sealed>,
	lane: Lane,
	signer: Signer,
	now: number
): Promise<string> {
	const id = uuidv7();
	let last = lastKept.get(database) ?? (await readAhead(database));
	let sealing: Promise<Sealed> | null = null;
	for (;;) {
		const counter = last + 1;
		const entry = async (): Promise<OutboxEntry> => {
			sealing ??= seal();
			const line = await makeLine(await sealing, id, counter, signer);
			return { id, lane, counter, line, digest: await digestOf(line), keptAt: now };
		};
		if (await commit(database, entry, last)) return id;
		// Another tab took this number in between: sign again with the next.
		last = await readAhead(database);
	}
}

/** All that `keepSafe` does, with nothing kept in the end: the first time after a start is slow. */
export async function rehearse(
	database: KioskDatabase,
	sealing: Promise<Sealed>,
	signer: Signer
): Promise<void> {
	await digestOf(await makeLine(await sealing, uuidv7(), 0, signer));
	await database.change('strict', ['outbox', 'meta'], (transaction) => {
		const meta = transaction.objectStore('meta');
		const reading: IDBRequest<unknown> = meta.get('counter');
		reading.onsuccess = () => {
			if (reading.result) meta.put(reading.result);
			transaction.commit();
		};
	});
}

/**
 * The disk is asked for the counter first, and answers while the envelope is sealed. False when another has
 * been kept since `last`: then nothing was written.
 */
async function commit(
	database: KioskDatabase,
	make: () => Promise<OutboxEntry>,
	last: number
): Promise<boolean> {
	let made: OutboxEntry | undefined;
	let making: Promise<unknown> | undefined;
	let isNext = false;
	try {
		await database.change('strict', ['outbox', 'meta'], (transaction) => {
			const meta = transaction.objectStore('meta');
			const ask = () => {
				const reading: IDBRequest<{ value: number } | undefined> = meta.get('counter');
				reading.onsuccess = () => {
					isNext = (reading.result?.value ?? 0) === last;
					// Asked again: a transaction that is asked nothing is over.
					if (isNext && !made) return ask();
					if (isNext && made) {
						meta.put({ key: 'counter', value: made.counter });
						transaction.objectStore('outbox').add(made);
					}
					transaction.commit();
				};
			};
			ask();
			making = make().then(
				(entry) => (made = entry),
				(reason: unknown) => {
					transaction.abort();
					throw reason;
				}
			);
			// Its failure is met below, and not as one that nobody looked at.
			making.catch(() => undefined);
		});
	} catch (error) {
		await making;
		if (isQuota(error)) throw new StorageFull();
		throw error;
	}
	if (isNext) lastKept.set(database, last + 1);
	return isNext;
}

/**
 * The next to deliver: urgent ones first, then in order; at most 50, and as `oneDelivery` says. `onTheirWay` are left out,
 * and with them every usual one before the last of them.
 */
async function nextDelivery(
	database: KioskDatabase,
	onTheirWay: readonly OutboxEntry[] = []
): Promise<OutboxEntry[]> {
	const ids = new Set(onTheirWay.map(({ id }) => id));
	const usual = onTheirWay.filter(({ lane }) => lane === LANES.usual);
	const last = Math.max(0, ...usual.map(({ counter }) => counter));
	const lane = (which: Lane, after: number) =>
		database.outbox
			.where('[lane+counter]')
			.between([which, after + 1], [which, Infinity])
			.limit(MOST_ENVELOPES)
			.toArray();
	const [first, then] = await Promise.all([lane(LANES.urgent, 0), lane(LANES.usual, last)]);
	const entries = [...first.filter(({ id }) => !ids.has(id)), ...then].slice(0, MOST_ENVELOPES);
	return oneDelivery(entries);
}

const stuckEntries = (database: KioskDatabase): Promise<OutboxEntry[]> =>
	database.outbox
		.where('[lane+counter]')
		.between([LANES.stuck, 0], [LANES.stuck, Infinity])
		.toArray();

const setAside = async (database: KioskDatabase, id: string): Promise<void> => {
	await database.outbox.update(id, { lane: LANES.stuck });
};

/**
 * Deletes the bodies of what verified receipts have named; returns their ids. Does not wait for the disk:
 * what a power cut brings back is sent again, and the server knows it.
 */
async function markDelivered(
	database: KioskDatabase,
	delivered: readonly OutboxEntry[],
	now: number
): Promise<string[]> {
	const ids = delivered.map(({ id }) => id);
	const [first] = ids;
	if (first === undefined) return ids;
	const tombstone: Tombstone = { id: first, ids, deliveredAt: now };
	await database.change('relaxed', ['outbox', 'tombstones'], (transaction) => {
		const outbox = transaction.objectStore('outbox');
		for (const id of ids) outbox.delete(id);
		transaction.objectStore('tombstones').put(tombstone);
		transaction.commit();
	});
	return ids;
}

/** What waits in this database, for a pass over it. */
export const waitingIn = (database: KioskDatabase): Waiting => ({
	next: (leaving) => nextDelivery(database, leaving),
	markDelivered: (delivered) => markDelivered(database, delivered, Date.now()),
	setAside: (id) => setAside(database, id),
	stuck: () => stuckEntries(database)
});

export const forgetOldTombstones = (database: KioskDatabase, now: number): Promise<number> =>
	database.tombstones
		.where('deliveredAt')
		.below(now - TOMBSTONE_MS)
		.delete();
