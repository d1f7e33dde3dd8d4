// Listens to the server while somebody could be looking at the tablet: what an adult said to this
// kiosk's own urgent request, and that the directory has changed.
import { readKioskFeed, type KioskFeedEvent } from '$lib/crossing/kiosk-feed';

const PAUSE_MS = 3_000;

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
			try {
				const response = await this.#open(signal);
				if (response?.ok && response.body) {
					for await (const event of readKioskFeed(response.body)) this.#hear(event);
				}
			} catch {
				// The connection broke, or nobody is looking any more.
			}
			await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())));
		}
	}
}
