// What a child is making, while another screen lies over it and after. It is forgotten when they are done.

export class Made {
	#thing: object | null = null;

	/** The one that was begun; where there is none of this kind, a new one. */
	as<Thing extends object>(Kind: new () => Thing): Thing {
		if (this.#thing instanceof Kind) return this.#thing;
		const begun = new Kind();
		this.#thing = begun;
		return begun;
	}

	forget(): void {
		this.#thing = null;
	}
}
