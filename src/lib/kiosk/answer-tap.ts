// A tap that counts is answered in the next frame: what was tapped stays down, as it does not when a tap
// was ignored. What the tap brings, which takes an old tablet longer to draw, comes after that frame.
import { afterPaint } from './after-paint';
import { REPEAT_MS } from './tap-guard';

/** On what must not wait a frame: a visit's last tap, and the call for a grown-up. */
const AT_ONCE = 'data-at-once';
/** While it is there, another tap does nothing. */
const TAKEN = 'data-taken';

export class AnsweredTaps {
	#passing: Event | null = null;

	/** Whether this is a tap that was answered a frame ago, on its way to what it does. */
	passes(event: Event): boolean {
		return event === this.#passing;
	}

	answer(event: MouseEvent, tapped: Element): void {
		tapped.setAttribute(TAKEN, '');
		releaseLater(new WeakRef(tapped));
		if (tapped.hasAttribute(AT_ONCE)) return;
		event.stopPropagation();
		event.preventDefault();
		const { target } = event;
		const again = new MouseEvent(event.type, event);
		afterPaint(() => {
			// A screen that went meanwhile, as when a visit ends by itself, takes its taps along.
			if (!tapped.isConnected) return;
			this.#passing = again;
			target?.dispatchEvent(again);
			this.#passing = null;
		});
	}
}

/**
 * Held by no timer: a screen that is gone is gone. In a function of its own, since closures of one function
 * hold what any of them uses.
 */
function releaseLater(taken: WeakRef<Element>): void {
	setTimeout(() => taken.deref()?.removeAttribute(TAKEN), REPEAT_MS);
}
