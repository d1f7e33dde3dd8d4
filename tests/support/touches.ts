// Touches as the screen reports them: several at once, as broad as a palm, dragged.
import type { CDPSession, Locator, Page } from '@playwright/test';
import { NEW_SCREEN_MS, REPEAT_MS } from '$lib/kiosk/tap-guard';
import { nextFrame } from './next-frame';

export interface Touch {
	x: number;
	y: number;
	/** Of the touched patch, in CSS pixels. */
	radius?: number;
}

export class TouchScreen {
	private constructor(
		private readonly page: Page,
		private readonly session: CDPSession
	) {}

	static async of(page: Page): Promise<TouchScreen> {
		return new TouchScreen(page, await page.context().newCDPSession(page));
	}

	/** All that is down from now on; none is a lifted hand. */
	async down(...touches: Touch[]): Promise<void> {
		await this.#send('touchStart', touches);
	}
	async move(...touches: Touch[]): Promise<void> {
		await this.#send('touchMove', touches);
	}
	async up(...left: Touch[]): Promise<void> {
		await this.#send('touchEnd', left);
		// What a tap does is there with the next frame.
		await nextFrame(this.page);
	}

	async tap(touch: Touch): Promise<void> {
		await this.down(touch);
		await this.up();
	}

	/** The times are over in which no tap counts, so that something else decides. */
	async guardIsOver(): Promise<void> {
		await this.page.waitForFunction(({ since, ms }) => performance.now() - since > ms, {
			since: await this.page.evaluate(() => performance.now()),
			ms: Math.max(NEW_SCREEN_MS, REPEAT_MS)
		});
	}

	async #send(type: 'touchStart' | 'touchMove' | 'touchEnd', touches: Touch[]): Promise<void> {
		await this.session.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: touches.map(({ x, y, radius = 20 }, id) => ({
				x,
				y,
				id,
				radiusX: radius,
				radiusY: radius
			}))
		});
	}
}

export async function middleOf(target: Locator): Promise<Touch> {
	const box = await target.boundingBox();
	if (!box) throw new Error('It is not on the screen.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
