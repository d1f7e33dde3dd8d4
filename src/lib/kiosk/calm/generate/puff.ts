// A soft cloud of several rounds.
import type { Point } from './bezier-path';
import { pebble } from './drawn-line';

export interface Lump {
	at: Point;
	/** Across and down. */
	radius: Point;
}

const POINTS = 6;

export const puff = (lumps: readonly Lump[], seed = 1): string =>
	lumps
		.map(({ at, radius }, n) =>
			pebble(at, radius, { seed: seed + n, wobble: 0.03, points: POINTS })
		)
		.join('');
