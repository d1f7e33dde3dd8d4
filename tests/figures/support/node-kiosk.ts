// A kiosk in Node that speaks the real protocol: it seals and signs, keeps what it sealed until a receipt
// for exactly those bytes is verified, and sends again what was not acknowledged.
import type { Routing } from '$lib/domain/check-in';
import { digestOf } from '$lib/crossing/bytes';
import { MOST_ENVELOPES } from '$lib/crossing/envelope';
import { verifiedReceipts } from '$lib/crossing/receipt';
import { makeLine, seal } from '$lib/crossing/seal';
import type { TestKiosk } from '../../support/test-kiosk';
import { newEnvelopeId, type CrossingSchool } from './crossing-school';

export interface SealedEntry {
	id: string;
	line: string;
	digest: string;
	routing: Routing;
}

export type Delivered = 'empty' | 'delivered' | 'later';

const DELIVERY_TIMEOUT_MS = 10_000;

export class NodeKiosk {
	/** Acknowledged with a verified receipt, and so deleted here. */
	readonly acknowledged: SealedEntry[] = [];
	/** Receipts that said `duplicate`: the server had it, and its first answer never came. */
	duplicateReceipts = 0;
	readonly #school: CrossingSchool;
	readonly #kiosk: TestKiosk;
	#waiting: SealedEntry[] = [];
	#counter = 0;

	constructor(school: CrossingSchool, kiosk: TestKiosk) {
		this.#school = school;
		this.#kiosk = kiosk;
	}

	get waiting(): readonly SealedEntry[] {
		return this.#waiting;
	}

	async keep(routing: Routing, words: Uint8Array | null = null): Promise<SealedEntry> {
		this.#counter += 1;
		const id = newEnvelopeId();
		const sealed = await seal(routing, words, this.#school.keys);
		const line = await makeLine(sealed, id, this.#counter, this.#kiosk);
		const entry = { id, line, digest: await digestOf(line), routing };
		this.#waiting.push(entry);
		return entry;
	}

	/** One delivery of at most `most`. Nothing is given up without a verified receipt. */
	async deliver(origin: string, most = MOST_ENVELOPES): Promise<Delivered> {
		const entries = this.#waiting.slice(0, most);
		if (entries.length === 0) return 'empty';
		const receipts = await this.#post(origin, entries.map(({ line }) => line).join('\n'));
		if (!receipts) return 'later';
		const said = new Map(receipts.map((receipt) => [`${receipt.id} ${receipt.digest}`, receipt]));
		for (const entry of entries) {
			const receipt = said.get(`${entry.id} ${entry.digest}`);
			if (!receipt) continue;
			if (receipt.outcome === 'duplicate') this.duplicateReceipts += 1;
			this.#waiting = this.#waiting.filter((one) => one !== entry);
			this.acknowledged.push(entry);
		}
		return 'delivered';
	}

	async #post(origin: string, body: string) {
		try {
			const response = await fetch(`${origin}/crossing/v1/envelopes`, {
				method: 'POST',
				body,
				headers: { 'content-type': 'application/x-ndjson' },
				signal: AbortSignal.timeout(DELIVERY_TIMEOUT_MS)
			});
			if (!response.ok) {
				await response.arrayBuffer();
				return null;
			}
			return await verifiedReceipts(await response.json(), this.#school.serverKey);
		} catch {
			return null;
		}
	}
}
