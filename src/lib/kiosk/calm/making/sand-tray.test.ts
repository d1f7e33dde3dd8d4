import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingBytes, MOST_DRAWING_BYTES } from '$lib/crossing/child-words';
import { things } from '$lib/ui/drawing/things';
import { SandTray, TRAY } from './sand-tray.svelte';

const trayWith = (...placed: readonly (readonly [(typeof things)[number], number, number])[]) => {
	const tray = new SandTray();
	for (const [thing, x, y] of placed) tray.place(thing, x, y);
	return tray;
};
const wherever = (tray: SandTray) => tray.things.map(({ thing, x, y }) => [thing, x, y]);

describe('a sand tray', () => {
	it('has what is placed where it is placed, moved and taken', () => {
		const tray = trayWith(['shell', 300, 400], ['dog', 500, 500]);
		const [shell, dog] = tray.things;
		tray.move(shell?.id ?? 0, 700, 800);
		expect(wherever(tray)).toEqual([
			['shell', 700, 800],
			['dog', 500, 500]
		]);
		tray.take(dog?.id ?? 0);
		expect(wherever(tray)).toEqual([['shell', 700, 800]]);
	});

	it('lets nothing stand half outside, where no finger would reach it', () => {
		const tray = trayWith(['boat', -50, 4_000]);
		expect(wherever(tray)).toEqual([['boat', 60, 940]]);
	});

	it('smooths the lines and leaves the things; the next time it is emptied', () => {
		const tray = trayWith(['tree', 300, 300]);
		tray.draw('finger', [1, 2, 3, 4]);
		tray.smooth();
		expect([tray.lines.length, tray.things.length]).toEqual([0, 1]);
		tray.smooth();
		expect([tray.lines.length, tray.things.length]).toEqual([0, 0]);
		tray.undo();
		tray.undo();
		expect(tray.lines).toEqual([{ pen: 'finger', points: [1, 2, 3, 4] }]);
		expect(wherever(tray)).toEqual([['tree', 300, 300]]);
	});

	it('takes back whatever was done, step by step, to the beginning', () => {
		const step = fc.constantFrom('draw', 'place', 'move', 'take', 'smooth');
		fc.assert(
			fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
				const tray = new SandTray();
				const seen = [tray.asDrawing()];
				for (const one of steps) {
					const id = tray.things[0]?.id ?? -1;
					const before = JSON.stringify([tray.lines, tray.things]);
					if (one === 'draw') tray.draw('rake', [10, 10, 20, 30]);
					if (one === 'place') tray.place('cat', 400, 400);
					if (one === 'move') tray.move(id, 200, 900);
					if (one === 'take') tray.take(id);
					if (one === 'smooth') tray.smooth();
					if (before !== JSON.stringify([tray.lines, tray.things])) seen.push(tray.asDrawing());
				}
				for (const drawing of seen.toReversed()) {
					while (JSON.stringify(tray.asDrawing()) !== JSON.stringify(drawing)) {
						expect(tray.canUndo).toBe(true);
						tray.undo();
					}
				}
				expect(tray.asDrawing()).toBeNull();
			})
		);
	});

	it('is nothing to show while it is empty', () => {
		expect(new SandTray().asDrawing()).toBeNull();
	});

	it('becomes words as it stands: lines below, things over them, nearer ones before farther ones', () => {
		const tray = trayWith(['cottage', 600, 800], ['sheep', 600, 300]);
		tray.draw('finger', [1, 2, 30, 40]);
		expect(tray.asDrawing()).toEqual({
			...TRAY,
			ground: 'sand',
			marks: [
				{ pen: 'finger', points: [1, 2, 30, 40] },
				{ stamp: 'sheep', x: 600, y: 300 },
				{ stamp: 'cottage', x: 600, y: 800 }
			]
		});
	});

	it('fits into words with all things in it and as many lines as it holds', () => {
		const tray = new SandTray();
		for (const thing of things) tray.place(thing, 500, 500);
		for (let line = 0; line < 60; line += 1) {
			const points = Array.from({ length: 1_200 }, (_, at) => 300 + ((at * 37 + line * 11) % 700));
			tray.draw('finger', points);
		}
		expect(tray.lines.length).toBeLessThan(60);
		const drawing = tray.asDrawing();
		if (!drawing) throw new Error('The tray was empty.');
		expect(drawingBytes({ ...drawing, marks: [...tray.lines] }).length).toBeGreaterThan(
			MOST_DRAWING_BYTES
		);
		expect(drawingBytes(drawing).length).toBeLessThanOrEqual(MOST_DRAWING_BYTES);
		const standing = drawing.marks.filter((mark) => 'stamp' in mark);
		expect(standing).toHaveLength(things.length);
	});

	it('does not grow with what is done to it', () => {
		const tray = new SandTray();
		for (let line = 0; line < 2_000; line += 1) tray.draw('hand', Array<number>(200).fill(line));
		const numbers = tray.lines.reduce((sum, { points }) => sum + points.length, 0);
		expect(numbers).toBeLessThanOrEqual(40_000);
		let steps = 0;
		for (; tray.canUndo; steps += 1) tray.undo();
		expect(steps).toBe(200);
	});
});
