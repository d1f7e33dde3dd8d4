// When the outbox is drained: at start, when something is kept, when the network or the screen comes
// back, and again after a pause that grows while the server cannot be reached.
import { drain, type DrainNews } from './drain';
import { pauseAfter } from './pause-after';
import type { KioskStorage } from './storage';

/** While there is nothing to send a kiosk still looks, in case the worker left something. */
const QUIET_PAUSE_MS = 60_000;

export class Forwarder {
	readonly #storage: KioskStorage;
	readonly #news: DrainNews;
	#failures = 0;
	#running = false;
	#again = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;

	constructor(storage: KioskStorage, news: DrainNews) {
		this.#storage = storage;
		this.#news = news;
	}

	start(): void {
		addEventListener('online', this.#now);
		document.addEventListener('visibilitychange', this.#now);
		this.#now();
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
		removeEventListener('online', this.#now);
		document.removeEventListener('visibilitychange', this.#now);
	}

	/** Sends as soon as it can; safe to call at any time. */
	readonly #now = (): void => {
		this.nudge();
	};

	nudge(): void {
		if (this.#stopped) return;
		if (this.#running) {
			this.#again = true;
			return;
		}
		this.#running = true;
		clearTimeout(this.#timer);
		void this.#round();
	}

	async #round(): Promise<void> {
		let pause = QUIET_PAUSE_MS;
		try {
			do {
				this.#again = false;
				const { outcome } = await drain(this.#storage, this.#news);
				this.#failures = outcome === 'later' ? this.#failures + 1 : 0;
			} while (this.#again && this.#failures === 0);
		} catch {
			this.#failures += 1;
		}
		if (this.#failures > 0) pause = pauseAfter(this.#failures, Math.random());
		this.#running = false;
		if (!this.#stopped) this.#timer = setTimeout(() => this.nudge(), pause);
	}
}
