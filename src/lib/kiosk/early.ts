// The first script of the page, a file of its own: while the page is still being made, it keeps the last tap
// on a button marked data-early, and has the storage read. The start takes both over.
import { readStorage, type KnownAtStart } from './read-at-start';

declare global {
	interface Window {
		cwtchEarly?: {
			/** The last tap, by the name on its button; from then on the page hears taps itself. */
			takeTap(): string | null;
			/** What the tablet knows; `null` when it was taken already. */
			takeKnown(): Promise<KnownAtStart> | null;
		};
	}
}

let tapped: string | null = null;
let known: Promise<KnownAtStart> | null = readStorage();

function keep({ target }: Event): void {
	const button = target instanceof Element ? target.closest('[data-early]') : null;
	tapped = button?.getAttribute('data-early') ?? tapped;
}

addEventListener('click', keep, true);
window.cwtchEarly = {
	takeTap() {
		removeEventListener('click', keep, true);
		return tapped;
	},
	takeKnown() {
		const taken = known;
		known = null;
		return taken;
	}
};
