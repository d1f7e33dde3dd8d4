// The outbox: envelopes are kept here before the child is told "kept safe", and leave only by a verified
// receipt. There is no expiry.
import { v7 as uuidv7 } from 'uuid';
import { digestOf } from '$lib/crossing/bytes';
import { makeLine, type Sealed, type Signer } from '$lib/crossing/seal';
import type { KioskDatabase } from './database';
import type { Lane, OutboxEntry } from './names';
import type { KioskStorage } from './storage';

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
const lastKept = new WeakMap<KioskStorage, number>();

/** Reads ahead what `keepSafe` needs of the disk. */
export async function readAhead(storage: KioskStorage): Promise<number> {
	const last = (await storage.read('counter')) ?? 0;
	lastKept.set(storage, last);
	return last;
}

/**
 * Seals, signs and commits one envelope to disk; resolves with its id when the commit is durable. Throws
 * `StorageFull` when there is no room.
 * @param seal what is slow about it has been done before
 */
export async function keepSafe(
	storage: KioskStorage,
	seal: () => Promise<Sealed>,
	lane: Lane,
	signer: Signer,
	now: number
): Promise<string> {
	const id = uuidv7();
	let last = lastKept.get(storage) ?? (await readAhead(storage));
	let sealing: Promise<Sealed> | null = null;
	for (;;) {
		const counter = last + 1;
		const entry = async (): Promise<OutboxEntry> => {
			sealing ??= seal();
			const line = await makeLine(await sealing, id, counter, signer);
			return { id, lane, counter, line, digest: await digestOf(line), keptAt: now };
		};
		if (await commit(storage, entry, last)) return id;
		// Another tab took this number in between: sign again with the next.
		last = await readAhead(storage);
	}
}

/** All that `keepSafe` does, with nothing kept in the end: the first time after a start is slow. */
export async function rehearse(
	storage: KioskStorage,
	sealing: Promise<Sealed>,
	signer: Signer
): Promise<void> {
	await digestOf(await makeLine(await sealing, uuidv7(), 0, signer));
	await storage.change('strict', ['outbox', 'meta'], (transaction) => {
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
	storage: KioskStorage,
	make: () => Promise<OutboxEntry>,
	last: number
): Promise<boolean> {
	let made: OutboxEntry | undefined;
	let making: Promise<unknown> | undefined;
	let isNext = false;
	try {
		await storage.change('strict', ['outbox', 'meta'], (transaction) => {
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
	if (isNext) lastKept.set(storage, last + 1);
	return isNext;
}

export const forgetOldTombstones = (database: KioskDatabase, now: number): Promise<number> =>
	database.tombstones
		.where('deliveredAt')
		.below(now - TOMBSTONE_MS)
		.delete();
