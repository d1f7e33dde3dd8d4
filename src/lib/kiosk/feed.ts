// Listens to the server while somebody could be looking at the tablet: what an adult said to this
// kiosk's own urgent request, and that the directory has changed.
import { readKioskFeed, type KioskFeedEvent } from '$lib/crossing/kiosk-feed';

const PAUSE_MS = 3_000;
/**
 * The server says something every 15 s. A connection that died without a word, as when the tablet was carried
 * to another access point, would stay open for ever.
 */
export const SILENT_MS = 40_000;

export class FeedListener {
	/** A signed request for the feed; `null` when the server cannot be reached. */
	readonly #open: (signal: AbortSignal) => Promise<Response | null>;
	readonly #hear: (event: KioskFeedEvent) => void;
	#listening: AbortController | null = null;
	#stopped = false;

	constructor(
		open: (signal: AbortSignal) => Promise<Response | null>,
		hear: (event: KioskFeedEvent) => void
	) {
		this.#open = open;
		this.#hear = hear;
	}

	start(): void {
		document.addEventListener('visibilitychange', this.#follow);
		addEventListener('online', this.#follow);
		this.#follow();
	}

	stop(): void {
		this.#stopped = true;
		document.removeEventListener('visibilitychange', this.#follow);
		removeEventListener('online', this.#follow);
		this.#listening?.abort();
	}

	readonly #follow = (): void => {
		if (document.visibilityState === 'hidden') {
			this.#listening?.abort();
			this.#listening = null;
		} else if (!this.#listening && !this.#stopped) {
			this.#listening = new AbortController();
			void this.#listen(this.#listening.signal);
		}
	};

	/** Comes again after each end, until it is told to stop. */
	async #listen(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const connection = new AbortController();
			const end = () => connection.abort();
			signal.addEventListener('abort', end);
			try {
				await this.#hearAll(connection.signal, end);
			} catch {
				// The connection broke, or nobody is looking any more.
			}
			signal.removeEventListener('abort', end);
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())));
		}
	}

	async #hearAll(signal: AbortSignal, end: () => void): Promise<void> {
		let silent = setTimeout(end, SILENT_MS);
		const hears = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
			transform(part, next) {
				clearTimeout(silent);
				silent = setTimeout(end, SILENT_MS);
				next.enqueue(part);
			}
		});
		try {
			const response = await this.#open(signal);
			if (!response?.ok || !response.body) return;
			for await (const event of readKioskFeed(response.body.pipeThrough(hears))) this.#hear(event);
		} finally {
			clearTimeout(silent);
		}
	}
}
