// The open page hears that something has changed, and loads the inbox again. The feed carries ids only.
import { createSubscriber } from 'svelte/reactivity';

/** Lost connections are tried again by the browser; refused ones by us. */
const AGAIN_MS = 5_000;
/** Heard ids are kept for so many events: those of the overlap come twice. */
const KEPT_IDS = 500;
/** The server beats every 15 s. A connection that is silent for longer than two beats is dead. */
const SILENT_MS = 35_000;
/** `EventSource.CLOSED`. */
const CLOSED = 2;

interface Source {
	readonly readyState: number;
	onopen: ((event: Event) => void) | null;
	onmessage: ((event: MessageEvent) => void) | null;
	onerror: ((event: Event) => void) | null;
	addEventListener(kind: 'beat', heard: () => void): void;
	close(): void;
}

export interface ConnectionOptions {
	/** Loads what has changed. */
	refresh: () => Promise<void>;
	/** False while nothing can be heard. */
	say: (connected: boolean) => void;
	open: () => Pick<Source, 'readyState' | 'close' | 'addEventListener'>;
	/** Whether the server answers at all: loading without it would put an error in the page's place. */
	isReachable: () => Promise<boolean>;
}

export class ConnectionToServer {
	#source: Source | null = null;
	#again: ReturnType<typeof setTimeout> | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	readonly #heard = new Set<string>();
	#stopped = false;
	#refreshing = false;
	#refreshAgain = false;
	readonly #options: ConnectionOptions;

	constructor(options: ConnectionOptions) {
		this.#options = options;
	}

	start(): void {
		const source = this.#options.open() as Source;
		this.#source = source;
		source.onopen = () => {
			this.#options.say(true);
			this.#hears();
			// What happened between the page's loading and now.
			void this.#refresh();
		};
		source.addEventListener('beat', () => this.#hears());
		source.onmessage = ({ lastEventId }) => {
			this.#hears();
			if (this.#heard.has(lastEventId)) return;
			this.#remember(lastEventId);
			void this.#refresh();
		};
		source.onerror = () => {
			this.#options.say(false);
			clearTimeout(this.#silence);
			if (source.readyState !== CLOSED) return;
			clearTimeout(this.#again);
			this.#again = setTimeout(() => void this.#startAgain(), AGAIN_MS);
		};
	}

	/** Something came: the connection is alive for now. */
	#hears(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => {
			this.#options.say(false);
			this.#source?.close();
			void this.#startAgain();
		}, SILENT_MS);
	}

	/** Refused, for example because the session has ended: loading the page says so. */
	async #startAgain(): Promise<void> {
		if (await this.#options.isReachable().catch(() => false)) await this.#refresh();
		if (!this.#stopped) this.start();
	}

	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#again);
		clearTimeout(this.#silence);
		this.#source?.close();
		this.#source = null;
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

export class LiveFeed {
	#connected = true;
	readonly #subscribe: () => void;

	/** @param refresh loads what has changed */
	constructor(refresh: () => Promise<void>) {
		this.#subscribe = createSubscriber((update) => {
			const connection = new ConnectionToServer({
				refresh,
				open: () => new EventSource('/staff/live'),
				isReachable: async () => (await fetch('/health')).ok,
				say: (connected) => {
					if (this.#connected === connected) return;
					this.#connected = connected;
					update();
				}
			});
			connection.start();
			return () => connection.stop();
		});
	}

	/** False while nothing can be heard. Reading it in an effect or a template connects. */
	get connected(): boolean {
		this.#subscribe();
		return this.#connected;
	}
}
