// What the figures are painted on: a plate like those on the dresser, so that they are seen before the
// window by day and by night, and on the plain ground of the themes that have no room.
import { filled, inked, stroked, type Item, type Moves, type Placing } from './animation-file';
import type { Point } from './bezier-path';
import { pebble, shape } from './drawn-line';

const CENTRE: Point = [800, 430];
const RIM: Point = [298, 290];
const DOTS: Point = [278, 270];
const WELL: Point = [256, 248];

const round = (radii: Point, seed: number) =>
	pebble(CENTRE, radii, { seed, wobble: 0.012, points: 6, turn: -Math.PI / 2 });
const DOTTED = round(DOTS, 4);

/** The well below a height: the floor, or a table, of what is painted in it. */
export function floorFrom(y: number): string {
	const start = Math.asin((y - CENTRE[1]) / WELL[1]);
	const arc = Array.from({ length: 7 }, (_, n) => {
		const angle = start + ((Math.PI - 2 * start) * n) / 6;
		const isEnd = n === 0 || n === 6;
		return `${CENTRE[0] + Math.cos(angle) * WELL[0]} ${CENTRE[1] + Math.sin(angle) * WELL[1]}${isEnd ? '!' : ''}`;
	});
	return shape(`${arc.join(' ')} ${CENTRE[0]} ${y + 8}`);
}

/** Where a child drawn round x = `middle`, with the feet at y = 650, stands on it. */
export const onPlate = (middle = 0): Placing => ({
	at: [CENTRE[0], 404],
	anchor: [middle, 430],
	size: [90, 90]
});

/** @param floorAt height of the floor, where there is one. @returns the topmost first */
export const paintedPlate = (floorAt?: number): Item[] => [
	...(floorAt === undefined ? [] : [filled(floorFrom(floorAt), '#d9c3a0')]),
	filled(round(WELL, 6), '#f8f1e2'),
	stroked(DOTTED, '#8faec6', 9, { stitch: [1, 26.8] }),
	inked(round(RIM, 2), '#eaf0ee')
];

/** A line round the rim that fills and empties. @param share percent */
export const rimFilling = (share: Moves): Item => stroked(DOTTED, '#2f6f73', 17, { to: share });
