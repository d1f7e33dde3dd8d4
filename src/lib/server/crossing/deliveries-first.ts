// Deliveries go before opening: a tablet waits for its receipt, and what is stored can be opened later.
import { setTimeout as pause } from 'node:timers/promises';

/** With no more than these there is no flood, and they are opened at once. */
export const FEW = 8;
/**
 * A flood has ended when none came for twice as long as its longest pause so far, within these: each tablet
 * has its own time from one receipt to its next delivery.
 */
const PAUSES = 2;
const LEAST_QUIET_MS = 8;
const MOST_QUIET_MS = 60;
/** No flood holds up the opening for longer: a steady stream must not stop it, nor slow it down. */
const LONGEST_MS = 500;

export class DeliveriesFirst {
	#storing = 0;
	/** So that a pause between two deliveries is told from the end of them; a `performance.now()`. */
	#lastStoredAt = -Infinity;
	#longestPauseMs = 0;
	/** Until then opening waits; a `performance.now()`. */
	#patientUntil = -Infinity;
	#pause: Promise<void> | null = null;

	/** Runs `store`, the storing of a delivery. */
	async storing<Stored>(store: () => Promise<Stored>): Promise<Stored> {
		if (this.#storing === 0) this.#notePause(performance.now() - this.#lastStoredAt);
		this.#storing += 1;
		try {
			return await store();
		} finally {
			this.#storing -= 1;
			this.#lastStoredAt = performance.now();
		}
	}

	/** Nothing else is being stored than what asks. */
	get isAlone(): boolean {
		return this.#storing <= 1;
	}

	/** There is something to open again. */
	begin(): void {
		this.#patientUntil = performance.now() + LONGEST_MS;
		this.#longestPauseMs = 0;
	}

	/** Nothing waits any more. */
	end(): void {
		this.#patientUntil = -Infinity;
	}

	/** Resolves when opening may go on; `null` when it may right now. */
	turn(): Promise<void> | null {
		if (this.#msUntilQuiet() <= 0) return null;
		this.#pause ??= this.#untilQuiet().finally(() => {
			this.#pause = null;
		});
		return this.#pause;
	}

	#notePause(ms: number): void {
		if (ms < MOST_QUIET_MS) this.#longestPauseMs = Math.max(this.#longestPauseMs, ms);
	}

	async #untilQuiet(): Promise<void> {
		for (let ms = this.#msUntilQuiet(); ms > 0; ms = this.#msUntilQuiet()) await pause(ms);
	}

	#msUntilQuiet(): number {
		const now = performance.now();
		const quietMs = Math.max(LEAST_QUIET_MS, PAUSES * this.#longestPauseMs);
		const lastAt = this.#storing > 0 ? now : this.#lastStoredAt;
		return Math.min(lastAt + Math.min(quietMs, MOST_QUIET_MS), this.#patientUntil) - now;
	}
}
