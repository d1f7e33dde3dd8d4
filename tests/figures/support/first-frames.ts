// How soon after a tap the first frame of the next screen is painted; measured in the page.
import type { Page } from '@playwright/test';

/** A tap that brings no screen is one of no interest. */
const GIVE_UP_MS = 2_000;

declare global {
	interface Window {
		/** Milliseconds of each change of screen so far. */
		cwtchFirstFrames?: number[];
	}
}

/**
 * Before navigation.
 *
 * @param changing a selector of what gets new children with each screen
 */
export async function watchFirstFrames(page: Page, changing: string): Promise<void> {
	await page.addInitScript(
		({ selector, giveUpMs }) => {
			const frames: number[] = [];
			window.cwtchFirstFrames = frames;
			let hasChanged = false;
			const isScreen = ({ target, addedNodes }: MutationRecord) =>
				target instanceof Element && target.matches(selector) && addedNodes.length > 0;
			new MutationObserver((changes) => {
				if (changes.some(isScreen)) hasChanged = true;
			}).observe(document, { childList: true, subtree: true });
			const { port1, port2 } = new MessageChannel();
			let tappedAt: number | null = null;
			port1.onmessage = () => {
				if (tappedAt !== null) frames.push(performance.now() - tappedAt);
				tappedAt = null;
			};
			const look = () => {
				// Taken when the frame is painted.
				if (hasChanged) port2.postMessage(null);
				else if (tappedAt !== null && performance.now() - tappedAt < giveUpMs)
					requestAnimationFrame(look);
			};
			addEventListener(
				'click',
				({ timeStamp, isTrusted }) => {
					// The app sends a tap on once it has answered it.
					if (!isTrusted) return;
					tappedAt = timeStamp;
					hasChanged = false;
					// Asked for before the screen asks for its own: what it does after its first frame is not in it.
					requestAnimationFrame(look);
				},
				true
			);
		},
		{ selector: changing, giveUpMs: GIVE_UP_MS }
	);
}

/** In their order. */
export const firstFrames = (page: Page): Promise<number[]> =>
	page.evaluate(() => window.cwtchFirstFrames ?? []);
