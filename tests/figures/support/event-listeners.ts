// Many open streams on one server, and when each hears of an id.
import { Agent, request, type ClientRequest } from 'node:http';

const HEARD_TIMEOUT_MS = 10_000;

interface Waiting {
	id: string;
	heard: Set<number>;
	/** `performance.now()` when the last-opened stream heard it. */
	lastHeardAt: number;
	done(): void;
}

export class EventListeners {
	readonly #requests: ClientRequest[] = [];
	readonly #count: number;
	#waiting: Waiting | null = null;

	private constructor(count: number) {
		this.#count = count;
	}

	/** Resolves when all `count` streams have been answered. */
	static async open(
		url: string,
		count: number,
		headers: Record<string, string> = {}
	): Promise<EventListeners> {
		const listeners = new EventListeners(count);
		const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
		for (let n = 0; n < count; n += 1) await listeners.#openOne(url, n, agent, headers);
		return listeners;
	}

	/** The moment at which the last-opened stream hears of `id`; resolves when all have heard. */
	async heard(id: string): Promise<number> {
		let timer: NodeJS.Timeout | undefined;
		const waiting: Waiting = { id, heard: new Set(), lastHeardAt: 0, done: () => undefined };
		const all = new Promise<void>((resolve, reject) => {
			waiting.done = resolve;
			timer = setTimeout(
				() => reject(new Error(`${waiting.heard.size} of ${this.#count} streams heard of ${id}.`)),
				HEARD_TIMEOUT_MS
			);
		});
		this.#waiting = waiting;
		try {
			await all;
		} finally {
			clearTimeout(timer);
		}
		return waiting.lastHeardAt;
	}

	close(): void {
		for (const asked of this.#requests) asked.destroy();
	}

	#openOne(url: string, n: number, agent: Agent, headers: Record<string, string>): Promise<void> {
		return new Promise((resolve, reject) => {
			const asked = request(url, { agent, headers }, (response) => {
				if (response.statusCode !== 200) {
					reject(new Error(`A stream was answered with ${response.statusCode}.`));
					return;
				}
				let rest = '';
				response.setEncoding('utf8').on('data', (piece: string) => {
					rest = this.#look(n, rest + piece);
				});
				// Ended by us, or the next `heard` tells that one is missing.
				response.on('error', () => undefined);
				resolve();
			});
			asked.on('error', reject);
			asked.end();
			this.#requests.push(asked);
		});
	}

	/** What is left to look at with the next piece. */
	#look(n: number, text: string): string {
		const waiting = this.#waiting;
		if (waiting && text.includes(waiting.id)) {
			if (n === this.#count - 1 && !waiting.heard.has(n)) waiting.lastHeardAt = performance.now();
			waiting.heard.add(n);
			if (waiting.heard.size === this.#count) waiting.done();
			return '';
		}
		return text.slice(-200);
	}
}
