// PouchDB as its documentation shows it: `put` on one side, `changes({ live: true })` on the other.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { FIGURES_FOLDER } from './figure-results';

interface Changes {
	on(event: 'change', heard: (change: { id: string }) => void): Changes;
	cancel(): void;
}

interface Pouch {
	info(): Promise<{ update_seq: number | string }>;
	put(document: { _id: string; line: string }): Promise<unknown>;
	changes(options: { live: true; since: number | string }): Changes;
}

type PouchConstructor = new (url: string) => Pouch;

const HEARD_TIMEOUT_MS = 20_000;

/** Installed by `installPeers`. */
function pouchOf(url: string): Pouch {
	const require = createRequire(join(FIGURES_FOLDER, 'peers/package.json'));
	return new (require('pouchdb-node') as PouchConstructor)(url);
}

export class PouchListeners {
	readonly #sender: Pouch;
	readonly #changes: Changes[] = [];
	readonly #count: number;
	#heard: (listener: number, id: string) => void = () => undefined;

	private constructor(sender: Pouch, count: number) {
		this.#sender = sender;
		this.#count = count;
	}

	static async open(url: string, count: number): Promise<PouchListeners> {
		const listeners = new PouchListeners(pouchOf(url), count);
		const { update_seq: since } = await listeners.#sender.info();
		for (let n = 0; n < count; n += 1) {
			listeners.#changes.push(
				pouchOf(url)
					.changes({ live: true, since })
					.on('change', ({ id }) => listeners.#heard(n, id))
			);
		}
		return listeners;
	}

	async send(id: string, line: string): Promise<void> {
		await this.#sender.put({ _id: id, line });
	}

	/** As `EventListeners.heard`. */
	heard(id: string): Promise<number> {
		const who = new Set<number>();
		let lastHeardAt = 0;
		return new Promise((resolve, reject) => {
			const timer = setTimeout(
				() => reject(new Error(`${who.size} of ${this.#count} PouchDB listeners heard of ${id}.`)),
				HEARD_TIMEOUT_MS
			);
			this.#heard = (listener, what) => {
				if (what !== id) return;
				if (listener === this.#count - 1) lastHeardAt = performance.now();
				who.add(listener);
				if (who.size < this.#count) return;
				clearTimeout(timer);
				resolve(lastHeardAt);
			};
		});
	}

	close(): void {
		for (const changes of this.#changes) changes.cancel();
	}
}
