const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
/** No more, or somebody who guesses could keep a safeguarding lead out for an afternoon. */
const LONGEST_WAIT_MS = 5 * 60_000;

/** How long after so many wrong passwords in a row the next try must wait. */
export function waitAfterWrongPasswords(misses: number): number {
	if (misses < FREE_TRIES) return 0;
	return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(misses - FREE_TRIES, 10));
}
