// What a child is making, while another screen lies over it and after. It is forgotten when they are done.

import type { Drawing } from '$lib/crossing/child-words';
import { addWords } from '../../child-words/add-words';
import type { GivenWords } from '../../child-words/given-words.svelte';

export class Made {
	#thing: object | null = null;
	#shown: Drawing | null = null;

	/** The one that was begun; where there is none of this kind, a new one. */
	as<Thing extends object>(Kind: new () => Thing): Thing {
		if (this.#thing instanceof Kind) return this.#thing;
		const begun = new Kind();
		this.#thing = begun;
		return begun;
	}

	/** To a grown-up, among the child's own words. */
	show(drawing: Drawing, words: GivenWords): void {
		addWords(words, { drawing });
		this.#shown = drawing;
	}

	/** Whether the child has given another drawing: there is room for one. */
	wouldReplace(words: GivenWords): boolean {
		const given = words.words?.drawing ?? null;
		return given !== null && given !== this.#shown;
	}

	forget(): void {
		this.#thing = null;
		this.#shown = null;
	}
}
