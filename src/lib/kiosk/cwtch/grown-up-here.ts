// Whether a grown-up is in the room, as far as this tablet can know: somebody has said so, it has not ended,
// and the tablet would have heard by now if it had been taken back.
import type { Directory } from '$lib/crossing/directory';

/** The directory is asked for every five minutes, where the feed does not tell sooner. */
export const STILL_TRUE_MS = 6 * 60_000;

/** @param lastContactAt as `now`, milliseconds by the kiosk's clock; `null` for never */
export function isGrownUpHere(
	directory: Directory | null,
	now: number,
	lastContactAt: number | null
): boolean {
	const until = directory?.kiosk.grownUpUntil ?? 0;
	return until > now && lastContactAt !== null && now - lastContactAt < STILL_TRUE_MS;
}
