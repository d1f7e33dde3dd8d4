// One pass over the outbox: deliver, verify the receipts, delete. Nothing is deleted without a receipt that names it.
import type { Receipt } from '$lib/crossing/receipt';
import type { OutboxEntry } from './names';
import { deliver } from './deliver';

/** While the server writes one delivery to its disk, the next cross. */
const MOST_ON_THEIR_WAY = 3;

/** What waits on the disk. */
export interface Waiting {
	/** The next delivery, without those that are leaving already. */
	next(leaving: readonly OutboxEntry[]): Promise<OutboxEntry[]>;
	/** Deletes the bodies of what verified receipts have named; gives their ids. */
	markDelivered(delivered: readonly OutboxEntry[]): Promise<string[]>;
	/** Tried last and alone from now on. */
	setAside(id: string): Promise<void>;
	/** What was set aside. */
	stuck(): Promise<OutboxEntry[]>;
}

export interface DrainNews {
	sending(ids: string[]): void;
	/** They did not get through: they wait again. */
	waiting(ids: string[]): void;
	delivered(ids: string[]): void;
}

interface Delivery {
	entries: OutboxEntry[];
	answer: ReturnType<typeof deliver>;
}

export class Pass {
	readonly #outbox: Waiting;
	readonly #serverKey: CryptoKey;
	readonly #news: DrainNews;
	readonly #onTheirWay: Delivery[] = [];
	/** On their way, or delivered and not deleted yet: not to be sent again. */
	readonly #leaving = new Set<OutboxEntry>();
	#deleting = Promise.resolve();

	constructor(outbox: Waiting, serverKey: CryptoKey, news: DrainNews) {
		this.#outbox = outbox;
		this.#serverKey = serverKey;
		this.#news = news;
	}

	/** The disk is read for the next delivery, and freed of the one before, while others are on their way. */
	async deliverAll(): Promise<'done' | 'later'> {
		try {
			for (;;) {
				const isEmpty = await this.#send();
				const first = this.#onTheirWay.shift();
				if (first) {
					if ((await this.#settle(first)) === 'later') return await this.#settleRest();
				} else if (isEmpty) return 'done';
				// What a short answer left behind comes again once nothing is leaving.
				else await this.#deleting;
			}
		} finally {
			// Never before the last answer: whoever has the lock next would send the same.
			await Promise.all(this.#onTheirWay.map(({ answer }) => answer));
			await this.#deleting;
		}
	}

	/** Those that the server could not take for envelopes; each alone, and still never given up. */
	async retryStuck(): Promise<void> {
		for (const entry of await this.#outbox.stuck()) {
			const answer = await deliver([entry], this.#serverKey);
			if (answer.kind !== 'receipts') break;
			this.#delete([entry], answer.receipts);
		}
		await this.#deleting;
	}

	/** True when there is nothing to send, and nothing that is leaving. */
	async #send(): Promise<boolean> {
		while (this.#onTheirWay.length < MOST_ON_THEIR_WAY) {
			const leaving = [...this.#leaving];
			const entries = await this.#outbox.next(leaving);
			if (entries.length === 0) return leaving.length === 0;
			for (const entry of entries) this.#leaving.add(entry);
			this.#news.sending(idsOf(entries));
			this.#onTheirWay.push({ entries, answer: deliver(entries, this.#serverKey) });
		}
		return false;
	}

	async #settle({ entries, answer }: Delivery): Promise<'done' | 'later'> {
		const answered = await answer;
		if (answered.kind === 'refused') return this.#deliverOneByOne(entries);
		const isAnyNamed = answered.kind === 'receipts' && this.#delete(entries, answered.receipts) > 0;
		return isAnyNamed ? 'done' : this.#waitAgain(entries);
	}

	/** Nothing more is sent, and what was sent already is still worth its receipt. */
	async #settleRest(): Promise<'later'> {
		for (let next = this.#onTheirWay.shift(); next; next = this.#onTheirWay.shift()) {
			const answered = await next.answer;
			if (answered.kind === 'receipts') this.#delete(next.entries, answered.receipts);
			else this.#waitAgain(next.entries);
		}
		return 'later';
	}

	/** Finds the one that the server cannot take for an envelope, so that it holds nobody else up. */
	async #deliverOneByOne(entries: readonly OutboxEntry[]): Promise<'done' | 'later'> {
		for (const [at, entry] of entries.entries()) {
			const answer = await deliver([entry], this.#serverKey);
			if (answer.kind === 'refused') {
				await this.#outbox.setAside(entry.id);
				this.#leaving.delete(entry);
			} else if (answer.kind === 'later' || this.#delete([entry], answer.receipts) === 0)
				return this.#waitAgain(entries.slice(at));
		}
		return 'done';
	}

	/** Begins to delete those that verified receipts name; says how many. The others wait again. */
	#delete(entries: readonly OutboxEntry[], receipts: readonly Receipt[]): number {
		const delivered = namedBy(receipts, entries);
		const named = new Set(delivered);
		for (const entry of entries) if (!named.has(entry)) this.#leaving.delete(entry);
		if (delivered.length === 0) return 0;
		this.#deleting = this.#deleting.then(async () => {
			const ids = await this.#outbox.markDelivered(delivered);
			for (const entry of delivered) this.#leaving.delete(entry);
			this.#news.delivered(ids);
		});
		// A failure is met where it is waited for, and not as one that nobody looked at.
		this.#deleting.catch(() => undefined);
		return delivered.length;
	}

	#waitAgain(entries: readonly OutboxEntry[]): 'later' {
		for (const entry of entries) this.#leaving.delete(entry);
		this.#news.waiting(idsOf(entries));
		return 'later';
	}
}

const idsOf = (entries: readonly OutboxEntry[]): string[] => entries.map(({ id }) => id);

/** Those that a verified receipt names, by id and digest. */
function namedBy(receipts: readonly Receipt[], entries: readonly OutboxEntry[]): OutboxEntry[] {
	const named = new Map(receipts.map((receipt) => [receipt.id, receipt.digest]));
	return entries.filter((entry) => named.get(entry.id) === entry.digest);
}
