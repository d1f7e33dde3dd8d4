// A right hand seen from the palm, round x = 0: what "My hand brain" folds and the senses show.
import {
	filled,
	inked,
	stroked,
	strokedOver,
	type Item,
	type Moves,
	type PathMoves
} from './animation-file';
import { line, lines, pebble, shape } from './drawn-line';

export const FINGERS = ['index', 'middle', 'ring', 'little'] as const;
export type Finger = (typeof FINGERS)[number];

export const UP: Record<Finger | 'thumb', string> = {
	index: '60 500 70 392 78 300',
	middle: '18 496 20 372 22 268',
	ring: '-26 500 -32 382 -38 288',
	little: '-66 514 -82 426 -94 356',
	thumb: '62 612 128 562 164 486'
};
const WIDTH: Record<Finger | 'thumb', number> = {
	index: 46,
	middle: 47,
	ring: 45,
	little: 39,
	thumb: 48
};

const SKIN = '#b07a50';
const SHADE = '#8c5c39';

const PALM = shape(
	'-86 520 -60 482 0 474 60 482 84 516 92 590 76 660 58 720 -62 720 -78 650 -92 580'
);
const FINGER_ROOTS = shape('-83 536 -66 488 -50 474 0 468 58 474 76 502 82 536 0 540');
const THUMB_ROOT = pebble([52, 612], [34, 31], { seed: 8 });
const CREASES = lines('-56 566 -10 546 44 560', '20 660 34 620 70 596');
const CUFF = shape('-84 700 0 690 80 700 88 752! 0 760 -90 752!');

/** A finger, or the thumb. @param mark a colour along it, and how much of that is seen (percent) */
export function finger(
	name: Finger | 'thumb',
	path: string | PathMoves = line(UP[name]),
	mark?: { hex: string; seen: Moves }
): Item {
	const width = WIDTH[name];
	return strokedOver(
		path,
		...(mark ? [[mark.hex, width - 12, { opacity: mark.seen }] as const] : []),
		[SKIN, width],
		[SHADE, width + 8]
	);
}

/** Skin over where the fingers grow out of the palm, while they are up. @param seen percent */
export const fingerRoots = (seen: number | Moves = 100): Item =>
	filled(FINGER_ROOTS, SKIN, { opacity: seen });

/** The same for the thumb, while it is out. */
export const thumbRoot = (seen: number | Moves = 100): Item =>
	filled(THUMB_ROOT, SKIN, { opacity: seen });

/** The topmost first. */
export const palm = (): Item[] => [
	filled(CUFF, '#2f6f73'),
	stroked(CREASES, SHADE, 5),
	inked(PALM, SKIN, 8, SHADE)
];
