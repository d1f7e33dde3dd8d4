import { describe, expect, it } from 'vitest';
import { curvesOf, percentAlong, type Curve } from './bezier-path';
import { line, pebble, shape } from './drawn-line';

function onlyCurve(path: string): Curve {
	const [curve, ...others] = curvesOf(path);
	if (!curve || others.length > 0) throw new Error(`Not one curve: ${path}`);
	return curve;
}

describe('a shape', () => {
	it('is straight between corners and bends at other points', () => {
		const { c, v, i, o } = onlyCurve(shape('0 0! 100 0! 140 50 100 100!'));
		expect(c).toBe(true);
		expect(v).toEqual([
			[0, 0],
			[100, 0],
			[140, 50],
			[100, 100]
		]);
		expect([i[0], o[0], i[1], o[1]]).toEqual([
			[0, 0],
			[0, 0],
			[0, 0],
			[0, 0]
		]);
		// At the bend it goes the way from the point before to the point after: straight down.
		expect(o[2]?.[0]).toBe(0);
		expect(o[2]?.[1]).toBeGreaterThan(10);
		expect(i[2]?.[1]).toBeLessThan(-10);
	});
});

describe('a stroke through three points', () => {
	it('is one curve, half of which ends at the middle one', () => {
		const { v, o, i } = onlyCurve(line('0 0 50 20 100 0'));
		expect(v).toEqual([
			[0, 0],
			[100, 0]
		]);
		const [first = 0, second = 0] = [o[0]?.[1], i[1]?.[1]];
		expect((3 * first + 3 * second) / 8).toBeCloseTo(20, 0);
	});
});

describe('a pebble', () => {
	it('is the same for the same seed, and never quite round', () => {
		const one = pebble([0, 0], [100, 100], { seed: 3 });
		expect(pebble([0, 0], [100, 100], { seed: 3 })).toBe(one);
		expect(pebble([0, 0], [100, 100], { seed: 4 })).not.toBe(one);
		const radii = onlyCurve(one).v.map((point) => Math.hypot(...point));
		expect(Math.min(...radii)).toBeGreaterThan(95);
		expect(Math.max(...radii)).toBeLessThan(105);
		expect(Math.max(...radii) - Math.min(...radii)).toBeGreaterThan(1);
	});
});

describe('how far along a line its points lie', () => {
	it('is by length, not by number', () => {
		expect(percentAlong(onlyCurve(line('0 0! 30 0! 30 10! 40 10!')))).toEqual([0, 60, 80, 100]);
	});
	it('counts the way round a bend', () => {
		const [, middle = 0] = percentAlong(onlyCurve(line('0 0! 50 80 100 0! 150 0!')));
		expect(middle).toBeGreaterThan(38);
		expect(middle).toBeLessThan(41);
	});
});
