// A tray of sand: lines in it, and things that stand on it. Nothing of it is kept.
import type { Drawing, DrawnStroke } from '$lib/crossing/child-words';
import { SAND, type Thing } from '$lib/ui/drawing/things';
import { Undoable } from './undoable.svelte';
import { newest, withinSize } from './within-size';

/** Its size in units of a drawing. */
export const TRAY = { width: 1300, height: 1000 } as const;

/** The middle of a thing stays so far inside. */
const EDGE_UNITS = 60;

export interface PlacedThing {
	id: number;
	thing: Thing;
	x: number;
	y: number;
}

interface Scene {
	lines: readonly DrawnStroke[];
	things: readonly PlacedThing[];
}

export class SandTray {
	#scene = new Undoable<Scene>({ lines: [], things: [] });
	#placed = 0;

	get lines(): readonly DrawnStroke[] {
		return this.#scene.now.lines;
	}
	/** In the order in which they came. */
	get things(): readonly PlacedThing[] {
		return this.#scene.now.things;
	}
	get canUndo(): boolean {
		return this.#scene.canUndo;
	}

	draw(pen: string, points: number[]): void {
		this.#change({ lines: newest([...this.lines, { pen, points }]) });
	}

	place(thing: Thing, x: number, y: number): void {
		this.#placed += 1;
		this.#change({ things: [...this.things, { id: this.#placed, thing, ...inside(x, y) }] });
	}

	move(id: number, x: number, y: number): void {
		this.#change({
			things: this.things.map((one) => (one.id === id ? { ...one, ...inside(x, y) } : one))
		});
	}

	take(id: number): void {
		this.#change({ things: this.things.filter((one) => one.id !== id) });
	}

	/** Takes the lines away; where there are none, the things. */
	smooth(): void {
		if (this.lines.length > 0) this.#change({ lines: [] });
		else if (this.things.length > 0) this.#change({ things: [] });
	}

	undo(): void {
		this.#scene.undo();
	}

	/** As words for an adult; `null` while it is empty. */
	asDrawing(): Drawing | null {
		const standing = this.things
			.toSorted((a, b) => a.y - b.y)
			.map(({ thing, x, y }) => ({ stamp: thing, x, y }));
		const marks = [...this.lines, ...standing];
		return marks.length > 0 ? withinSize({ ...TRAY, ground: SAND, marks }) : null;
	}

	#change(part: Partial<Scene>): void {
		this.#scene.change({ ...this.#scene.now, ...part });
	}
}

const within = (value: number, most: number): number =>
	Math.round(Math.min(most - EDGE_UNITS, Math.max(EDGE_UNITS, value)));

const inside = (x: number, y: number) => ({
	x: within(x, TRAY.width),
	y: within(y, TRAY.height)
});
