// Which screens that are gone from the page are still held in its memory.
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** Everything that was ever put under `.visit`. */
		cwtchScreensSeen?: WeakRef<Element>[];
	}
}

/** On an open page. */
export function watchScreensLeft(page: Page): Promise<void> {
	return page.evaluate(() => {
		const seen: WeakRef<Element>[] = [];
		window.cwtchScreensSeen = seen;
		const screens = document.querySelector('.visit');
		if (!screens) throw new Error('This is not the page of a kiosk.');
		new MutationObserver((changes) => {
			for (const { addedNodes } of changes) {
				for (const node of addedNodes) if (node instanceof Element) seen.push(new WeakRef(node));
			}
		}).observe(screens, { childList: true });
	});
}

/** After collecting garbage: how many there were, and the headings of those that are held. */
export function screensLeft(page: Page): Promise<{ seen: number; held: string[] }> {
	return page.evaluate(() => {
		const seen = window.cwtchScreensSeen ?? [];
		const held = seen.flatMap((screen, number) => {
			const element = screen.deref();
			if (!element || element.isConnected) return [];
			return [`${number + 1} of ${seen.length}: ${element.querySelector('h1')?.textContent}`];
		});
		return { seen: seen.length, held };
	});
}
