import { expect, it } from 'vitest';
import { DotToDot } from './dot-to-dot';

it('draws a dot, then a line to each further tap', () => {
	const dots = new DotToDot();
	expect(dots.lines(100, 100)).toEqual([[100, 100]]);
	const [line = []] = dots.lines(100, 200);
	expect(line.slice(0, 2)).toEqual([100, 100]);
	expect(line.slice(-2)).toEqual([100, 200]);
	expect(dots.lines(300, 200)[0]?.slice(0, 2)).toEqual([100, 200]);
});

it('ends the line with a tap where it already is', () => {
	const dots = new DotToDot();
	dots.lines(100, 100);
	expect(dots.lines(110, 95)).toEqual([]);
	expect(dots.lines(500, 500)).toEqual([[500, 500]]);
});
