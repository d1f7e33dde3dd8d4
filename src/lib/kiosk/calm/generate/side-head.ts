// A head from the side, looking to the right. Round 0 0, about as big as that of `figure.ts`.
import { filled, group, stroked, type Item, type Placing } from './animation-file';
import { dot, line, pebble, shape } from './drawn-line';
import type { Look } from './figure';

const INK = '#2b2f36';
const PROFILE = shape('-40 -44 2 -56 40 -38 51 -8 60 5 54 18 48 36 22 54 -20 52 -50 22 -54 -14');

const faceFromTheSide = (): Item[] => [
	stroked(line('27 27 35 31 44 27'), INK, 5),
	stroked(dot(33, 0), INK, 10)
];

/** A headscarf. */
export const scarfFromTheSide = (look: Look, placing: Placing): Item =>
	group(
		[
			...faceFromTheSide(),
			stroked(line('18 56 2 66 -20 66'), look.hairShade, 5),
			filled(
				shape('28 -52! 8 -70 -40 -60 -66 -14 -64 34 -58 84 -10 98 34 84 28 58! 12 44 8 18 12 -18'),
				look.hair
			),
			filled(PROFILE, look.skin)
		],
		placing
	);

/** To the chin, with glasses. */
export const bobFromTheSide = (look: Look, placing: Placing): Item =>
	group(
		[
			...faceFromTheSide(),
			stroked(pebble([34, 0], [15, 16], { seed: 2, points: 5 }), INK, 4),
			filled(
				shape(
					'44 -34! 38 -62 2 -74 -44 -62 -68 -20 -66 30 -44 48 -14 42! -12 8 -4 -14 14 -34! 30 -26'
				),
				look.hair
			),
			filled(PROFILE, look.skin)
		],
		placing
	);

/** Full and round. */
export const curlsFromTheSide = (look: Look, placing: Placing): Item =>
	group(
		[
			...faceFromTheSide(),
			stroked(dot(-8, 10), look.shade, 20),
			filled(
				shape(
					'50 -32! 60 -58 30 -80 -14 -82 -56 -64 -78 -24 -72 24 -48 46 -28 34! -26 6 -10 -12 12 -34! 32 -26'
				),
				look.hair
			),
			filled(PROFILE, look.skin)
		],
		placing
	);
