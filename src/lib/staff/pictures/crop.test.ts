import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dragged, FIRST_CROP, MOST_ZOOM, squareOf } from './crop';

const tall = { width: 300, height: 400 };

describe('the part of a picture that is kept', () => {
	it('is as large a square as there is, a little above the middle', () => {
		expect(squareOf(tall, FIRST_CROP)).toEqual({ x: 0, y: 40, edge: 300 });
	});

	it('follows the finger as far as the picture goes', () => {
		const crop = { zoom: 2, across: 0.5, down: 0.5 };
		const moved = squareOf(tall, dragged(tall, crop, { x: 10, y: -20 }, 100));
		expect(moved).toEqual({ x: 60, y: 155, edge: 150 });
		const far = squareOf(tall, dragged(tall, crop, { x: 9999, y: -9999 }, 100));
		expect(far).toEqual({ x: 0, y: 250, edge: 150 });
		expect(dragged(tall, FIRST_CROP, { x: 50, y: 0 }, 100).across).toBe(FIRST_CROP.across);
	});

	it('is always inside the picture', () => {
		const edges = fc.integer({ min: 1, max: 20_000 });
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const zooms = fc.double({ min: 1, max: MOST_ZOOM, noNaN: true });
		const pixels = fc.integer({ min: -5000, max: 5000 });
		fc.assert(
			fc.property(
				edges,
				edges,
				zooms,
				share,
				share,
				pixels,
				pixels,
				(width, height, zoom, across, down, x, y) => {
					const crop = dragged({ width, height }, { zoom, across, down }, { x, y }, 280);
					const square = squareOf({ width, height }, crop);
					expect(square.x).toBeGreaterThanOrEqual(0);
					expect(square.y).toBeGreaterThanOrEqual(0);
					expect(square.x + square.edge).toBeLessThanOrEqual(width + 0.001);
					expect(square.y + square.edge).toBeLessThanOrEqual(height + 0.001);
				}
			)
		);
	});
});
