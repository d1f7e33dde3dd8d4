import { describe, expect, it } from 'vitest';
import { addWords } from '../../child-words/add-words';
import { GivenWords } from '../../child-words/given-words.svelte';
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

describe('what is shown to a grown-up', () => {
	const drawn = (x: number) => {
		const paper = new FreeDrawing();
		paper.add({ pen: 'crayon', points: [x, x, 2, 2] });
		return paper.asDrawing() ?? expect.fail('nothing drawn');
	};

	it('is among the child’s own words, and takes its own place as it grows', () => {
		const words = new GivenWords();
		const made = new Made();
		expect(made.wouldReplace(words)).toBe(false);
		made.show(drawn(1), words);
		expect(made.wouldReplace(words)).toBe(false);
		made.show(drawn(3), words);
		expect(words.words?.drawing).toEqual(drawn(3));
	});

	it('does not take the place of a drawing that the child gave, or went on with, unasked', () => {
		const words = new GivenWords();
		addWords(words, { drawing: drawn(1) });
		const made = new Made();
		expect(made.wouldReplace(words)).toBe(true);
		made.show(drawn(2), words);
		addWords(words, { drawing: drawn(4) });
		expect(made.wouldReplace(words)).toBe(true);
	});

	it('is another one after it was forgotten here', () => {
		const words = new GivenWords();
		const made = new Made();
		made.show(drawn(1), words);
		made.forget();
		expect(made.wouldReplace(words)).toBe(true);
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
