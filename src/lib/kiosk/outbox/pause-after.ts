const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait (ms) before what has failed is tried again. Doubles per failure, with half of it left to
 * chance so that a school's tablets do not return together.
 *
 * @param failures in a row, from 1
 * @param chance 0 to 1
 */
export function pauseAfter(failures: number, chance: number): number {
	const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, failures - 1));
	return whole / 2 + (whole / 2) * chance;
}
