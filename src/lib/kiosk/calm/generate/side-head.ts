// A head from the side, looking to the right. Round 0 0, about as big as that of `figure.ts`.
import { filled, group, stroked, type Item, type Placing } from './animation-file';
import { dot, line, shape } from './drawn-line';
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

/** Short hair. */
export const shortHairFromTheSide = (look: Look, placing: Placing): Item =>
	group(
		[
			...faceFromTheSide(),
			stroked(dot(-6, 8), look.shade, 22),
			filled(
				shape(
					'46 -30! 40 -60 4 -72 -42 -62 -64 -22 -58 24 -40 38! -26 22 -20 -6! -4 -16 10 -34! 28 -26'
				),
				look.hair
			),
			filled(PROFILE, look.skin)
		],
		placing
	);
