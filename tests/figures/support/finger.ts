// Taps as a finger does. A locator's own click looks around in the page while the tap is answered, which on
// a slowed-down page costs more than the answer; here nothing of the test runs there until the next paint.
import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { REPEAT_MS } from '$lib/kiosk/tap-guard';
import { KioskPage } from '../../support/kiosk-page';
import { takesTaps } from '../../support/takes-taps';

/** How long a child's finger is down at least. */
const FINGER_DOWN_MS = 80;

declare global {
	interface Window {
		cwtchPainted?: Promise<void>;
	}
}

export async function tapByFinger(target: Locator): Promise<void> {
	await target.scrollIntoViewIfNeeded();
	const box = await target.boundingBox();
	if (!box) throw new Error(`There is nothing to tap: ${target}`);
	const delay = FINGER_DOWN_MS;
	await target.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay });
}

/** Resolves when the frame after the tap is painted. */
export async function tapUntilPainted(page: Page, target: Locator): Promise<void> {
	await page.evaluate(() => {
		window.cwtchPainted = new Promise((resolve) => {
			const painted = () => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve();
				port2.postMessage(null);
			};
			addEventListener('click', () => requestAnimationFrame(painted), { once: true });
		});
	});
	await tapByFinger(target);
	await page.evaluate(() => window.cwtchPainted);
}

/** A tablet’s screens, tapped by a finger that waits until a tap counts. */
export class FingerOnKiosk extends KioskPage {
	override async tap(target: Locator, until: Locator): Promise<void> {
		await takesTaps(this.page);
		await tapByFinger(target);
		// No tap counts sooner; to look for the screen while it is being made would make it later.
		await setTimeout(REPEAT_MS);
		await until.waitFor();
	}
}
