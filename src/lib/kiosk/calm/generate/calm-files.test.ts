import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curvesOf } from './bezier-path';
import { calmFiles } from './calm-files';
import { chimeLow } from './chime';

describe('the files of the calm space', () => {
	it('in static/calm are the ones that the scripts write: run `npm run generate`', () => {
		for (const [name, contents] of Object.entries(calmFiles()))
			expect(readFileSync(`static/calm/${name}`).equals(Buffer.from(contents)), name).toBe(true);
	});
});

describe('the chime', () => {
	const bytes = chimeLow();
	const view = new DataView(bytes.buffer);
	const samplesPerSecond = view.getUint32(24, true);
	const samples = Array.from({ length: (bytes.length - 44) / 2 }, (_, n) =>
		view.getInt16(44 + n * 2, true)
	);
	const loudest = (from: number, to: number) =>
		Math.max(
			...samples
				.slice(from * samplesPerSecond, to * samplesPerSecond)
				.map((sample) => Math.abs(sample))
		);

	it('is small enough for every tablet to keep', () => {
		expect(bytes.length).toBeLessThanOrEqual(30_000);
	});

	it('startles nobody: it rises from silence, is never cut off at the top, and fades away', () => {
		const whole = loudest(0, Infinity);
		expect(whole).toBeLessThan(32_767 * 0.7);
		expect(loudest(0, 0.005)).toBeLessThan(whole * 0.15);
		expect(loudest(1, 1.2)).toBeGreaterThan(whole * 0.05);
		expect(loudest(1.79, Infinity)).toBeLessThan(whole * 0.001);
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
