// A rake's teeth stand in a row across the way that it is drawn, and turn slowly with it.
import { pairs } from './pens';

const TEETH = [-2, -1, 0, 1, 2];
const BETWEEN_TEETH_UNITS = 26;
/** How far the rake follows a new direction at each point; 1 is at once. */
const TURNS = 0.35;
/** A shorter way at the beginning says nothing of where a finger is going. */
const BEGINNING_UNITS = 16;

/** The lines of all teeth as one SVG path. @param points x and y in turn, of the middle tooth */
export function rakePath(points: readonly number[]): string {
	const way = pairs(points);
	const [first] = way;
	if (!first) return '';
	const across = acrossEach(way);
	return TEETH.map((tooth) => {
		const far = tooth * BETWEEN_TEETH_UNITS;
		return lineThrough(
			way.map(([x, y], at) => {
				const [dx, dy] = across[at] ?? [0, 1];
				return [Math.round(x + dx * far), Math.round(y + dy * far)];
			})
		);
	}).join('');
}

/** Across the way at each point, one unit long. */
function acrossEach(way: readonly (readonly [number, number])[]): [number, number][] {
	const [first = [0, 0]] = way;
	const ahead = way.find(([x, y]) => Math.hypot(x - first[0], y - first[1]) > BEGINNING_UNITS);
	let [dx, dy] = unit(ahead ? ahead[0] - first[0] : 0, ahead ? ahead[1] - first[1] : 1);
	return way.map(([x, y], at) => {
		const [fromX, fromY] = way[at - 1] ?? [x, y];
		if (at > 0) {
			const [toX, toY] = unit(x - fromX, y - fromY);
			[dx, dy] = unit(dx + (toX - dx) * TURNS, dy + (toY - dy) * TURNS);
		}
		return [-dy, dx];
	});
}

function unit(x: number, y: number): [number, number] {
	const length = Math.hypot(x, y);
	return length > 0 ? [x / length, y / length] : [0, 1];
}

/** Bends at each point, and goes through the middle between two of them. A lone point is a dot. */
export function lineThrough(points: readonly (readonly [number, number])[]): string {
	const [first, ...rest] = points;
	if (!first) return '';
	let path = `M${first[0]} ${first[1]}`;
	if (rest.length === 0) return `${path}h.1`;
	rest.forEach(([x, y], at) => {
		const next = rest[at + 1];
		path += next
			? `Q${x} ${y} ${Math.round((x + next[0]) / 2)} ${Math.round((y + next[1]) / 2)}`
			: `L${x} ${y}`;
	});
	return path;
}
