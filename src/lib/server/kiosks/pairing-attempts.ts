// How often one address may try a pairing code. In memory: a code lives for fifteen minutes and has
// 8 × 10¹¹ siblings, so that ten a minute and process find none.

export const MOST_ATTEMPTS = 10;
export const ATTEMPTS_WINDOW_MS = 60 * 1000;
/** Beyond it the addresses whose last minute is over are forgotten. */
const MOST_ADDRESSES = 10_000;

export class PairingAttempts {
	#misses = new Map<string, number[]>();

	/** Milliseconds until this address may try again; 0 when it may now. */
	waitMs(address: string, now: number): number {
		const recent = this.#recent(address, now);
		const [oldest] = recent;
		if (recent.length < MOST_ATTEMPTS || oldest === undefined) return 0;
		return oldest + ATTEMPTS_WINDOW_MS - now;
	}

	/** Counts before the code is looked at: a hundred tries at the same moment are a hundred. */
	count(address: string, now: number): void {
		this.#misses.set(address, [...this.#recent(address, now), now]);
		if (this.#misses.size > MOST_ADDRESSES) this.#forgetOld(now);
	}

	/** A right code does not count: a school pairs thirty tablets from one address. */
	takeBack(address: string, at: number): void {
		const misses = this.#misses.get(address) ?? [];
		const index = misses.indexOf(at);
		if (index >= 0) misses.splice(index, 1);
	}

	#recent(address: string, now: number): number[] {
		const misses = this.#misses.get(address) ?? [];
		return misses.filter((at) => now - at < ATTEMPTS_WINDOW_MS);
	}

	#forgetOld(now: number): void {
		for (const address of this.#misses.keys()) {
			if (this.#recent(address, now).length === 0) this.#misses.delete(address);
		}
	}
}
