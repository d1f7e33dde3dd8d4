// Guessing is slowed for the child, the kiosk and the school, by the rules of the domain.
import {
	MISSES_FORGOTTEN_AFTER_MS,
	waitAfterMisses,
	type GuessScope
} from '$lib/domain/secret-pictures';
import { holdMisses, setMisses } from '../database/secret-pictures';
import type { RunningServer } from '../running';

export interface Guess {
	schoolId: string;
	kioskId: string;
	pupilId: string;
}

/** Always in this order: two transactions that hold the same rows in two orders would wait for ever. */
const scopesOf = ({ kioskId, pupilId }: Guess): [GuessScope, string][] => [
	['child', `child:${pupilId}`],
	['kiosk', `kiosk:${kioskId}`],
	['school', 'school']
];

/**
 * Counts a miss before the pictures are looked at, so that a hundred guesses at the same moment are a
 * hundred; `takeBackMiss` if it was none. Gives the milliseconds to wait instead of looking; 0 to look.
 */
export async function countMiss(
	running: RunningServer,
	guess: Guess,
	now: number
): Promise<number> {
	return running.db.transaction().execute(async (tx) => {
		const held: { key: string; misses: number }[] = [];
		let waitMs = 0;
		for (const [scope, key] of scopesOf(guess)) {
			const { misses, lastMissAt } = await holdMisses(tx, guess.schoolId, key);
			const forgotten = now - lastMissAt >= MISSES_FORGOTTEN_AFTER_MS[scope];
			const counted = forgotten ? 0 : misses;
			const pauseMs = waitAfterMisses(counted, scope);
			// Another child's guess may bear a time a little later than this one: no reason to wait.
			if (pauseMs > 0) waitMs = Math.max(waitMs, lastMissAt + pauseMs - now);
			held.push({ key, misses: counted });
		}
		if (waitMs > 0) return waitMs;
		for (const { key, misses } of held) await setMisses(tx, guess.schoolId, key, misses + 1, now);
		return 0;
	});
}

/** It was right after all: the child starts over; kiosk and school are as before. */
export async function takeBackMiss(running: RunningServer, guess: Guess): Promise<void> {
	await running.db.transaction().execute(async (tx) => {
		for (const [scope, key] of scopesOf(guess)) {
			const { misses, lastMissAt } = await holdMisses(tx, guess.schoolId, key);
			const left = scope === 'child' ? 0 : Math.max(0, misses - 1);
			await setMisses(tx, guess.schoolId, key, left, lastMissAt);
		}
	});
}
