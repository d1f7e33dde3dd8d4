// Patterns to colour in, and a page without one. Each is as the child left it until the calm space is left;
// nothing of them is kept.
import type { Drawing, DrawnMark, DrawnStroke, FilledShape } from '$lib/crossing/child-words';
import { PAPER, type Colour, type Pattern } from '$lib/ui/drawing/colouring';
import { PAINT_PEN } from '$lib/ui/drawing/pens';
import { Undoable } from './undoable.svelte';
import { newest, withinSize } from './within-size';

/** Its size in units of a drawing. */
export const PAGE = { width: 1300, height: 1000 } as const;
/** What is painted freely. */
export const BLANK = 'blank';
export type Page = Pattern | typeof BLANK;

interface Coloured {
	/** By number of the shape. */
	shapes: Readonly<Record<number, Colour>>;
	lines: readonly DrawnStroke[];
}

export class Colouring {
	#pages = $state.raw<Partial<Record<Page, Undoable<Coloured>>>>({});
	#page = $state.raw<Page | null>(null);
	readonly #none = new Undoable<Coloured>({ shapes: {}, lines: [] });
	#now = $derived(this.#pageOf(this.#page));

	/** `null` while one is chosen. */
	get page(): Page | null {
		return this.#page;
	}
	get canUndo(): boolean {
		return this.#now.canUndo;
	}

	/** As it was left, where it was begun. */
	open(page: Page): void {
		if (!this.#pages[page]) this.#pages = { ...this.#pages, [page]: new Undoable(this.#none.now) };
		this.#page = page;
	}

	close(): void {
		this.#page = null;
	}

	colourOf(shape: number): Colour {
		return this.#now.now.shapes[shape] ?? PAPER;
	}

	fill(shape: number, colour: Colour): void {
		if (!this.#page || this.colourOf(shape) === colour) return;
		const { shapes, lines } = this.#now.now;
		this.#now.change({ lines, shapes: { ...shapes, [shape]: colour } });
	}

	paint(colour: Colour, points: number[]): void {
		if (!this.#page) return;
		const { shapes, lines } = this.#now.now;
		const line = { pen: PAINT_PEN, colour, points };
		this.#now.change({ shapes, lines: newest([...lines, line]) });
	}

	undo(): void {
		this.#now.undo();
	}

	/** The page as it stands. */
	drawing(page: Page | null = this.#page): Drawing {
		const { shapes, lines } = this.#pageOf(page).now;
		const filled: FilledShape[] = Object.entries(shapes)
			.filter(([, colour]) => colour !== PAPER)
			.map(([shape, colour]) => ({ shape: Number(shape), colour }));
		const marks: DrawnMark[] = [...filled, ...lines];
		return { ...PAGE, ...(page && page !== BLANK ? { ground: page } : {}), marks };
	}

	/** As words for an adult; `null` while nothing has a colour. */
	asDrawing(): Drawing | null {
		const drawing = this.drawing();
		return drawing.marks.length > 0 ? withinSize(drawing) : null;
	}

	#pageOf(page: Page | null): Undoable<Coloured> {
		return (page && this.#pages[page]) || this.#none;
	}
}
