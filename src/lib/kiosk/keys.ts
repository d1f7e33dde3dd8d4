// What the keyboard does beside Tab, Space and Enter, which the browser knows: arrows walk to what is next on
// the screen, Escape goes back.

const WALKED_TO = 'button:not(:disabled), a[href]';
/** Fields and lists have uses of their own for these keys. */
const HAS_OWN_KEYS = 'input, textarea, select, [contenteditable], canvas, dialog, dialog *';

const STEPS: Record<string, readonly [x: number, y: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** Centre of something on the screen, in CSS pixels. */
export interface Spot {
	x: number;
	y: number;
}

/** How much a step to the side counts beside one ahead. */
const ASIDE = 2.5;

/** The one that is next in a direction; `null` where there is none. */
export function nextTowards<Thing extends Spot>(
	from: Spot,
	[dx, dy]: readonly [x: number, y: number],
	things: readonly Thing[]
): Thing | null {
	let best: Thing | null = null;
	let least = Infinity;
	for (const thing of things) {
		const ahead = (thing.x - from.x) * dx + (thing.y - from.y) * dy;
		const aside = Math.abs((thing.x - from.x) * dy) + Math.abs((thing.y - from.y) * dx);
		// What is more beside than ahead is in another direction.
		if (ahead < 1 || aside > 2 * ahead) continue;
		if (ahead + ASIDE * aside >= least) continue;
		best = thing;
		least = ahead + ASIDE * aside;
	}
	return best;
}

function spotOf(element: Element): Spot & { element: Element } {
	const { left, top, width, height } = element.getBoundingClientRect();
	return { element, x: left + width / 2, y: top + height / 2 };
}

/** @param screens what all screens of a visit are in */
export function pressKey(event: KeyboardEvent, screens: HTMLElement): void {
	if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
	const { activeElement: at } = document;
	// A held key would go on through the screens.
	if (event.repeat && event.key === 'Enter' && at?.matches('button')) event.preventDefault();
	if (at?.matches(HAS_OWN_KEYS)) return;
	if (event.key === 'Escape') screens.querySelector<HTMLElement>('[data-escape]')?.click();
	const step = STEPS[event.key];
	if (!step) return;
	const things = [...screens.querySelectorAll<HTMLElement>(WALKED_TO)].filter(
		(thing) => thing !== at && thing.checkVisibility()
	);
	const from = at && screens.contains(at) ? spotOf(at) : null;
	const next = from ? nextTowards(from, step, things.map(spotOf))?.element : things[0];
	if (!(next instanceof HTMLElement)) return;
	event.preventDefault();
	next.focus();
}
