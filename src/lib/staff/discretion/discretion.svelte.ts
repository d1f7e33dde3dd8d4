// Who may look over a shoulder: names are masked until they are held, and one tap blanks the screen.
import { getContext, setContext } from 'svelte';

/** Long enough to read a list, short enough to be forgotten safely. */
export const SHOWN_MS = 20_000;
/** A press shorter than this is a tap: for hands that cannot hold. */
export const TAP_MS = 350;
const TWICE_MS = 700;

export class Discretion {
	#shown = $state(false);
	#blank = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#pressedAt = 0;
	#wasShown = false;
	#escapedAt = -Infinity;

	get shown(): boolean {
		return this.#shown;
	}

	get blank(): boolean {
		return this.#blank;
	}

	/** The button goes down: names show while it is held. */
	press(at: number): void {
		this.#wasShown = this.#shown;
		this.#pressedAt = at;
		this.#show();
	}

	/** The button comes up: after a hold they are masked; after a tap they stay for 20 s, or go. */
	release(at: number): void {
		const isTap = at - this.#pressedAt < TAP_MS;
		if (!isTap || this.#wasShown) this.mask();
	}

	/** For a key or a switch, which cannot hold. */
	toggle(): void {
		if (this.#shown) this.mask();
		else this.#show();
	}

	mask(): void {
		clearTimeout(this.#timer);
		this.#shown = false;
	}

	cover(): void {
		this.mask();
		this.#blank = true;
	}

	uncover(): void {
		this.#blank = false;
	}

	/** Esc twice in a row blanks the screen; once, it masks. */
	escape(at: number): void {
		if (at - this.#escapedAt < TWICE_MS) this.cover();
		else this.mask();
		this.#escapedAt = at;
	}

	#show(): void {
		clearTimeout(this.#timer);
		this.#shown = true;
		this.#timer = setTimeout(() => this.mask(), SHOWN_MS);
	}
}

const key = Symbol('discretion');

export const provideDiscretion = (): Discretion => setContext(key, new Discretion());
export const useDiscretion = (): Discretion => getContext(key);
