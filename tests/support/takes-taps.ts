// When a screen takes taps: when it is new no more, and a tap on it can no more be taken for the second of
// a double one. By what the page itself shows and hears, and by the rule that it follows.
import type { Page } from '@playwright/test';
import { NEW_SCREEN_MS, REPEAT_MS } from '$lib/kiosk/tap-guard';

declare global {
	interface Window {
		/** `performance.now()` of the newest screen and of the last tap. */
		cwtchSeen?: { screenAt: number; tapAt: number };
	}
}

/** Resolves when the next tap counts. Between two looks nothing of the test runs in the page. */
export function takesTaps(page: Page): Promise<void> {
	return page.evaluate(
		({ newScreenMs, repeatMs }) => {
			const now = performance.now();
			// A page that nobody has looked at yet may have shown its screen just now.
			const seen = (window.cwtchSeen ??= watch({ screenAt: now, tapAt: now }));
			return new Promise<void>((resolve) => look(resolve));

			function look(taken: () => void): void {
				const from = Math.max(seen.screenAt + newScreenMs, seen.tapAt + repeatMs);
				const left = from - performance.now();
				// Beyond the moment itself, which is still too soon.
				if (left < 0) taken();
				else setTimeout(() => look(taken), left + 1);
			}

			function watch(fresh: NonNullable<Window['cwtchSeen']>) {
				const screens = document.querySelector('.visit');
				if (!screens) throw new Error('This is not the page of a kiosk.');
				new MutationObserver(() => (fresh.screenAt = performance.now())).observe(screens, {
					childList: true
				});
				addEventListener('click', () => (fresh.tapAt = performance.now()), true);
				return fresh;
			}
		},
		{ newScreenMs: NEW_SCREEN_MS, repeatMs: REPEAT_MS }
	);
}
