// What of the calm space is broken on this tablet, for the grown-ups' corner. Names of files and parts only:
// nothing says who sat here, or when.
const KEY = 'calm-faults';
/** More would not help whoever reads it. */
const MOST = 20;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** In the order of the alphabet. */
export function calmFaults(store: Store): string[] {
	try {
		const names: unknown = JSON.parse(store.getItem(KEY) ?? '[]');
		return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
	} catch {
		return [];
	}
}

/** @param name of a file in static/calm/, or of a part of the browser: `rain.wav`, `web-audio` */
export function noteCalmFault(name: string, store: Store): void {
	const known = calmFaults(store);
	if (!known.includes(name) && known.length < MOST) keep([...known, name].sort(), store);
}

/** It works again. */
export function forgetCalmFault(name: string, store: Store): void {
	const known = calmFaults(store);
	if (known.includes(name)) keep(known.toSpliced(known.indexOf(name), 1), store);
}

function keep(names: string[], store: Store): void {
	try {
		if (names.length > 0) store.setItem(KEY, JSON.stringify(names));
		else store.removeItem(KEY);
	} catch {
		// No room, or none allowed: the child goes on all the same.
	}
}
