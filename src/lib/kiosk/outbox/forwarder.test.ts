import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverPause } from './covers';
import { pauseAfter } from './pause-after';

const chance = fc.double({ min: 0, max: 0.999_999, noNaN: true });

describe('the pause after a failure', () => {
	it('grows up to a minute, and never asks twice within half a second', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1000 }), chance, (failures, by) => {
				const pause = pauseAfter(failures, by);
				expect(pause).toBeGreaterThanOrEqual(500);
				expect(pause).toBeLessThanOrEqual(60_000);
			})
		);
		expect(pauseAfter(1, 0.5)).toBeLessThan(pauseAfter(3, 0.5));
		expect(pauseAfter(40, 0)).toBe(30_000);
	});
	it('differs between tablets, so that they do not come back together', () => {
		expect(pauseAfter(5, 0)).not.toBe(pauseAfter(5, 0.9));
	});
});

describe('covers', () => {
	it('come every ten minutes on average, at no fixed time', () => {
		const many = Array.from({ length: 10_000 }, (_, i) => coverPause((i + 0.5) / 10_000));
		const mean = many.reduce((sum, pause) => sum + pause, 0) / many.length;
		expect(mean / 60_000).toBeCloseTo(10, 0);
		fc.assert(fc.property(chance, (by) => coverPause(by) >= 0));
	});
});
