// Opens what has been stored: verify the kiosk's signature, unseal the routing part, record what it
// says. What a crash left unopened is opened at the next start; what cannot be opened or understood goes
// to quarantine. An envelope is recorded once, whichever process gets to it.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Transaction } from 'kysely';
import { readLine, signedText } from '$lib/crossing/envelope';
import { openRouting } from '$lib/crossing/unseal';
import {
	claimOpened,
	envelopeKey,
	noteCounters,
	otherBodies,
	quarantine,
	unopenedEnvelopes,
	type ArrivedEnvelope,
	type CounterNews,
	type Quarantined
} from '../database/envelopes';
import type { Tables } from '../database/schema';
import { sendingKiosks, type SendingKiosk } from '../database/sending-kiosks';
import { isTroubleOfStorage } from '../database/storage-trouble';
import type { RunningServer } from '../running';
import { scheduleGapAlarm } from './gap-alarm';
import type { OpenedEnvelope, Recorder } from './recorder';

/** Few enough that a newcomer's tap never waits long behind a batch; enough that a sync serves many. */
const BATCH = 100;
/** More than these wait in the database instead of in memory. */
const MOST_WAITING = 500;
/** With no more than these waiting there is no flood, and they are opened at once. */
const FEW_WAITING = 60;
/** In a flood deliveries are stored first: until there were none for so long, or for so long at most. */
const QUIET_MS = 4;
const LONGEST_PAUSE_MS = 500;
/** After the disk was full, or the connection to the database lost. */
const TRY_AGAIN_MS = 2_000;
/** How often leftovers of other processes are looked for, and how old they must be. */
const LEFTOVER_EVERY_MS = 30_000;

/** In the crypto threads, beside this one. */
const verifyApart = promisify(verify);
/** For fewer than these the way to another thread and back takes longer than verifying. */
const FEW = 4;

type Looked = { kind: 'opened'; opened: OpenedEnvelope } | { kind: 'quarantine'; reason: string };

export class EnvelopeOpener {
	readonly #running: RunningServer;
	readonly #recorder: Recorder;
	#waiting: ArrivedEnvelope[] = [];
	#leftovers = true;
	#working: Promise<void> | null = null;
	#timer: NodeJS.Timeout;
	#again: NodeJS.Timeout | undefined;
	#stopped = false;
	#storing = 0;
	/** Counts what began to be stored, so that a pause between two is told from the end. */
	#deliveries = 0;
	readonly #keys = new Map<string, KeyObject>();

	constructor(running: RunningServer, recorder: Recorder) {
		this.#running = running;
		this.#recorder = recorder;
		this.#timer = setInterval(() => {
			this.#leftovers = true;
			this.#work();
		}, LEFTOVER_EVERY_MS);
		this.#timer.unref();
		this.#work();
	}

	/** Opens these soon; returns at once. */
	open(stored: readonly ArrivedEnvelope[]): void {
		if (this.#waiting.length + stored.length > MOST_WAITING) this.#leftovers = true;
		else this.#waiting.push(...stored);
		this.#work();
	}

	/**
	 * Runs `store`, the storing of a delivery. That goes before opening: a tablet waits for its receipt.
	 */
	async storing<Stored>(store: () => Promise<Stored>): Promise<Stored> {
		this.#storing += 1;
		this.#deliveries += 1;
		try {
			return await store();
		} finally {
			this.#storing -= 1;
		}
	}

	/** Resolves when nothing is waiting. */
	async idle(): Promise<void> {
		while (this.#working) await this.#working;
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		clearInterval(this.#timer);
		clearTimeout(this.#again);
		await this.idle();
	}

	#work(): void {
		if (this.#working || this.#stopped) return;
		this.#working = this.#drain()
			.catch((error: unknown) => {
				this.#running.log.error({ err: error }, 'envelopes could not be opened; they are kept');
				// Whatever it was, they are stored: the next round finds them.
				this.#waiting = [];
				this.#leftovers = true;
				this.#again = setTimeout(() => this.#work(), TRY_AGAIN_MS).unref();
			})
			.finally(() => {
				this.#working = null;
			});
	}

	async #drain(): Promise<void> {
		while (!this.#stopped) {
			if (this.#waiting.length === 0 && this.#leftovers) {
				const found = await unopenedEnvelopes(this.#running.db, BATCH);
				if (found.length === 0) this.#leftovers = false;
				this.#waiting = found;
			}
			if (this.#waiting.length === 0) return;
			await this.#stepBack();
			await this.#openBatch(this.#waiting.splice(0, BATCH));
		}
	}

	/**
	 * Lets deliveries be stored first. A few envelopes are opened at once; in a flood it waits for a
	 * moment without any, but never long: a steady stream must not stop the opening.
	 */
	async #stepBack(): Promise<void> {
		await setImmediate();
		if (this.#waiting.length <= FEW_WAITING) return;
		const giveUpAt = performance.now() + LONGEST_PAUSE_MS;
		do {
			const before = this.#deliveries;
			await pause(QUIET_MS);
			if (this.#storing === 0 && this.#deliveries === before) return;
		} while (performance.now() < giveUpAt && !this.#stopped);
	}

	async #openBatch(batch: ArrivedEnvelope[]): Promise<void> {
		const { db, log } = this.#running;
		const kiosks = await sendingKiosks(db, [...new Set(batch.map(({ kioskId }) => kioskId))]);
		// All at once: most of opening is done by the crypto threads.
		const looked = new Map(
			await Promise.all(
				batch.map(async (envelope): Promise<[string, Looked]> => [
					envelopeKey(envelope.envelopeId, envelope.digest),
					await this.#look(envelope, kiosks.get(envelope.kioskId), batch.length < FEW)
				])
			)
		);
		try {
			await this.#record(batch, looked);
		} catch (error) {
			// No fault of these envelopes, and it passes: they are kept as they are for the next round.
			if (isTroubleOfStorage(error)) throw error;
			if (batch.length === 1) {
				log.error({ err: error }, 'an envelope could not be recorded; it is in quarantine');
				for (const key of looked.keys()) {
					looked.set(key, { kind: 'quarantine', reason: 'could-not-record' });
				}
				await this.#record(batch, looked);
				return;
			}
			// One of them is the trouble: the others must not wait for it.
			for (const envelope of batch) await this.#openBatch([envelope]);
		}
	}

	async #look(
		envelope: ArrivedEnvelope,
		kiosk: SendingKiosk | undefined,
		fewAtOnce: boolean
	): Promise<Looked> {
		const read = readLine(envelope.line);
		if (read.kind !== 'envelope') return { kind: 'quarantine', reason: 'malformed' };
		if (!kiosk) return { kind: 'quarantine', reason: 'unknown-kiosk' };
		const text = Buffer.from(signedText(read.envelope));
		const signature = Buffer.from(read.envelope.signature, 'base64url');
		const key = this.#keyOf(kiosk);
		const signed = fewAtOnce
			? verify(null, text, key, signature)
			: await verifyApart(null, text, key, signature);
		if (!signed) return { kind: 'quarantine', reason: 'bad-signature' };
		if (kiosk.revokedAt !== null) return { kind: 'quarantine', reason: 'revoked-kiosk' };
		const inside = await openRouting(read.envelope.routing, this.#running.keys.routing.identity);
		if (inside.kind === 'unreadable') return { kind: 'quarantine', reason: inside.reason };
		if (inside.routing.kind === 'cover') return { kind: 'quarantine', reason: 'not-understood' };
		return {
			kind: 'opened',
			opened: {
				schoolId: envelope.schoolId,
				kioskId: envelope.kioskId,
				envelopeId: envelope.envelopeId,
				digest: envelope.digest,
				routing: inside.routing,
				receivedAt: envelope.receivedAt,
				sealedWords: read.envelope.words
			}
		};
	}

	async #record(batch: ArrivedEnvelope[], looked: Map<string, Looked>): Promise<void> {
		const now = Date.now();
		const woken = new Map<string, { staff: Set<string>; kiosks: Set<string> }>();
		const wake = (schoolId: string, staff: string[], kiosks: string[]) => {
			const news = woken.get(schoolId) ?? { staff: new Set(), kiosks: new Set() };
			for (const id of staff) news.staff.add(id);
			for (const id of kiosks) news.kiosks.add(id);
			woken.set(schoolId, news);
		};
		await this.#running.db.transaction().execute(async (tx) => {
			const claimed = await claimOpened(tx, batch);
			const ours = batch.filter((one) => claimed.has(envelopeKey(one.envelopeId, one.digest)));
			const doubled = await otherBodies(tx, ours);
			const toQuarantine: Quarantined[] = [];
			const toRecord: { envelope: ArrivedEnvelope; opened: OpenedEnvelope }[] = [];
			const setAside = ({ schoolId, envelopeId, digest }: ArrivedEnvelope, reason: string) =>
				toQuarantine.push({ schoolId, envelopeId, digest, reason });
			for (const envelope of ours) {
				const look = looked.get(envelopeKey(envelope.envelopeId, envelope.digest));
				if (!look) throw new Error('An envelope was claimed that nobody had looked at.');
				if (look.kind === 'quarantine') setAside(envelope, look.reason);
				else if (doubled.has(envelope.envelopeId)) setAside(envelope, 'same-id-other-body');
				else toRecord.push({ envelope, opened: look.opened });
			}
			const outcomes = await this.#recorder.record(
				tx,
				toRecord.map(({ opened }) => opened)
			);
			for (const [i, { envelope }] of toRecord.entries()) {
				const outcome = outcomes[i];
				if (!outcome) throw new Error('An envelope was neither recorded nor put aside.');
				if (outcome.outcome === 'quarantine') setAside(envelope, outcome.reason);
				else wake(envelope.schoolId, outcome.wake, outcome.kioskWake);
			}
			await quarantine(tx, toQuarantine, now);
			await noteGaps(tx, ours, looked, now);
		});
		for (const [schoolId, news] of woken) {
			this.#recorder.announce({ schoolId, staffIds: [...news.staff], kioskIds: [...news.kiosks] });
		}
	}

	#keyOf(kiosk: SendingKiosk): KeyObject {
		const known = this.#keys.get(kiosk.publicKey);
		if (known) return known;
		const made = createPublicKey({
			key: { kty: 'OKP', crv: 'Ed25519', x: kiosk.publicKey },
			format: 'jwk'
		});
		this.#keys.set(kiosk.publicKey, made);
		return made;
	}
}

/** Counters count only where the signature is good: a stranger must not be able to raise them. */
async function noteGaps(
	tx: Transaction<Tables>,
	ours: readonly ArrivedEnvelope[],
	looked: ReadonlyMap<string, Looked>,
	now: number
): Promise<void> {
	const byKiosk = new Map<string, CounterNews>();
	for (const { envelopeId, digest, schoolId, kioskId, counter } of ours) {
		if (looked.get(envelopeKey(envelopeId, digest))?.kind !== 'opened') continue;
		const news = byKiosk.get(kioskId) ?? { schoolId, kioskId, counters: [] };
		news.counters.push(counter);
		byKiosk.set(kioskId, news);
	}
	for (const news of byKiosk.values()) {
		const missing = await noteCounters(tx, news, now);
		if (missing.length > 0) await scheduleGapAlarm(tx, news.schoolId, news.kioskId, now);
	}
}
