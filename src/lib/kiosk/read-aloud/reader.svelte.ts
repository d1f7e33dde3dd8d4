// Reads a screen's strings in turn. The one that is being read is lifted, the same for all.
import type { Sayable } from './sayable';

/** Shown on the screen as `app`-wide style; see Ear.svelte. */
export const BEING_READ = 'data-being-read';

/** Between two strings. */
const BREATH_MS = 250;
/** What has no sound is pointed at for as long. */
const SILENT_MS = 800;

/** What the reader needs of an element. */
export type Lifted = Pick<Element, 'isConnected' | 'setAttribute' | 'removeAttribute'>;

export interface Turn {
	sayable: Sayable;
	/** The heading or card that carries the words. */
	lifted: Lifted;
}

/** Says it; false when there was nothing to say it with. */
export type Say = (sayable: Sayable, signal: AbortSignal) => Promise<boolean>;

export class Reader {
	#reading = $state.raw<AbortController | null>(null);

	/** @param begun called as each string begins */
	constructor(private readonly begun: () => void = () => undefined) {}

	get isReading(): boolean {
		return this.#reading !== null;
	}

	/** Resolves after the last, or when it is stopped. Another page of the screen stops it too. */
	async read(turns: readonly Turn[], say: Say): Promise<void> {
		this.stop();
		const reading = new AbortController();
		const { signal } = reading;
		this.#reading = reading;
		for (const { sayable, lifted } of turns) {
			if (signal.aborted || !lifted.isConnected) break;
			this.begun();
			lifted.setAttribute(BEING_READ, '');
			if (!(await say(sayable, signal))) await pause(SILENT_MS, signal);
			lifted.removeAttribute(BEING_READ);
			await pause(BREATH_MS, signal);
		}
		if (this.#reading === reading) this.#reading = null;
	}

	stop(): void {
		this.#reading?.abort();
		this.#reading = null;
	}
}

function pause(forMs: number, signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, forMs);
		signal.addEventListener(
			'abort',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true }
		);
	});
}
