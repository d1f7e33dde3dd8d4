// A child's picture password: what opens "For me". Never asked before a check-in or a request.
import type { YearGroup } from './band';

/** On the screen, of which the child taps some in order. */
export const SECRET_PICTURES_SHOWN = 12;
const SECOND_LENGTH_FROM_YEAR = 3;

/**
 * How many pictures, in order: three, and four for children who begin the school year at 7 (Year
 * 3) or older. Three when the year group is not known: the child must be able to remember them.
 */
export function secretPictureCount(yearGroup: YearGroup | null): 3 | 4 {
	return yearGroup !== null && yearGroup >= SECOND_LENGTH_FROM_YEAR ? 4 : 3;
}

/** True when the same pictures were tapped in the same order. */
export function isSameOrder(tapped: readonly string[], secret: readonly string[]): boolean {
	// Looks at all of them, so that the time taken does not tell how many were right.
	const differences = secret.filter((id, place) => id !== tapped[place]).length;
	return secret.length > 0 && tapped.length === secret.length && differences === 0;
}

export type GuessScope = 'child' | 'kiosk' | 'school';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Waits after the free misses, in order; the last one for every further miss. By child: an hour
 * of trying gives 13 guesses, which find 1 in 100 of the 1,320 orders of three. By kiosk and by
 * school: enough free misses for a class that is learning its pictures, and for a whole school.
 */
const SLOW_DOWN: Record<GuessScope, { freeMisses: number; waitsMs: [number, ...number[]] }> = {
	child: {
		freeMisses: 2,
		waitsMs: [
			10 * SECOND_MS,
			30 * SECOND_MS,
			MINUTE_MS,
			2 * MINUTE_MS,
			5 * MINUTE_MS,
			10 * MINUTE_MS
		]
	},
	kiosk: {
		freeMisses: 10,
		waitsMs: [15 * SECOND_MS, 30 * SECOND_MS, MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS]
	},
	school: {
		freeMisses: 60,
		waitsMs: [5 * SECOND_MS, 10 * SECOND_MS, 20 * SECOND_MS, 30 * SECOND_MS]
	}
};

/**
 * A scope's misses start over when its last one is so long ago. Only the child's own also start
 * over when the child gets it right: else a classmate's own pictures would wipe out the kiosk's.
 */
export const MISSES_FORGOTTEN_AFTER_MS: Record<GuessScope, number> = {
	child: 12 * HOUR_MS,
	kiosk: HOUR_MS,
	school: HOUR_MS / 2
};

/**
 * How long, in milliseconds from the last miss, until the server looks at another try; take the
 * longest of the three scopes. Nobody is ever locked out, and the visit itself never waits.
 */
export function waitAfterMisses(misses: number, scope: GuessScope): number {
	const { freeMisses, waitsMs } = SLOW_DOWN[scope];
	if (misses <= freeMisses) return 0;
	return waitsMs[misses - freeMisses - 1] ?? Math.max(...waitsMs);
}
