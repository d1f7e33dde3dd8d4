// The open page hears that something has changed, and loads the inbox again. The feed carries ids only.
import { createSubscriber } from 'svelte/reactivity';

/** Lost connections are tried again by the browser; refused ones by us. */
const AGAIN_MS = 5_000;
/** Heard ids are kept for so many events: those of the overlap come twice. */
const KEPT_IDS = 500;

export interface LiveFeedOptions {
	/** Loads what has changed. */
	refresh: () => Promise<void>;
	open?: (address: string) => EventSource;
}

export class LiveFeed {
	#connected = true;
	#source: EventSource | null = null;
	#again: ReturnType<typeof setTimeout> | undefined;
	readonly #heard = new Set<string>();
	#refreshing = false;
	#refreshAgain = false;
	readonly #options: LiveFeedOptions;
	readonly #subscribe: () => void;
	#update: () => void = () => undefined;

	constructor(options: LiveFeedOptions) {
		this.#options = options;
		this.#subscribe = createSubscriber((update) => {
			this.#update = update;
			this.#connect();
			return () => this.#close();
		});
	}

	/** False while nothing can be heard. Reading it in an effect or a template connects. */
	get connected(): boolean {
		this.#subscribe();
		return this.#connected;
	}

	#connect(): void {
		const open = this.#options.open ?? ((address: string) => new EventSource(address));
		const source = open('/staff/live');
		this.#source = source;
		source.onopen = () => {
			this.#say(true);
			// What happened between the page's loading and now.
			void this.#refresh();
		};
		source.onmessage = ({ lastEventId }) => {
			if (this.#heard.has(lastEventId)) return;
			this.#remember(lastEventId);
			void this.#refresh();
		};
		source.onerror = () => {
			this.#say(false);
			if (source.readyState !== EventSource.CLOSED) return;
			// Refused, for example because the session has ended: loading the page says so.
			clearTimeout(this.#again);
			this.#again = setTimeout(() => {
				void this.#refresh();
				this.#connect();
			}, AGAIN_MS);
		};
	}

	#close(): void {
		clearTimeout(this.#again);
		this.#source?.close();
		this.#source = null;
	}

	#say(connected: boolean): void {
		if (this.#connected === connected) return;
		this.#connected = connected;
		this.#update();
	}

	#remember(id: string): void {
		this.#heard.add(id);
		const [oldest] = this.#heard;
		if (this.#heard.size > KEPT_IDS && oldest) this.#heard.delete(oldest);
	}

	/** One at a time: many events are one more load, not many. */
	async #refresh(): Promise<void> {
		if (this.#refreshing) {
			this.#refreshAgain = true;
			return;
		}
		this.#refreshing = true;
		do {
			this.#refreshAgain = false;
			await this.#options.refresh().catch(() => undefined);
		} while (this.#refreshAgain);
		this.#refreshing = false;
	}
}
