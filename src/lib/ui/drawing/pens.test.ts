import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import sheet from './stamps.svg?raw';
import { outlineOf } from './outline';
import { dotsAlong, pairs, pens, penNamed, stampNamed, stamps } from './pens';

const points = fc.array(fc.integer({ min: 0, max: 1600 }), { maxLength: 60 });

it('draws every line with every pen as a closed path of numbers', () => {
	fc.assert(
		fc.property(points, fc.constantFrom(...pens), (line, pen) => {
			const path = outlineOf(line, pen);
			expect(path).toMatch(pairs(line).length > 0 ? /^M[-\d. ]+Q[-\d. ]+Z$/ : /^$/);
		})
	);
});

it('puts dots at one distance, and one where a finger only tapped', () => {
	expect(dotsAlong([10, 10])).toEqual([[10, 10]]);
	expect(dotsAlong([])).toEqual([]);
	expect(dotsAlong([0, 0, 50, 0, 100, 0, 102, 0])).toEqual([
		[0, 0],
		[34, 0],
		[68, 0],
		[102, 0]
	]);
	fc.assert(
		fc.property(points, (line) => {
			const dots = dotsAlong(line);
			expect(dots.length).toBeLessThanOrEqual(1 + (line.length / 2) * 70);
			expect(dots.flat().every(Number.isFinite)).toBe(true);
		})
	);
});

it('has a picture for every stamp, and is not led astray by a name it does not know', () => {
	for (const stamp of stamps) expect(sheet).toContain(`id="${stamp}"`);
	expect(penNamed('"><script>')).toBe('pencil');
	expect(stampNamed('constructor')).toBeNull();
});
