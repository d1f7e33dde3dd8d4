// Whether a loop is where the clock of its activity is.

/** In seconds, how far the picture is ahead of the loop; less than 0 where it is behind. */
export function apartBy(clock: number, heard: number, roundSeconds: number): number {
	const ahead = (((clock - heard) % roundSeconds) + roundSeconds) % roundSeconds;
	return ahead > roundSeconds / 2 ? ahead - roundSeconds : ahead;
}

/** Nobody notices less, and a tablet's sound clock is no more exact than this. */
const MOST_APART_SECONDS = 0.03;
export const isApart = (apartSeconds: number): boolean =>
	Math.abs(apartSeconds) > MOST_APART_SECONDS;

/** A clock read once may be wrong by as much as the tablet's sound comes in pieces. */
const LOOKS = 3;

/** Says that a loop is out of step only once it has been so, to the same side, a few looks in a row. */
export class StepWatch {
	#side = 0;
	#looks = 0;

	isOutOfStep(apartSeconds: number): boolean {
		const side = isApart(apartSeconds) ? Math.sign(apartSeconds) : 0;
		this.#looks = side !== 0 && side === this.#side ? this.#looks + 1 : 1;
		this.#side = side;
		return side !== 0 && this.#looks >= LOOKS;
	}

	forget(): void {
		this.#side = 0;
		this.#looks = 0;
	}
}
