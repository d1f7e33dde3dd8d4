// Children as the pictures show them: nobody in particular, each with hair, skin and clothes of their own.
import {
	filled,
	group,
	stroked,
	strokedOver,
	type Item,
	type Moves,
	type Pace,
	type PathMoves,
	type Placing
} from './animation-file';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { inverse, lineOf, mirrored } from './step-moves';

export interface Look {
	skin: string;
	/** Where one part of the skin lies over another. */
	shade: string;
	top: string;
	topShade: string;
	legs: string;
	legsShade: string;
	shoes: string;
	hair: string;
	hairShade: string;
}

const INK = '#2b2f36';

export const LOOKS = {
	scarf: {
		skin: '#c28a5c',
		shade: '#a87146',
		top: '#2f6f73',
		topShade: '#235457',
		legs: '#6b7884',
		legsShade: '#586470',
		shoes: '#4a4038',
		hair: '#a88fc0',
		hairShade: '#8a71a3'
	},
	ginger: {
		skin: '#e6bd93',
		shade: '#cf9f70',
		top: '#d9a94e',
		topShade: '#b98a35',
		legs: '#4f6b7c',
		legsShade: '#40586a',
		shoes: '#4a4038',
		hair: '#9a5f34',
		hairShade: '#824d28'
	},
	curls: {
		skin: '#8a5a3c',
		shade: '#70452b',
		top: '#8ebdb6',
		topShade: '#6ea39b',
		legs: '#5e5a78',
		legsShade: '#4d4a66',
		shoes: '#3a3330',
		hair: '#2f2a2b',
		hairShade: '#413a3b'
	},
	bob: {
		skin: '#ecc9a4',
		shade: '#d3a679',
		top: '#4c8a8c',
		topShade: '#396f71',
		legs: '#6b7884',
		legsShade: '#586470',
		shoes: '#4a4038',
		hair: '#c9a05c',
		hairShade: '#ab8443'
	},
	bunches: {
		skin: '#dcae7f',
		shade: '#c4915f',
		top: '#9682ac',
		topShade: '#7d6893',
		legs: '#4c7a80',
		legsShade: '#3d666c',
		shoes: '#4a4038',
		hair: '#3b3230',
		hairShade: '#524643'
	}
} as const satisfies Record<string, Look>;

/** Points, those of each pose, or a path that moves. */
type Points = string | readonly string[] | PathMoves;
const isPoses = (points: readonly string[] | PathMoves): points is readonly string[] =>
	typeof points[0] === 'string';
const pathOf = (points: Points) =>
	typeof points === 'string' ? line(points) : isPoses(points) ? lineOf(points) : points;

/** An arm or a leg: bends softly at its middle. */
export const limb = (points: Points, hex: string, width: number): Item =>
	stroked(pathOf(points), hex, width);

/** How long a sleeve is along the arm. */
const SLEEVE = 84;

/** What a sleeve leaves free, and the hand. The line around it parts it from what it lies over. */
export function arm(points: Points, look: Look, { isBehind = false, sleeve = SLEEVE } = {}): Item {
	return strokedOver(
		pathOf(points),
		[isBehind ? look.topShade : look.top, 33, { stitch: [sleeve, 900] }],
		[isBehind ? look.shade : look.skin, 27],
		[isBehind ? look.shade : look.topShade, 40, { stitch: [sleeve, 900] }],
		[look.shade, 32]
	);
}

/** At the end of a leg, its tip to the right. */
export function shoe(
	leg: readonly string[] | readonly (readonly [number, string])[],
	look: Look
): Item {
	const end = (points: string): number[] => points.trim().split(/\s+/).slice(-2).map(Number);
	const at = leg.map((one, pose): [number, number[], Pace?] =>
		typeof one === 'string' ? [pose, end(one), 'even'] : [one[0], end(one[1])]
	);
	return group([stroked(line('-6 4 10 3 26 7'), look.shoes, 30)], { at });
}

const THIGH = '20 548 52 540 76 556 72 590 46 606 22 592';
const SHIN = '40 590 38 620 36 642';
const SHOE = '26 646 36 650 48 646';

/** Of a child who sits, from the front. */
export const seatedLegs = (look: Look): Item[] => [
	filled(shape(THIGH) + shape(mirrored(THIGH)), look.legs),
	stroked(lines(SHIN, mirrored(SHIN)), look.legs, 40),
	stroked(lines(SHOE, mirrored(SHOE)), look.shoes, 30)
];

/** Both of what lies on either side of x = 0. */
export const bothSides = (points: readonly string[]) => [points, points.map(mirrored)] as const;

interface Face {
	/** Percent: how far the eyes are closed. */
	closed?: Moves;
	/** Between the eyes and the middle. */
	apart?: number;
	/** Below the middle. */
	smileAt?: number;
}

/** Eyes and a smile, round 0 0. */
export function face({ closed, apart = 19, smileAt = 0 }: Face): Item[] {
	const smile = group([stroked(line('-14 21 -6 27 6 27 14 21'), INK, 5)], { at: [0, smileAt] });
	const eyes = stroked(
		dot(-apart, 3) + dot(apart, 3),
		INK,
		10,
		closed ? { opacity: inverse(closed) } : {}
	);
	if (!closed) return [smile, eyes];
	const lid = `${apart - 9} 3 ${apart} 9 ${apart + 9} 3`;
	return [smile, stroked(lines(lid, mirrored(lid)), INK, 5, { opacity: closed }), eyes];
}

const HEAD = pebble([0, 0], [54, 55], { seed: 3, wobble: 0.02, points: 6 });
const EARS = dot(-53, 8) + dot(53, 8);

export type Hair = (look: Look) => { before: Item[]; behind: Item[]; hidesEars?: true };

/** Short, with a side parting. */
export const shortHair: Hair = ({ hair }) => ({
	before: [
		filled(
			shape(
				'-60 6! -64 -32 -34 -66 8 -68 50 -58 64 -26 60 6! 52 -8 46 -24! 20 -22 -14 -34! -28 -18 -48 -14'
			),
			hair
		)
	],
	behind: []
});

/** Full and round. */
export const roundHair: Hair = ({ hair }) => ({
	before: [
		filled(
			shape(
				'-58 4! -50 -14 -40 -30 -14 -36 14 -36 40 -30 50 -14 58 4! 74 -16 66 -52 36 -74 0 -80 -38 -73 -67 -50 -73 -16'
			),
			hair
		)
	],
	behind: [filled(pebble([0, -20], [76, 64], { seed: 9, wobble: 0.05, points: 7 }), hair)]
});

/** Two bunches. */
export const bunches: Hair = ({ hair }) => ({
	before: [
		filled(
			shape(
				'-59 2! -62 -34 -32 -64 0 -66 34 -64 62 -32 59 2! 50 -16 36 -34 0 -44! -34 -34 -50 -16'
			),
			hair
		),
		stroked(dot(-62, -18) + dot(62, -18), '#2f6f73', 13)
	],
	behind: [
		filled(pebble([-76, 6], [22, 34], { seed: 5, points: 5 }), hair),
		filled(pebble([76, 6], [22, 34], { seed: 8, points: 5 }), hair)
	]
});

/** To the chin, with glasses. */
export const bob: Hair = ({ hair }) => ({
	before: [
		stroked(
			pebble([-21, 3], [17, 16], { seed: 2, points: 5 }) +
				pebble([21, 3], [17, 16], { seed: 6, points: 5 }),
			INK,
			4
		),
		filled(
			shape(
				'-50 40! -66 34 -70 -20 -40 -64 0 -72 42 -64 70 -20 66 34 50 40! 50 0 40 -26! 0 -40 -40 -26! -50 0'
			),
			hair
		)
	],
	behind: [filled(shape('-66 34 -70 -20 -40 -64 0 -70 40 -64 70 -20 66 34 50 48 -50 48'), hair)],
	hidesEars: true
});

/** A headscarf, which hides the ears. */
export const scarf: Hair = ({ hair, hairShade }) => ({
	before: [
		stroked(line('-40 40 -14 58 18 58 40 42'), hairShade, 5),
		filled(
			shape(
				'-57 22! -66 -18 -46 -58 0 -70 46 -58 66 -18 57 22! 46 -12 30 -34 0 -42 -30 -34 -46 -12'
			),
			hair
		)
	],
	behind: [
		filled(shape('-64 -10 -46 -58 0 -68 46 -58 64 -10 64 40 74 88 0 104 -74 88 -64 40'), hair)
	],
	hidesEars: true
});

/** @param placing where the middle of the head lies. @returns the topmost first */
export function head(look: Look, hair: Hair, placing: Placing, how: Face = {}): Item {
	const { before, behind, hidesEars } = hair(look);
	return group(
		[
			...before,
			...face(how),
			filled(HEAD, look.skin),
			...(hidesEars ? [] : [stroked(EARS, look.shade, 20)]),
			...behind
		],
		placing
	);
}
