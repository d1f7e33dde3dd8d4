// Several processes on one PostgreSQL hear of each other's news by LISTEN and NOTIFY.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import * as v from 'valibot';
import { NOTIFY_CHANNEL, notifyProcesses } from '../database/live-feed';
import type { RunningServer } from '../running';
import type { LiveBus, News } from './live-bus';

const Told = v.object({
	from: v.string(),
	schoolId: v.string(),
	staffIds: v.array(v.string()),
	kioskIds: v.array(v.string())
});

/** A notification may carry less than 8,000 bytes; an id takes 39. */
const MOST_IDS = 150;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

export class OtherProcesses {
	readonly #running: RunningServer;
	readonly #bus: LiveBus;
	/** So that a process does not listen to itself. */
	readonly #me = randomUUID();
	#client: pg.Client | null = null;
	#retryMs = FIRST_RETRY_MS;
	#retry: NodeJS.Timeout | null = null;
	#stopped = false;

	constructor(running: RunningServer, bus: LiveBus) {
		this.#running = running;
		this.#bus = bus;
	}

	/** Resolves when this process hears the others, or has begun to try again. */
	async listen(): Promise<void> {
		const { databaseUrl } = this.#running.config;
		if (!databaseUrl || this.#stopped) return;
		const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
		client.on('error', () => this.#lost(client));
		client.on('end', () => this.#lost(client));
		client.on('notification', ({ payload }) => this.#hear(payload ?? ''));
		this.#client = client;
		try {
			await client.connect();
			await client.query(`listen ${NOTIFY_CHANNEL}`);
			this.#retryMs = FIRST_RETRY_MS;
			this.#bus.wakeEverybody();
		} catch {
			this.#lost(client);
		}
	}

	async tell({ schoolId, staffIds, kioskIds }: News): Promise<void> {
		const rounds = Math.max(
			1,
			Math.ceil(Math.max(staffIds.length, kioskIds.length) / (MOST_IDS / 2))
		);
		for (let round = 0; round < rounds; round += 1) {
			const part = (ids: readonly string[]) =>
				ids.slice((round * MOST_IDS) / 2, ((round + 1) * MOST_IDS) / 2);
			const told: v.InferInput<typeof Told> = {
				from: this.#me,
				schoolId,
				staffIds: part(staffIds),
				kioskIds: part(kioskIds)
			};
			await notifyProcesses(this.#running.db, JSON.stringify(told));
		}
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		if (this.#retry) clearTimeout(this.#retry);
		await this.#client?.end().catch(() => undefined);
		this.#client = null;
	}

	#hear(payload: string): void {
		let said: unknown;
		try {
			said = JSON.parse(payload);
		} catch {
			return;
		}
		const told = v.safeParse(Told, said);
		if (told.success && told.output.from !== this.#me) this.#bus.wake(told.output);
	}

	#lost(client: pg.Client): void {
		if (this.#client !== client || this.#stopped) return;
		this.#client = null;
		client.end().catch(() => undefined);
		this.#running.log.warn('the connection that hears other processes was lost; trying again');
		this.#retry = setTimeout(() => void this.listen(), this.#retryMs);
		this.#retry.unref();
		this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
	}
}
