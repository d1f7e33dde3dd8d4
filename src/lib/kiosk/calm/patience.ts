// While something calm goes on nobody is asked whether they are still there; what waits for a child who has
// gone does not keep the tablet for ever.
import type { ShownScreen } from '../shown-screen.svelte';

/** So long after the last touch nobody is there any more. */
export const QUIET_MS = 120_000;

export class Patience {
	#gone: ReturnType<typeof setTimeout> | undefined;

	constructor(private readonly shown: Pick<ShownScreen, 'calmPlays'>) {}

	/** It moves on by itself. */
	play(): void {
		clearTimeout(this.#gone);
		this.#gone = undefined;
		this.shown.calmPlays(true);
	}

	/** It waits for the child, or there is nothing to do. */
	wait(): void {
		this.play();
		this.#gone = setTimeout(() => this.shown.calmPlays(false), QUIET_MS);
	}

	/** Somebody is there, as long as it waits. */
	touched(): void {
		if (this.#gone !== undefined) this.wait();
	}

	/** It is over, or paused. */
	end(): void {
		clearTimeout(this.#gone);
		this.#gone = undefined;
		this.shown.calmPlays(false);
	}
}
