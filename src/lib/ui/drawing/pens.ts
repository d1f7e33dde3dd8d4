// The pens of the paper. Each is told apart by its shape, so that nobody has to see its colour.

export const pens = ['pencil', 'brush', 'stripes', 'dots', 'ribbon'] as const;
/** What draws in sand: the hand smooths it. */
export const sandPens = ['finger', 'rake', 'hand'] as const;
export type SandPen = (typeof sandPens)[number];
/** Of a page to colour; the only one that has a colour of its own. */
export const PAINT_PEN = 'paint';

const allPens = [...pens, ...sandPens, PAINT_PEN] as const;
export type Pen = (typeof allPens)[number];

export const stamps = [
	'grown-up',
	'child',
	'sun',
	'rain',
	'house',
	'tree',
	'heart',
	'star'
] as const;
export type Stamp = (typeof stamps)[number];

/** Thickness, in the units of a paper that is 1600 wide or high. */
export const PEN_SIZE: Record<Pen, number> = {
	pencil: 10,
	brush: 34,
	stripes: 40,
	dots: 20,
	ribbon: 26,
	finger: 30,
	rake: 9,
	hand: 130,
	paint: 56
};
/** Edge of a stamp, in the same units. */
export const STAMP_SIZE = 190;
/** From the middle of one dot to the next. */
const DOT_EVERY = 34;

/** A pen that this version does not know writes like a pencil. */
export const penNamed = (name: string): Pen => allPens.find((pen) => pen === name) ?? 'pencil';

/** `null` for a stamp that this version has no picture of. */
export const stampNamed = (name: string): Stamp | null =>
	stamps.find((stamp) => stamp === name) ?? null;

/** From x and y in turn to pairs; a lone last number is left out. */
export function pairs(points: readonly number[]): [number, number][] {
	const made: [number, number][] = [];
	for (let at = 0; at + 1 < points.length; at += 2)
		made.push([points[at] ?? 0, points[at + 1] ?? 0]);
	return made;
}

/** Where the dots of a dotted line stand: the same distance from each other, however fast it was drawn. */
export function dotsAlong(points: readonly number[]): [number, number][] {
	const [first, ...rest] = pairs(points);
	if (!first) return [];
	const dots = [first];
	let [x, y] = first;
	let walked = 0;
	for (const [toX, toY] of rest) {
		let left = Math.hypot(toX - x, toY - y);
		while (walked + left >= DOT_EVERY) {
			const share = (DOT_EVERY - walked) / left;
			x += (toX - x) * share;
			y += (toY - y) * share;
			left = Math.hypot(toX - x, toY - y);
			walked = 0;
			dots.push([x, y]);
		}
		walked += left;
		[x, y] = [toX, toY];
	}
	return dots;
}
