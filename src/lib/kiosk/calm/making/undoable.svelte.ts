/** Far more than a child takes back, and few enough to weigh nothing. */
const MOST_STEPS = 200;

/** Something whose changes can be taken back one by one. Each state is a value of its own. */
export class Undoable<State> {
	#now: State;
	#before = $state.raw<readonly State[]>([]);

	constructor(first: State) {
		this.#now = $state.raw(first);
	}

	get now(): State {
		return this.#now;
	}
	get canUndo(): boolean {
		return this.#before.length > 0;
	}

	change(next: State): void {
		this.#before = [...this.#before.slice(1 - MOST_STEPS), this.#now];
		this.#now = next;
	}

	undo(): void {
		const last = this.#before.at(-1);
		if (last === undefined) return;
		this.#before = this.#before.slice(0, -1);
		this.#now = last;
	}
}
