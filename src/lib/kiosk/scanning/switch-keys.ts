// Which key is a switch. Switches that stand beside a tablet send Space or Enter, as a keyboard does; so
// whoever walks with Tab, or types letters, keeps these two keys for that.
import type { Press } from './scanner';

const TEXT_FIELD = 'textarea, [contenteditable], input:not([type="radio"], [type="checkbox"])';
const WALKS = new Set(['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

export interface KeyPressed {
	key: string;
	/** What has the focus. */
	at: Element | null;
	isHeld: boolean;
	withOthers: boolean;
}

export class SwitchKeys {
	#walks = false;
	#typesInto: Element | null = null;

	/** A finger or a new screen: the focus is where nobody walked to. */
	forgetWalk(): void {
		this.#walks = false;
	}

	/** Somebody has put the cursor there by hand. */
	touchedField(field: Element | null): void {
		if (field?.matches(TEXT_FIELD)) this.#typesInto = field;
	}

	/**
	 * @param switches with one, both keys are it; with two, Space steps and Enter chooses
	 * @returns `held` for what must do nothing at all, `null` for what is the keyboard's own
	 */
	read({ key, at, isHeld, withOthers }: KeyPressed, switches: 1 | 2): Press | 'held' | null {
		if (WALKS.has(key)) this.#walks = true;
		if (withOthers) return null;
		const isField = at?.matches(TEXT_FIELD) ?? false;
		const isSwitch = key === ' ' || key === 'Enter';
		if (isField && !isSwitch && key.length === 1) this.#typesInto = at;
		if (!isSwitch) return null;
		// Not every field: one that a screen gives the focus to would be the end of a switch's way.
		if (isField && this.#typesInto === at) return null;
		if (this.#walks && at?.matches('button, a, summary, input')) return null;
		if (isHeld) return 'held';
		return switches === 2 && key === ' ' ? 'step' : 'switch';
	}
}
