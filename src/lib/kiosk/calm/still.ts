import type { Moment } from './player.svelte';

/**
 * The second whose picture is shown where nothing is to move: each step in as many parts as `stills` says for
 * its cue (one where it says nothing), each part as it is when it is over.
 */
export function stillAt(
	{ seconds, step }: Pick<Moment, 'seconds' | 'step'>,
	stills: Readonly<Record<string, number>> = {}
): number {
	const parts = stills[step.cue] ?? 1;
	const length = step.endsAt - step.startsAt;
	const part = Math.min(parts, Math.floor(((seconds - step.startsAt) / length) * parts) + 1);
	return step.startsAt + (length * part) / parts;
}
