// How many CSS pixels a millimetre is on this screen, measured once with a bank card. It belongs to the
// tablet and to nobody who uses it, and stays when the tablet is paired anew.
const KEY = 'pixels-per-mm';

/** Width and height of every bank card: ISO/IEC 7810, ID-1. */
export const CARD_MM = { width: 85.6, height: 53.98 } as const;

/** CSS pixels: from a 40-inch board to a small phone. */
export const LEAST_MM = 1.5;
export const MOST_MM = 12;

type Root = Pick<HTMLElement, 'style'>;
type Screen = { devicePixelRatio: number };
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** CSS pixels, or `null` where nobody has measured. Kept in the screen's own pixels: zoom changes CSS's. */
export function measuredMm(store: Store, { devicePixelRatio }: Screen): number | null {
	const mm = Number(read(store)) / devicePixelRatio;
	return mm >= LEAST_MM && mm <= MOST_MM ? mm : null;
}

/** Where nothing can be kept it holds until the page begins anew. */
export function keepMm(mm: number, store: Store, { devicePixelRatio }: Screen): void {
	try {
		store.setItem(KEY, String(mm * devicePixelRatio));
	} catch {
		// No room: the tablet is as usable as before.
	}
}

export function forgetMm(store: Store): void {
	store.removeItem(KEY);
}

/** `null`: as the style sheet has it for a screen that nobody has measured. */
export function scaleTo(mm: number | null, root: Root): void {
	if (mm === null) root.style.removeProperty('--mm');
	else root.style.setProperty('--mm', `${mm}px`);
}

function read(store: Store): string | null {
	try {
		return store.getItem(KEY);
	} catch {
		return null;
	}
}
