// Which taps count. Small hands tap twice, and a screen that has just come must not be answered by a
// tap that was meant for the one before.

export const NEW_SCREEN_MS = 300;
export const REPEAT_MS = 400;

export class TapGuard {
	#screenShownAt = Number.NEGATIVE_INFINITY;
	#lastTap: { target: unknown; at: number } | null = null;

	/** A new screen is there. Rest says nothing here: its first tap always counts. */
	screenShown(now: number): void {
		this.#screenShownAt = now;
	}

	/** The visit is over: what was tapped is let go of, since a button holds its whole screen in memory. */
	forgetTarget(): void {
		if (this.#lastTap) this.#lastTap.target = null;
	}

	/**
	 * True when the tap counts.
	 *
	 * @param now milliseconds of a clock that only goes forward
	 * @param target what was tapped; where several are tapped in turn (`quick`), only the same one
	 * twice is a repeat
	 */
	accepts(now: number, target: unknown, quick = false): boolean {
		if (now - this.#screenShownAt < NEW_SCREEN_MS) return false;
		const last = this.#lastTap;
		if (last && now - last.at < REPEAT_MS && (!quick || last.target === target)) return false;
		this.#lastTap = { target, at: now };
		return true;
	}
}
