// What the child is told about a message: only ever what is true by now.
import type { Kept } from './device.svelte';

export type SafekeepingState = 'keeping' | 'waiting' | 'sending' | 'delivered' | 'full' | 'failed';

/** What is still on its way by then is said to be kept on the tablet, which is true until a receipt. */
export const SENDING_TRUTH_MS = 3_000;

export class Safekeeping {
	#isLate = $state(false);
	#kept = $state.raw<Kept | null>(null);
	#problem = $state<'full' | 'failed' | null>(null);
	/** Settles when the tablet has the message, or has said that it has not. Never rejects. */
	readonly settled: Promise<void>;

	constructor(keeping: Promise<Kept>) {
		this.settled = keeping.then(
			(kept) => {
				this.#kept = kept;
				setTimeout(() => (this.#isLate = true), SENDING_TRUTH_MS);
			},
			(problem: unknown) => {
				const isFull = problem instanceof Error && problem.name === 'StorageFull';
				this.#problem = isFull ? 'full' : 'failed';
			}
		);
	}

	/** Resolves when it is settled, or after so many milliseconds. */
	settledWithin(ms: number): Promise<void> {
		return Promise.race([this.settled, new Promise<void>((late) => setTimeout(late, ms))]);
	}

	/** The envelope's id, once it is kept. */
	get id(): string | null {
		return this.#kept?.id ?? null;
	}

	get state(): SafekeepingState {
		const state = this.#problem ?? this.#kept?.state ?? 'keeping';
		return state === 'sending' && this.#isLate ? 'waiting' : state;
	}
}
