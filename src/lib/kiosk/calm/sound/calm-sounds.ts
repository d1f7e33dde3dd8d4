// The sounds of the calm space: what the scripts write to static/calm/ and what the tablet plays of it.

import type { SoundBed, SoundCue } from '$lib/domain/activity';

export type CalmSoundName = SoundBed | SoundCue;

export interface CalmSoundFile {
	file: string;
	/**
	 * A browser that changes the sample rate blurs the first and last moments of a file. What is heard begins
	 * after this, and a loop comes round before the file ends.
	 */
	leadSeconds: number;
	/** What is heard, and for a loop: one round. */
	seconds: number;
}

const LEAD_SECONDS = 0.05;

const loop = (name: string, seconds: number): CalmSoundFile => ({
	file: `/calm/${name}.wav`,
	leadSeconds: LEAD_SECONDS,
	seconds
});
const once = (name: string, seconds: number): CalmSoundFile => ({
	file: `/calm/${name}.wav`,
	leadSeconds: 0,
	seconds
});

/** The sea rises for one half of it and falls for the other: one breath of 4 in and 4 out. */
export const SWELL_SECONDS = 8;

/** Rain and stream are long: no repeat is noticed. */
export const CALM_SOUNDS = {
	brown: loop('brown', 16),
	rain: loop('rain', 25),
	sea: loop('sea', 2 * SWELL_SECONDS),
	stream: loop('stream', 23),
	/** One soft beat. */
	beat: loop('beat', 1),
	'chime-low': once('chime-low', 12),
	'chime-mid': once('chime-mid', 12),
	tick: once('tick', 0.12)
} as const satisfies Record<CalmSoundName, CalmSoundFile>;

export const isCalmSound = (name: string): name is CalmSoundName =>
	Object.hasOwn(CALM_SOUNDS, name);
