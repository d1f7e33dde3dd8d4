// What a child made in the calm space becomes words only when they show it to somebody. Then it has the size
// limits of words: what is larger is drawn with fewer points, and never refused.
import {
	drawingBytes,
	MOST_DRAWING_BYTES,
	type Drawing,
	type DrawnMark
} from '$lib/crossing/child-words';
import { pairs } from '$lib/ui/drawing/pens';

/** More than this an old tablet does not draw well. */
const MOST_NUMBERS = 40_000;
const NUMBERS_OF_A_THING = 20;

/** The newest of them, as many as are drawn well: as sand closes over old lines. At least one. */
export function newest<Mark extends object>(marks: readonly Mark[]): Mark[] {
	let numbers = 0;
	const first = marks.findLastIndex((mark) => {
		numbers +=
			'points' in mark && Array.isArray(mark.points) ? mark.points.length : NUMBERS_OF_A_THING;
		return numbers > MOST_NUMBERS;
	});
	return marks.slice(Math.min(first + 1, Math.max(0, marks.length - 1)));
}

/** How far a line may leave the one that was drawn, tried in turn. */
const TOLERANCES_UNITS = [1, 2, 4, 8, 16];

/** The same drawing, as exactly as it fits. */
export function withinSize(drawing: Drawing, mostBytes = MOST_DRAWING_BYTES): Drawing {
	if (fits(drawing, mostBytes)) return drawing;
	let plainer = drawing;
	for (const tolerance of TOLERANCES_UNITS) {
		plainer = { ...drawing, marks: drawing.marks.map((mark) => straightened(mark, tolerance)) };
		if (fits(plainer, mostBytes)) return plainer;
	}
	// The oldest lines lie deepest: they are what most has been drawn over.
	let { marks } = plainer;
	while (marks.length > 1 && !fits({ ...plainer, marks }, mostBytes)) marks = withoutOldest(marks);
	return { ...plainer, marks };
}

const fits = (drawing: Drawing, mostBytes: number): boolean =>
	drawingBytes(drawing).length <= mostBytes;

/** A tenth fewer: lines first, things stay as long as there are lines. */
function withoutOldest(marks: readonly DrawnMark[]): DrawnMark[] {
	const lines = marks.filter((mark) => 'points' in mark);
	const from = lines.length > 0 ? lines : marks;
	const leaving = new Set(from.slice(0, Math.ceil(from.length / 10)));
	return marks.filter((mark) => !leaving.has(mark));
}

function straightened(mark: DrawnMark, tolerance: number): DrawnMark {
	if (!('points' in mark)) return mark;
	return { ...mark, points: simplified(pairs(mark.points), tolerance).flat() };
}

type Point = [number, number];

/** Ramer, Douglas and Peucker: without the points that lie as good as on the line between the others. */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
	const kept = new Set([0, points.length - 1]);
	const open: [number, number][] = [[0, points.length - 1]];
	for (let part = open.pop(); part; part = open.pop()) {
		const [from, to] = part;
		let farthest = tolerance;
		let at = -1;
		for (let index = from + 1; index < to; index += 1) {
			const off = offLine(points[index], points[from], points[to]);
			if (off > farthest) [farthest, at] = [off, index];
		}
		if (at < 0) continue;
		kept.add(at);
		open.push([from, at], [at, to]);
	}
	return points.filter((_, index) => kept.has(index));
}

function offLine(point?: Point, from?: Point, to?: Point): number {
	if (!point || !from || !to) return 0;
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const length = Math.hypot(dx, dy);
	const [px, py] = [point[0] - from[0], point[1] - from[1]];
	return length > 0 ? Math.abs(dx * py - dy * px) / length : Math.hypot(px, py);
}
