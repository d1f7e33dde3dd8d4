import { describe, expect, it } from 'vitest';
import { drawingBytes, MOST_DRAWING_BYTES } from '$lib/crossing/child-words';
import { patterns, SHAPE_MIDDLES } from '$lib/ui/drawing/colouring';
import { BLANK, Colouring, PAGE } from './colouring.svelte';

const opened = (...pages: readonly Parameters<Colouring['open']>[0][]) => {
	const colouring = new Colouring();
	for (const page of pages) colouring.open(page);
	return colouring;
};

describe('colouring', () => {
	it('fills shapes, one colour over the other, and takes it back', () => {
		const colouring = opened('shell');
		colouring.fill(3, 'lake');
		colouring.fill(3, 'heather');
		expect(colouring.colourOf(3)).toBe('heather');
		colouring.undo();
		expect(colouring.colourOf(3)).toBe('lake');
		colouring.undo();
		expect(colouring.colourOf(3)).toBe('paper');
		expect(colouring.canUndo).toBe(false);
	});

	it('takes nothing back for a tap that changed nothing', () => {
		const colouring = opened('leaf');
		colouring.fill(1, 'paper');
		expect(colouring.canUndo).toBe(false);
	});

	it('finds each page as it was left, and undo stays with its page', () => {
		const colouring = opened('quilt');
		colouring.fill(2, 'sun');
		colouring.open('ripple');
		expect(colouring.canUndo).toBe(false);
		expect(colouring.asDrawing()).toBeNull();
		colouring.close();
		colouring.open('quilt');
		expect(colouring.colourOf(2)).toBe('sun');
	});

	it('does nothing where no page is open', () => {
		const colouring = new Colouring();
		colouring.fill(1, 'sun');
		colouring.paint('sun', [1, 2]);
		expect(colouring.asDrawing()).toBeNull();
		expect(opened('knot').asDrawing()).toBeNull();
	});

	it('becomes words as pattern, shapes and colours; what was rubbed out is not there', () => {
		const colouring = opened('knot');
		colouring.fill(5, 'river');
		colouring.fill(0, 'grass');
		colouring.fill(7, 'sun');
		colouring.fill(7, 'paper');
		expect(colouring.asDrawing()).toEqual({
			...PAGE,
			ground: 'knot',
			marks: [
				{ shape: 0, colour: 'grass' },
				{ shape: 5, colour: 'river' }
			]
		});
	});

	it('of a blank page becomes lines of paint', () => {
		const colouring = opened(BLANK);
		colouring.paint('foxglove', [10, 20, 30, 40]);
		expect(colouring.asDrawing()).toEqual({
			...PAGE,
			marks: [{ pen: 'paint', colour: 'foxglove', points: [10, 20, 30, 40] }]
		});
	});

	it('fits into words however much is painted', () => {
		const colouring = opened(BLANK);
		for (let line = 0; line < 700; line += 1) {
			const points = Array.from({ length: 400 }, (_, at) => 100 + ((at * 53 + line) % 900));
			colouring.paint('earth', points);
		}
		const drawing = colouring.asDrawing();
		if (!drawing) throw new Error('The page was blank.');
		expect(drawingBytes(drawing).length).toBeLessThanOrEqual(MOST_DRAWING_BYTES);
		expect(drawing.marks.length).toBeGreaterThan(10);
	});

	it.each(patterns)('reaches each shape of the pattern %s by a middle of its own', (pattern) => {
		const middles = SHAPE_MIDDLES[pattern].map(([x, y]) => `${x} ${y}`);
		expect(new Set(middles).size).toBe(middles.length);
		for (const [x, y] of SHAPE_MIDDLES[pattern]) {
			expect(x > 0 && x < PAGE.width && y > 0 && y < PAGE.height).toBe(true);
		}
	});
});
