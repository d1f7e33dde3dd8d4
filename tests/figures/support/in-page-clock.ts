// Measures inside the page, so that no message to the test counts. These functions run in the page: they
// use nothing from outside.
import type { Page } from '@playwright/test';

interface StartWatch {
	/** What a child taps. */
	button: string;
	/** What is there once the tap was answered. */
	answer: string;
}

declare global {
	interface Window {
		cwtchAnswered?: Promise<number>;
	}
}

/** Before navigation. An impatient child: taps in every frame from the moment there is something to tap. */
export async function watchStart(page: Page, watch: StartWatch): Promise<void> {
	await page.addInitScript(({ button, answer }: StartWatch) => {
		window.cwtchAnswered = new Promise((resolve) => {
			const isAnswered = () => document.querySelector(answer) !== null;
			const tap = () => {
				if (isAnswered()) return;
				document.querySelector<HTMLElement>(button)?.click();
				requestAnimationFrame(tap);
			};
			requestAnimationFrame(tap);
			const looking = new MutationObserver(() => {
				if (!isAnswered()) return;
				looking.disconnect();
				// The frame with the answer in it is painted before the message is taken.
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now());
					port2.postMessage(null);
				});
			});
			looking.observe(document, { childList: true, subtree: true, attributes: true });
		});
	}, watch);
}

/** Milliseconds from the start of the navigation until the answer was painted. */
export async function answeredAfter(page: Page): Promise<number> {
	return page.evaluate(() => window.cwtchAnswered ?? Promise.reject(new Error('not watched')));
}
