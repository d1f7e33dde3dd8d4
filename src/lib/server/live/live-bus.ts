// Wakes the open pages and kiosks of this process. It carries ids only; what happened is read from
// the feed tables, so that a wake that was missed or doubled does no harm.
import { staffFeedSince, timeOfId, type StaffFeedEvent } from '../database/live-feed';
import type { RunningServer } from '../running';

export interface News {
	schoolId: string;
	staffIds: readonly string[];
	kioskIds: readonly string[];
	/** What was just committed for these staff, where it is at hand: they hear it without a query. */
	feed?: readonly StaffFeedEvent[];
}

/** What a stream hears; called in the order of the events. */
export type HearStaff = (events: readonly StaffFeedEvent[]) => void;

interface StaffChannel {
	schoolId: string;
	listeners: Set<HearStaff>;
	/** Everything before this was read. */
	readUntil: number;
	/** Told already, and still inside the overlap. */
	toldIds: Set<string>;
}

/**
 * Ids of parallel transactions on PostgreSQL, and of several processes, become visible out of order:
 * so much is read again. On SQLite the order of ids is the order of commits, but a page may have
 * come between an id and its commit.
 */
export const OVERLAP_MS = 10_000;
const SQLITE_OVERLAP_MS = 2_000;
/** After a long read, or what was heard without reading, the next one waits a little: in gulps. */
const LONG_READ_ROWS = 200;
const GULP_MS = 100;

export class LiveBus {
	readonly #running: RunningServer;
	readonly #staff = new Map<string, StaffChannel>();
	readonly #kiosks = new Map<string, Set<() => void>>();
	#pending = new Set<string>();
	#reading = false;

	constructor(running: RunningServer) {
		this.#running = running;
	}

	get #overlapMs(): number {
		return this.#running.engine === 'postgres' ? OVERLAP_MS : SQLITE_OVERLAP_MS;
	}

	/** Returns what ends it. */
	subscribeStaff(schoolId: string, staffId: string, hear: HearStaff): () => void {
		const channel = this.#staff.get(staffId) ?? {
			schoolId,
			listeners: new Set(),
			readUntil: Date.now(),
			toldIds: new Set()
		};
		this.#staff.set(staffId, channel);
		channel.listeners.add(hear);
		return () => {
			channel.listeners.delete(hear);
			if (channel.listeners.size === 0) this.#staff.delete(staffId);
		};
	}

	/** `wake` means: look into the kiosk's feed. Returns what ends it. */
	subscribeKiosk(kioskId: string, wake: () => void): () => void {
		const wakes = this.#kiosks.get(kioskId) ?? new Set();
		this.#kiosks.set(kioskId, wakes);
		wakes.add(wake);
		return () => {
			wakes.delete(wake);
			if (wakes.size === 0) this.#kiosks.delete(kioskId);
		};
	}

	wake({ staffIds, kioskIds, feed = [] }: Omit<News, 'schoolId'>): void {
		for (const id of kioskIds) for (const wake of this.#kiosks.get(id) ?? []) wake();
		for (const [staffId, events] of Map.groupBy(feed, ({ staffId }) => staffId)) {
			const channel = this.#staff.get(staffId);
			if (channel) hearNew(channel, events);
		}
		for (const id of staffIds) if (this.#staff.has(id)) this.#pending.add(id);
		// What was heard just now is read all the same, since others may have written something before it.
		if (feed.length > 0) setTimeout(() => this.#read(), GULP_MS).unref();
		else this.#read();
	}

	/** After the connection to the other processes was away: anything may have happened. */
	wakeEverybody(): void {
		this.wake({ staffIds: [...this.#staff.keys()], kioskIds: [...this.#kiosks.keys()] });
	}

	#read(): void {
		if (this.#reading || this.#pending.size === 0) return;
		this.#reading = true;
		this.#readPending()
			.catch((error: unknown) => {
				// The pages reconnect and catch up; a log line is all that is lost.
				this.#running.log.error({ err: error }, 'the live feed could not be read');
				return 0;
			})
			.then((rows) => {
				const again = () => {
					this.#reading = false;
					this.#read();
				};
				if (rows > LONG_READ_ROWS) setTimeout(again, GULP_MS);
				else again();
			});
	}

	/** Reads for all who are waiting, one query per school. */
	async #readPending(): Promise<number> {
		const ids = [...this.#pending];
		this.#pending = new Set();
		const schools = new Map<string, string[]>();
		for (const id of ids) {
			const schoolId = this.#staff.get(id)?.schoolId;
			if (!schoolId) continue;
			schools.set(schoolId, [...(schools.get(schoolId) ?? []), id]);
		}
		let rows = 0;
		for (const [schoolId, staffIds] of schools) {
			const since = Math.min(...staffIds.map((id) => this.#staff.get(id)?.readUntil ?? Date.now()));
			const readAt = Date.now();
			const events = await staffFeedSince(
				this.#running.db,
				schoolId,
				staffIds,
				since - this.#overlapMs
			);
			rows += events.length;
			for (const staffId of staffIds) {
				const own = events.filter((event) => event.staffId === staffId);
				this.#tell(staffId, own, readAt);
			}
		}
		return rows;
	}

	#tell(staffId: string, events: readonly StaffFeedEvent[], readAt: number): void {
		const channel = this.#staff.get(staffId);
		if (!channel) return;
		hearNew(channel, events);
		// Never ahead of the newest row: a clock elsewhere may be behind ours.
		const newestAt = timeOfId(events.at(-1)?.eventId ?? '') ?? channel.readUntil;
		channel.readUntil = Math.max(channel.readUntil, Math.min(newestAt, readAt));
		const forgetBefore = channel.readUntil - this.#overlapMs;
		channel.toldIds = new Set(
			[...channel.toldIds].filter((id) => (timeOfId(id) ?? 0) >= forgetBefore)
		);
	}
}

function hearNew(channel: StaffChannel, events: readonly StaffFeedEvent[]): void {
	const fresh = events.filter(({ eventId }) => !channel.toldIds.has(eventId));
	for (const { eventId } of fresh) channel.toldIds.add(eventId);
	if (fresh.length > 0) for (const hear of channel.listeners) hear(fresh);
}
