// Opens what has been stored: verify the kiosk's signature, unseal the routing part, record what it
// says. What a crash left unopened is opened at the next start; what cannot be opened or understood goes
// to quarantine. An envelope is recorded once, whichever process gets to it.
import { setImmediate } from 'node:timers/promises';
import {
	claimOpened,
	envelopeKey,
	unopenedEnvelopes,
	type ArrivedEnvelope
} from '../database/envelopes';
import { sendingKiosks } from '../database/sending-kiosks';
import { isTroubleOfStorage } from '../database/storage-trouble';
import { storeEnvelopes } from '../database/store-envelopes';
import type { News } from '../live/live-bus';
import type { RunningServer } from '../running';
import { compareTried } from './compare-tried';
import { DeliveriesFirst, FEW } from './deliveries-first';
import { lookInside, type Looked } from './look-inside';
import { recordLooked } from './record-looked';
import type { Recorder } from './recorder';
import { storeRecorded } from './store-recorded';

/**
 * Few enough that a newcomer's tap never waits long behind a batch; enough that a sync, and on PostgreSQL
 * each statement's way there and back, serves many.
 */
const BATCH = 250;
/** More than this waits in the database instead of in memory: 700 visits, or some recordings. */
const MOST_WAITING_BYTES = 6 * 1024 * 1024;
/** Read again at a time of what waits there. */
const MOST_LEFTOVERS = 300;
/** No more than these are stored and recorded in one commit: the others in line would wait for it. */
const MOST_IN_ONE_COMMIT = 4;
/** After the disk was full, or the connection to the database lost. */
const TRY_AGAIN_MS = 2_000;
/** How often leftovers of other processes are looked for, and how old they must be. */
const LEFTOVER_EVERY_MS = 30_000;

const bytesOf = (envelopes: readonly ArrivedEnvelope[]): number =>
	envelopes.reduce((bytes, { line }) => bytes + line.length, 0);

const keyOf = ({ envelopeId, digest }: ArrivedEnvelope) => envelopeKey(envelopeId, digest);

export class EnvelopeOpener {
	readonly #running: RunningServer;
	readonly #recorder: Recorder;
	#waiting: ArrivedEnvelope[] = [];
	#leftovers = true;
	#working: Promise<void> | null = null;
	#timer: NodeJS.Timeout;
	#again: NodeJS.Timeout | undefined;
	#stopped = false;
	readonly #deliveries = new DeliveriesFirst();

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

	/**
	 * Stores what is not there yet, and sees to its being opened: in the same commit where that keeps
	 * nobody waiting, else soon. Says which were stored, as `envelopeKey`; durable when it resolves.
	 */
	async store(arrived: readonly ArrivedEnvelope[]): Promise<Set<string>> {
		if (this.#isQuietFor(arrived)) {
			const news = await storeRecorded(this.#running, this.#recorder, arrived);
			if (news) {
				this.#announce(news);
				// Out to the open pages before anything else is worked at.
				await setImmediate();
				return new Set(arrived.map(keyOf));
			}
		}
		const stored = await storeEnvelopes(this.#running.db, arrived);
		this.#open(arrived.filter((envelope) => stored.has(keyOf(envelope))));
		return stored;
	}

	#isQuietFor(arrived: readonly ArrivedEnvelope[]): boolean {
		const isAlone = this.#deliveries.isAlone && !this.#working && !this.#stopped;
		return isAlone && arrived.length > 0 && arrived.length <= MOST_IN_ONE_COMMIT;
	}

	/** Opens these soon; returns at once. */
	#open(stored: readonly ArrivedEnvelope[]): void {
		const bytes = bytesOf(this.#waiting) + bytesOf(stored);
		if (bytes > MOST_WAITING_BYTES) this.#leftovers = true;
		else this.#waiting.push(...stored);
		this.#work();
	}

	/** Runs `store`, the storing of a delivery, which goes before opening. */
	storing<Stored>(store: () => Promise<Stored>): Promise<Stored> {
		return this.#deliveries.storing(store);
	}

	/** Resolves when nothing is waiting. */
	async idle(): Promise<void> {
		while (this.#working) await this.#working;
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		this.#deliveries.end();
		clearInterval(this.#timer);
		clearTimeout(this.#again);
		await this.idle();
	}

	#work(): void {
		if (this.#working || this.#stopped) return;
		this.#deliveries.begin();
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
				// Stored in the very moment in which the last round ended.
				if (this.#waiting.length > 0) this.#work();
			});
	}

	/** While a batch is being recorded, which on PostgreSQL is mostly waiting, the next is looked into. */
	async #drain(): Promise<void> {
		let recorded = Promise.resolve();
		try {
			while (!this.#stopped) {
				if (this.#waiting.length === 0) {
					// Until then what is being recorded counts as unopened.
					await recorded;
					await this.#findLeftovers();
					if (this.#waiting.length === 0) return;
				}
				await setImmediate();
				if (this.#waiting.length > FEW) await this.#deliveries.turn();
				const batch = this.#waiting.splice(0, BATCH);
				const looked = await this.#look(batch);
				await recorded;
				recorded = this.#recordOrSetAside(batch, looked);
				// Heard of when it is awaited, in the next round or at the end.
				recorded.catch(() => undefined);
			}
		} finally {
			await recorded;
		}
	}

	async #findLeftovers(): Promise<void> {
		if (this.#waiting.length > 0 || !this.#leftovers) return;
		const found = await unopenedEnvelopes(this.#running.db, MOST_LEFTOVERS);
		if (found.length === 0) this.#leftovers = false;
		// What was stored meanwhile may be among them.
		const known = new Set(this.#waiting.map(keyOf));
		this.#waiting.push(...found.filter((envelope) => !known.has(keyOf(envelope))));
	}

	async #look(batch: readonly ArrivedEnvelope[]): Promise<Map<string, Looked>> {
		const { db, keys } = this.#running;
		const kiosks = await sendingKiosks(db, [...new Set(batch.map(({ kioskId }) => kioskId))]);
		const turn = () => (batch.length > FEW ? this.#deliveries.turn() : null);
		const looked = await lookInside(batch, kiosks, keys.routing.identity, turn);
		return compareTried(this.#running, looked);
	}

	async #recordOrSetAside(
		batch: ArrivedEnvelope[],
		looked: ReadonlyMap<string, Looked>
	): Promise<void> {
		try {
			await this.#record(batch, looked);
		} catch (error) {
			// No fault of these envelopes, and it passes: they are kept as they are for the next round.
			if (isTroubleOfStorage(error)) throw error;
			const [only] = batch;
			if (only && batch.length === 1) {
				this.#running.log.error(
					{ err: error },
					'an envelope could not be recorded; it is in quarantine'
				);
				const aside: Looked = { kind: 'quarantine', reason: 'could-not-record' };
				await this.#record(batch, new Map([[keyOf(only), aside]]));
				return;
			}
			// One of them is the trouble: the others must not wait for it.
			for (const envelope of batch) await this.#recordOrSetAside([envelope], looked);
		}
	}

	async #record(batch: ArrivedEnvelope[], looked: ReadonlyMap<string, Looked>): Promise<void> {
		const { news } = await this.#running.db.transaction().execute(async (tx) => {
			const claimed = await claimOpened(tx, batch);
			const ours = batch.filter((one) => claimed.has(keyOf(one)));
			return recordLooked(tx, this.#recorder, ours, looked, Date.now());
		});
		this.#announce(news);
	}

	#announce(news: readonly News[]): void {
		for (const ofSchool of news) this.#recorder.announce(ofSchool);
	}
}
