// What a page does only once it has drawn.
import type { Page } from '@playwright/test';

/** Resolves after a frame, and what was done in it. */
export function nextFrame(page: Page): Promise<void> {
	return page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
	);
}
