// One pass over the outbox: deliver, verify the receipts, delete. Page and service worker use the same,
// under one lock, so that they never send the same at once.
import { verifiedReceipts, verifyingKey, type Receipt } from '$lib/crossing/receipt';
import type { KioskDatabase, OutboxEntry } from './database';
import { markDelivered, namedBy, nextDelivery, setAside, stuckEntries } from './outbox';

export const FORWARDER_LOCK = 'cwtch-forwarder';
export const ENVELOPES_PATH = '/crossing/v1/envelopes';

export type Drained =
	| { outcome: 'empty' }
	/** Not reached, no room there, or an answer that is not the server's: try later. */
	| { outcome: 'later' }
	| { outcome: 'unpaired' };

export interface DrainNews {
	sending(ids: string[]): void;
	/** They did not get through: they wait again. */
	waiting(ids: string[]): void;
	delivered(ids: string[]): void;
}

type Answer =
	| { kind: 'receipts'; receipts: Receipt[] }
	| { kind: 'refused'; tooLarge: boolean }
	| { kind: 'later' };

const DELIVERY_TIMEOUT_MS = 30_000;

async function deliver(entries: readonly OutboxEntry[], serverKey: CryptoKey): Promise<Answer> {
	try {
		const response = await fetch(ENVELOPES_PATH, {
			method: 'POST',
			body: entries.map((entry) => entry.line).join('\n'),
			headers: { 'content-type': 'application/x-ndjson' },
			credentials: 'omit',
			cache: 'no-store',
			redirect: 'error',
			signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
		});
		if (response.status === 400) return { kind: 'refused', tooLarge: false };
		if (response.status === 413) return { kind: 'refused', tooLarge: true };
		if (!response.ok) return { kind: 'later' };
		const receipts = await verifiedReceipts(await response.json(), serverKey);
		return receipts ? { kind: 'receipts', receipts } : { kind: 'later' };
	} catch {
		return { kind: 'later' };
	}
}

/** Resolves when the outbox is empty or the server cannot be reached; waits for whoever drains now. */
export function drain(database: KioskDatabase, news: DrainNews): Promise<Drained> {
	return navigator.locks.request(FORWARDER_LOCK, () => drainLocked(database, news));
}

async function drainLocked(database: KioskDatabase, news: DrainNews): Promise<Drained> {
	const identity = await database.read('identity');
	if (!identity) return { outcome: 'unpaired' };
	const serverKey = await verifyingKey(identity.serverKey);
	const outcome = await deliverAll(database, serverKey, news);
	if (outcome === 'later') return { outcome };
	await database.write('lastContactAt', Date.now());
	await retryStuck(database, serverKey, news);
	return { outcome: 'empty' };
}

/** The disk is read for the next delivery, and freed of the one before, while one is on its way. */
async function deliverAll(
	database: KioskDatabase,
	serverKey: CryptoKey,
	news: DrainNews
): Promise<'done' | 'later'> {
	let entries = await nextDelivery(database);
	let before: OutboxEntry[] = [];
	let deleting = Promise.resolve();
	try {
		while (entries.length > 0) {
			news.sending(entries.map(({ id }) => id));
			const [answer, following] = await Promise.all([
				deliver(entries, serverKey),
				nextDelivery(database, [...before, ...entries])
			]);
			await deleting;
			const delivered = answer.kind === 'receipts' ? namedBy(answer.receipts, entries) : [];
			if (answer.kind === 'refused') {
				const outcome = await deliverOneByOne(database, entries, serverKey, news);
				if (outcome === 'later') return waitAgain(entries, news);
			} else if (delivered.length === 0) return waitAgain(entries, news);
			else {
				deleting = markDelivered(database, delivered, Date.now()).then(news.delivered);
				// A failure is met where it is waited for, and not as one that nobody looked at.
				deleting.catch(() => undefined);
			}
			const isWhole = delivered.length === entries.length && following.length > 0;
			before = entries;
			if (isWhole) entries = following;
			else {
				// A short delivery may have been joined or overtaken by others in between.
				await deleting;
				before = [];
				entries = await nextDelivery(database);
			}
		}
		return 'done';
	} finally {
		await deleting;
	}
}

function waitAgain(entries: readonly OutboxEntry[], news: DrainNews): 'later' {
	news.waiting(entries.map(({ id }) => id));
	return 'later';
}

/** Finds the one that the server cannot take for an envelope, so that it holds nobody else up. */
async function deliverOneByOne(
	database: KioskDatabase,
	entries: readonly OutboxEntry[],
	serverKey: CryptoKey,
	news: DrainNews
): Promise<'done' | 'later'> {
	for (const entry of entries) {
		const answer = await deliver([entry], serverKey);
		if (answer.kind === 'later') return 'later';
		if (answer.kind === 'refused') await setAside(database, entry.id);
		else await deleteDelivered(database, entry, answer.receipts, news);
	}
	return 'done';
}

async function retryStuck(
	database: KioskDatabase,
	serverKey: CryptoKey,
	news: DrainNews
): Promise<void> {
	for (const entry of await stuckEntries(database)) {
		const answer = await deliver([entry], serverKey);
		if (answer.kind !== 'receipts') return;
		await deleteDelivered(database, entry, answer.receipts, news);
	}
}

async function deleteDelivered(
	database: KioskDatabase,
	entry: OutboxEntry,
	receipts: readonly Receipt[],
	news: DrainNews
): Promise<void> {
	const delivered = namedBy(receipts, [entry]);
	if (delivered.length > 0) news.delivered(await markDelivered(database, delivered, Date.now()));
}
