// How a hand draws: lines through points, rounds that are not quite round, the same ones each time.
import type { Point } from './bezier-path';
import { chance } from './chance';

export { chance };

interface Stop {
	at: Point;
	isCorner: boolean;
}

/** `'10 20 30 40! 50 60'`: points, those with an exclamation mark being corners. */
function stopsOf(points: string): Stop[] {
	const numbers = points.trim().split(/\s+/);
	const stops: Stop[] = [];
	for (let n = 0; n + 1 < numbers.length; n += 2) {
		const y = numbers[n + 1] ?? '';
		stops.push({
			at: [Number(numbers[n]), Number(y.replace('!', ''))],
			isCorner: y.endsWith('!')
		});
	}
	return stops;
}

const oneDecimal = (value: number) => String(Math.round(value * 10) / 10);
const text = ([x, y]: Point) => `${oneDecimal(x)} ${oneDecimal(y)}`;

function pathThrough(stops: Stop[], isClosed: boolean): string {
	const many = stops.length;
	const stop = (index: number): Stop => {
		const near = isClosed ? (index + many) % many : Math.min(many - 1, Math.max(0, index));
		return stops[near] ?? { at: [0, 0], isCorner: true };
	};
	/** Handles along the line between the two neighbours, shorter beside a near one. */
	const handle = (index: number, side: 1 | -1): Point => {
		const { at, isCorner } = stop(index);
		if (isCorner) return at;
		const [before, after] = [stop(index - 1).at, stop(index + 1).at];
		const across: Point = [after[0] - before[0], after[1] - before[1]];
		const whole = Math.hypot(...across) || 1;
		const next = stop(index + side).at;
		const length = (Math.hypot(next[0] - at[0], next[1] - at[1]) / whole) * 0.36 * side;
		return [at[0] + across[0] * length, at[1] + across[1] * length];
	};
	const first = stop(0).at;
	let path = `M${text(first)}`;
	for (let n = 0; n < (isClosed ? many : many - 1); n += 1)
		path += `C${text(handle(n, 1))} ${text(handle(n + 1, -1))} ${text(stop(n + 1).at)}`;
	return isClosed ? `${path}Z` : path;
}

/** A closed shape through points. */
export const shape = (points: string): string => pathThrough(stopsOf(points), true);

/** A stroke through three points is one curve: it takes two thirds of the room. */
function strokeThrough(from: Point, [midX, midY]: Point, to: Point): string {
	const towards = (axis: 0 | 1, middle: number, end: number) =>
		end + ((2 * middle - (from[axis] + to[axis]) / 2 - end) * 2) / 3;
	const first: Point = [towards(0, midX, from[0]), towards(1, midY, from[1])];
	const second: Point = [towards(0, midX, to[0]), towards(1, midY, to[1])];
	return `M${text(from)}C${text(first)} ${text(second)} ${text(to)}`;
}

/** An open line through points. */
export function line(points: string): string {
	const stops = stopsOf(points);
	const [from, middle, to] = stops;
	if (stops.length === 3 && from && middle && to && !middle.isCorner)
		return strokeThrough(from.at, middle.at, to.at);
	return pathThrough(stops, false);
}

/** Several at once: one line through each string. */
export const lines = (...each: string[]): string => each.map(line).join('');

/** A round that is not quite round: `wobble` in parts of its radius. */
export function pebble(
	[x, y]: Point,
	[across, down]: Point,
	{ seed = 1, wobble = 0.04, points = 8, turn = 0 } = {}
): string {
	const next = chance(seed);
	const stops = Array.from({ length: points }, (_, n): Stop => {
		const angle = turn + (n / points) * 2 * Math.PI;
		const far = 1 + (next() - 0.5) * 2 * wobble;
		const at: Point = [x + Math.cos(angle) * across * far, y + Math.sin(angle) * down * far];
		return { at, isCorner: false };
	});
	return pathThrough(stops, true);
}

/** A dot, as a line with round ends that goes nowhere. */
export const dot = (x: number, y: number): string =>
	`M${x} ${y}C${x} ${y} ${x} ${y} ${x + 0.1} ${y}`;
