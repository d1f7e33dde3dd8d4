// What a page does only once it has drawn.
import type { Page } from '@playwright/test';

/** Chromium without a screen sometimes draws no frame for a page until something in it changes. */
const NO_FRAME_MS = 1_000;

/** Resolves after a frame, and what was done in it; or when there is none to come. */
export function nextFrame(page: Page): Promise<void> {
	return page.evaluate(
		(late) =>
			new Promise((drawn) => {
				setTimeout(drawn, late);
				requestAnimationFrame(() => setTimeout(drawn));
			}),
		NO_FRAME_MS
	);
}

/** A screen's edges, what is on it, and what waits for both: the landscape, the ear, the next page of tiles. */
const FRAMES_OF_A_SCREEN = 4;

/** Resolves when all of a screen is drawn, or all of it in another size. */
export async function wholeScreen(page: Page): Promise<void> {
	for (let frame = 0; frame < FRAMES_OF_A_SCREEN; frame += 1) await nextFrame(page);
}
