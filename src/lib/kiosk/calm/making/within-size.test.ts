import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawingBytes, type Drawing } from '$lib/crossing/child-words';
import { newest, simplified, withinSize } from './within-size';

const circle = (radius: number) =>
	Array.from({ length: 400 }, (_, at) => [
		Math.round(600 + radius * Math.cos(at / 60)),
		Math.round(500 + radius * Math.sin(at / 60))
	]).flat();
const drawing: Drawing = {
	width: 1300,
	height: 1000,
	ground: 'sand',
	marks: [
		...[100, 200, 300, 400].map((radius) => ({ pen: 'finger', points: circle(radius) })),
		{ stamp: 'dragon', x: 300, y: 300 }
	]
};

it('keeps the newest lines, as many as an old tablet draws', () => {
	const lines = Array.from({ length: 100 }, (_, at) => ({
		at,
		points: Array<number>(1_000).fill(at)
	}));
	expect(newest(lines).map(({ at }) => at)).toEqual(Array.from({ length: 40 }, (_, at) => at + 60));
	expect(newest([{ points: Array<number>(90_000).fill(1) }])).toHaveLength(1);
	expect(newest([])).toEqual([]);
});

it('leaves a drawing that fits as it is', () => {
	expect(withinSize(drawing)).toBe(drawing);
});

it('draws a larger one with fewer points, none of which the child did not draw', () => {
	const plainer = withinSize(drawing, 3_000);
	expect(drawingBytes(plainer).length).toBeLessThanOrEqual(3_000);
	expect(plainer.marks).toHaveLength(drawing.marks.length);
	plainer.marks.forEach((mark, at) => {
		const original = drawing.marks[at];
		if (!('points' in mark) || !original || !('points' in original)) return;
		expect(mark.points.length).toBeGreaterThan(8);
		expect(mark.points.slice(0, 2)).toEqual(original.points.slice(0, 2));
		expect(mark.points.slice(-2)).toEqual(original.points.slice(-2));
	});
});

it('leaves out the oldest lines where nothing else helps, and things last of all', () => {
	const least = withinSize(drawing, 130);
	expect(least.marks).toEqual([{ stamp: 'dragon', x: 300, y: 300 }]);
	expect(drawingBytes(withinSize(drawing, 400)).length).toBeLessThanOrEqual(400);
});

/** From the line through two points, by the area of the triangle. */
function offLine([x, y]: [number, number], from = [0, 0], to = [0, 0]): number {
	const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [from, to];
	const base = Math.hypot(bx - ax, by - ay);
	if (base === 0) return Math.hypot(x - ax, y - ay);
	return Math.abs(ax * (by - y) + bx * (y - ay) + x * (ay - by)) / base;
}

it('never leaves a line by more than it says', () => {
	const unit = fc.integer({ min: 0, max: 1300 });
	const way = fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(way, fc.integer({ min: 0, max: 40 }), (points, tolerance) => {
			const kept = simplified(points, tolerance);
			expect(kept[0]).toEqual(points[0]);
			expect(kept.at(-1)).toEqual(points.at(-1));
			expect(kept.every((point) => points.includes(point))).toBe(true);
			let [from, to] = [0, 0];
			points.forEach((point, at) => {
				if (kept.includes(point)) from = at;
				else {
					to = points.findIndex((one, later) => later > at && kept.includes(one));
					expect(offLine(point, points[from], points[to])).toBeLessThanOrEqual(tolerance + 1e-6);
				}
			});
		})
	);
});
