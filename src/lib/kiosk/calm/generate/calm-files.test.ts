import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curvesOf } from './bezier-path';
import { calmFiles } from './calm-files';

describe('the files of the calm space', () => {
	it('in static/calm are the ones that the scripts write: run `npm run generate`', () => {
		for (const [name, contents] of Object.entries(calmFiles()))
			expect(readFileSync(`static/calm/${name}`).equals(Buffer.from(contents)), name).toBe(true);
	});
});

describe('a path of a drawing', () => {
	it('keeps its points, with handles relative to them', () => {
		expect(curvesOf('M10 20C11 22 18 29 20 30c1 1 2 2 3 3')).toEqual([
			{
				c: false,
				v: [
					[10, 20],
					[20, 30],
					[23, 33]
				],
				i: [
					[0, 0],
					[-2, -1],
					[-1, -1]
				],
				o: [
					[1, 2],
					[1, 1],
					[0, 0]
				]
			}
		]);
	});
	it('closes where it began', () => {
		const [curve] = curvesOf('M0 0C1 1 2 2 3 3 2 4 1 3 0 0Z');
		expect(curve?.c).toBe(true);
		expect(curve?.v).toHaveLength(2);
	});
	it('is refused when it uses what our drawings do not', () => {
		expect(() => curvesOf('M0 0A1 1 0 0 0 2 2')).toThrow('Unknown command "A"');
	});
});
