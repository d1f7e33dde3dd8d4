// Finds on a screen what may be read there, in the order in which it stands.
import type { Turn } from './reader.svelte';
import { sayableAs, type Sayables } from './sayable';

/** What carries words of its own. */
const WORDED = 'h1, h2, p, button, b, span';

/** @param screen the element that holds the whole screen */
export function turnsOn(screen: Element, sayables: Sayables): Turn[] {
	const turns: (Turn & { lifted: Element })[] = [];
	let last: Element | null = null;
	for (const element of screen.querySelectorAll(WORDED)) {
		// A button's words stand once more in what is inside it.
		if (last?.contains(element) || element.closest('.visually-hidden')) continue;
		// The same line may have a place for each way that the tablet is held.
		if (element.getClientRects().length === 0) continue;
		const sayable = sayableAs(sayables, element.textContent);
		if (!sayable) continue;
		last = element;
		turns.push({ sayable, lifted: element.closest('button') ?? element });
	}
	return turns;
}
