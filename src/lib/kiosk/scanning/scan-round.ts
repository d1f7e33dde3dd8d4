// What is marked while a screen is scanned, and what a press chooses. First whole rows, then what is in the
// row that was pressed. Knows no clock and no screen.

export interface RoundRules {
	/** After so many rounds without a press the marks go, until the next press. */
	rounds: number;
	/** After so many rounds in a row without a press the rows are scanned again. */
	roundsInRow: number;
}

/** The switch may be out of reach for a moment; but nothing goes round for ever. */
export const ROUNDS_BY_ITSELF: RoundRules = { rounds: 3, roundsInRow: 2 };
/** Where the second switch steps, nothing moves without the child. */
export const ROUNDS_BY_STEPS: RoundRules = { rounds: Infinity, roundsInRow: 1 };

export class ScanRound<Thing> {
	#groups: readonly (readonly Thing[])[] = [];
	#group = 0;
	/** In the row that was pressed; `null` while whole rows are scanned. */
	#item: number | null = null;
	#round = 0;
	#isPaused: boolean;

	/** @param isPaused nothing is marked before the first press */
	constructor(
		private readonly rules: RoundRules,
		isPaused = false
	) {
		this.#isPaused = isPaused;
	}

	get isPaused(): boolean {
		return this.#isPaused;
	}
	/** What is marked: a row, or one thing. Nothing in a pause. */
	get marked(): readonly Thing[] {
		const group = this.#isPaused ? [] : (this.#groups[this.#group] ?? []);
		return this.#item === null ? group : group.slice(this.#item, this.#item + 1);
	}
	/** At the first stop, which stays longer. */
	get isAtStart(): boolean {
		return this.#item === null ? this.#group === 0 : this.#item === 0;
	}

	/** The screen has changed under it: the marks stay with what they are at, as far as it is still there. */
	look(groups: readonly (readonly Thing[])[]): void {
		const [at] = this.marked;
		const found = at === undefined ? -1 : groups.findIndex((group) => group.includes(at));
		const group = groups[found];
		if (this.#item !== null) {
			const item = at === undefined ? -1 : (group?.indexOf(at) ?? -1);
			this.#item = item >= 0 ? item : null;
		}
		this.#group = found >= 0 ? found : Math.min(this.#group, Math.max(0, groups.length - 1));
		this.#groups = groups;
	}

	/** To the next stop; round again after the last. */
	step(): void {
		if (this.#isPaused) return;
		const length = this.#groups[this.#group]?.length ?? 0;
		if (this.#item === null) {
			this.#group += 1;
			if (this.#group < this.#groups.length) return;
			this.#group = 0;
			this.#round += 1;
			this.#isPaused = this.#round >= this.rules.rounds;
			return;
		}
		this.#item += 1;
		if (this.#item < length) return;
		this.#item = 0;
		this.#round += 1;
		if (this.#round >= this.rules.roundsInRow) this.#leaveRow();
	}

	/** What is chosen; `null` where the press only opens a row or ends a pause. */
	press(): Thing | null {
		if (this.#isPaused) {
			this.#isPaused = false;
			this.#group = 0;
			this.#leaveRow();
			return null;
		}
		const marked = this.marked;
		const [first, second] = marked;
		if (first === undefined) return null;
		if (second !== undefined) {
			this.#item = 0;
			this.#round = 0;
			return null;
		}
		this.#leaveRow();
		return first;
	}

	#leaveRow(): void {
		this.#item = null;
		this.#round = 0;
	}
}
