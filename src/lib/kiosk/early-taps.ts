// Taps on Rest before the page is awake. `static/kiosk/early-taps.js` has kept the last one.

export type EarlyTap = 'start' | 'urgent' | 'language';

declare global {
	interface Window {
		cwtchEarlyTap?: { take(): string | null };
	}
}

/** The tap that was made before the page could answer, once; `null` when there was none. */
export function takeEarlyTap(): EarlyTap | null {
	const tap = window.cwtchEarlyTap?.take();
	return tap === 'start' || tap === 'urgent' || tap === 'language' ? tap : null;
}
