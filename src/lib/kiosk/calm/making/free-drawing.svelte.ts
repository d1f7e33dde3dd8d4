// A sheet of paper. Nothing of it is kept.
import type { Drawing } from '$lib/crossing/child-words';
import type { Mark } from '$lib/ui/drawing/DrawnMark.svelte';
import { Undoable } from './undoable.svelte';
import { newest, withinSize } from './within-size';

const PAPER = { width: 1300, height: 1000 };

export class FreeDrawing {
	#marks = new Undoable<readonly Mark[]>([]);

	get drawing(): Drawing {
		return { ...PAPER, marks: [...this.#marks.now] };
	}
	get isEmpty(): boolean {
		return this.#marks.now.length === 0;
	}
	get canUndo(): boolean {
		return this.#marks.canUndo;
	}

	add(mark: Mark): void {
		this.#marks.change(newest([...this.#marks.now, mark]));
	}

	clear(): void {
		if (!this.isEmpty) this.#marks.change([]);
	}

	undo(): void {
		this.#marks.undo();
	}

	/** As words for an adult; `null` while there is nothing. */
	asDrawing(): Drawing | null {
		return this.isEmpty ? null : withinSize(this.drawing);
	}
}
