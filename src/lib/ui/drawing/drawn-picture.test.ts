// What staff see of what a child made: both sides draw it with this.
import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { patterns, SHAPE_MIDDLES } from './colouring';
import colouring from './colouring.svg?raw';
import DrawnPicture from './DrawnPicture.svelte';
import { rakePath } from './rake';
import { things } from './things';
import thingSheet from './things.svg?raw';

const size = { width: 1300, height: 1000 };
const drawn = (drawing: Parameters<typeof DrawnPicture>[1]['drawing']) =>
	render(DrawnPicture, { props: { drawing } }).body;

it('shows a tray of sand with its furrows and the things in it', () => {
	const html = drawn({
		...size,
		ground: 'sand',
		marks: [
			{ pen: 'rake', points: [100, 100, 400, 100] },
			{ stamp: 'dragon', x: 300, y: 500 }
		]
	});
	expect(html).toMatch(/#sand"/);
	expect(html).toContain(`d="${rakePath([100, 100, 400, 100])}"`);
	expect(html).toMatch(/things[^"]*#dragon" x="205" y="405"/);
});

it('shows a pattern with the shapes that have a colour, and the others of paper', () => {
	const html = drawn({ ...size, ground: 'knot', marks: [{ shape: 4, colour: 'heather' }] });
	expect(html).toMatch(/#knot-4" fill="var\(--windy\)"/);
	expect(html).toMatch(/#knot-5" fill="var\(--page\)"/);
	expect(html).toMatch(/#knot"/);
});

it('shows paint in its colour', () => {
	const html = drawn({
		...size,
		marks: [{ pen: 'paint', colour: 'lake', points: [9, 9, 90, 90] }]
	});
	expect(html).toContain('fill="var(--lake)"');
});

it('puts nothing into a page that only came with a drawing', () => {
	const evil = '"><script>alert(1)</script>';
	const html = drawn({
		...size,
		ground: evil,
		marks: [
			{ pen: evil, colour: evil, points: [1, 2, 30, 40] },
			{ stamp: evil, x: 1, y: 2 },
			{ shape: 99, colour: evil }
		]
	});
	expect(html).not.toContain('alert');
	expect(html).not.toContain('<use');
});

it('has every thing and every shape on its sheet', () => {
	for (const thing of [...things, 'sand', 'tool-finger', 'tool-rake', 'tool-hand'])
		expect(thingSheet).toContain(`id="${thing}"`);
	for (const pattern of patterns) {
		const shapes = [...colouring.matchAll(new RegExp(`id="${pattern}-\\d+"`, 'g'))];
		expect(shapes).toHaveLength(SHAPE_MIDDLES[pattern].length);
		expect(colouring).toContain(`id="${pattern}"`);
	}
});

it('rakes with teeth beside each other, whichever way the rake goes', () => {
	expect(rakePath([])).toBe('');
	// Along, the teeth stand one above the other.
	const starts = [...rakePath([0, 500, 100, 500, 200, 500]).matchAll(/M(-?\d+) (-?\d+)/g)];
	expect(starts.map(([, x, y]) => [Number(x), Number(y)])).toEqual(
		[-52, -26, 0, 26, 52].map((far) => [0, 500 + far])
	);
	expect(rakePath([300, 300]).match(/h\.1/g)).toHaveLength(5);
});
