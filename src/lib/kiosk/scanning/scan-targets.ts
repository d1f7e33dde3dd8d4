// What can be chosen on the screen that is shown, as it stands there.
import type { ScanTarget } from './scan-groups';

/** Text is typed by who has keys; a canvas has buttons for what is drawn on it. */
const CHOOSABLE = 'button, a[href], summary, input[type="radio"], input[type="checkbox"]';

/** @param screen everything that belongs to the screen; an open dialog in it stands before the rest */
export function scanTargets(screen: HTMLElement): ScanTarget<HTMLElement>[] {
	const front = screen.querySelector<HTMLElement>('dialog[open]') ?? screen;
	return [...front.querySelectorAll<HTMLElement>(CHOOSABLE)]
		.filter((thing) => !thing.matches(':disabled, [inert] *') && thing.checkVisibility())
		.map((thing) => ({
			thing,
			place: thing.getBoundingClientRect(),
			isHelp: thing.dataset['early'] === 'urgent'
		}))
		.filter(({ place }) => place.width > 0 && place.height > 0);
}
