// Counts the taps of a visit where they arrive: in the page, as the app hears them.
import type { Page } from '@playwright/test';

declare global {
	interface Window {
		/** `performance.now()` of each tap on a button so far. */
		cwtchTapTimes?: number[];
	}
}

/** Before navigation. */
export async function countTaps(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const times: number[] = [];
		window.cwtchTapTimes = times;
		addEventListener(
			'click',
			(event) => {
				const isOnButton = event.target instanceof Element && event.target.closest('button');
				if (event.isTrusted && isOnButton) times.push(event.timeStamp);
			},
			true
		);
	});
}

/** Of this page since it was opened. */
export const tapTimes = (page: Page): Promise<number[]> =>
	page.evaluate(() => window.cwtchTapTimes ?? []);
