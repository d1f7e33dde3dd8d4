import { describe, expect, it } from 'vitest';
import { Colouring } from './colouring.svelte';
import { FreeDrawing } from './free-drawing.svelte';
import { Made } from './made';
import { SandTray } from './sand-tray.svelte';

describe('what a child is making', () => {
	it('is found again as it was left', () => {
		const made = new Made();
		made.as(SandTray).place('shell', 500, 500);
		expect(made.as(SandTray).things).toMatchObject([{ thing: 'shell' }]);
		made.as(SandTray).undo();
		expect(made.as(SandTray).asDrawing()).toBeNull();
	});

	it('is one thing only: another kind begins anew', () => {
		const made = new Made();
		made.as(FreeDrawing).add({ pen: 'crayon', points: [1, 1, 2, 2] });
		expect(made.as(Colouring).page).toBeNull();
		expect(made.as(FreeDrawing).isEmpty).toBe(true);
	});

	it('is forgotten for good', () => {
		const made = new Made();
		made.as(FreeDrawing).add({ pen: 'crayon', points: [1, 1, 2, 2] });
		made.forget();
		expect(made.as(FreeDrawing).asDrawing()).toBeNull();
		expect(made.as(FreeDrawing).canUndo).toBe(false);
	});
});

describe('a drawing', () => {
	it('takes back what was wiped away, and wipes away nothing twice', () => {
		const paper = new FreeDrawing();
		paper.clear();
		expect(paper.canUndo).toBe(false);
		paper.add({ pen: 'crayon', points: [1, 1, 2, 2] });
		paper.clear();
		expect(paper.isEmpty).toBe(true);
		paper.undo();
		expect(paper.drawing.marks).toHaveLength(1);
	});
});
