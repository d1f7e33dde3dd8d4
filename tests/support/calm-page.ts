// The calm space of a tablet, as a child goes through it.
import { expect, type Locator } from '@playwright/test';
import { activityName } from '$lib/content/activity-names';
import type { FeelingAfter } from '$lib/domain/check-in';
import type { KioskPage } from './kiosk-page';
import { TAP_AGAIN_MS } from './tablet-page';
import { takesTaps } from './takes-taps';

declare global {
	interface Window {
		/** The clock of the activity that is on. */
		cwtchHurry?: { times: number; clocks: Animation[]; beganAt: number };
	}
}

const AFTER: Record<FeelingAfter, string> = {
	smaller: 'after.smaller',
	same: 'after.same',
	bigger: 'after.bigger_now'
};

/** Three on each. */
const MOST_PAGES = 6;
/** By two switches, with every step that waits. */
const LONGEST_MS = 90_000;

export class CalmPage {
	constructor(private readonly kiosk: KioskPage) {}

	/** Where three things are offered. */
	get choosing(): Locator {
		return this.kiosk.heading('calm.choose');
	}

	/** What is played. */
	playing(id: string): Locator {
		return this.kiosk.page.getByRole('heading', { level: 1, name: this.#name(id), exact: true });
	}

	get words(): Locator {
		return this.kiosk.page.locator('.says [role=status] .said');
	}

	/** Drawn by lottie-web. */
	get picture(): Locator {
		return this.kiosk.page.locator('.stage .picture svg');
	}

	/** An activity that is offered, now or after something different. */
	async choose(id: string): Promise<void> {
		if (!(await this.offers(id))) throw new Error(`${id} is not offered.`);
		await this.kiosk.tap(this.#card(id), this.playing(id));
	}

	/** Whether it is, on any of the pages. */
	async offers(id: string): Promise<boolean> {
		// The cards come a frame after the heading.
		await this.kiosk.page.locator('.three button').first().waitFor();
		const different = this.kiosk.button('calm.different');
		for (let page = 0; page < MOST_PAGES && (await different.isVisible()); page += 1) {
			if (await this.#card(id).isVisible()) return true;
			await this.kiosk.more(different);
		}
		return this.#card(id).isVisible();
	}

	#card(id: string): Locator {
		return this.kiosk.page
			.getByRole('main')
			.getByRole('button', { name: this.#name(id), exact: true });
	}

	async pause(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('calm.pause'), this.kiosk.button('calm.go_on'));
	}

	async goOn(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('calm.go_on'), this.kiosk.button('calm.pause'));
	}

	async stop(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('calm.stop'), this.kiosk.heading('after.ask'));
	}

	async say(after: FeelingAfter): Promise<void> {
		const said = after === 'bigger' ? 'after.bigger' : 'after.any';
		await this.kiosk.tap(this.kiosk.button(AFTER[after]), this.kiosk.heading(said));
	}

	async again(id: string): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('calm.again'), this.playing(id));
	}

	/** Whatever waits for the child is tapped, until it is over. */
	async doToTheEnd(): Promise<void> {
		const { kiosk } = this;
		const over = kiosk.heading('after.ask');
		const waits = kiosk
			.button('calm.next')
			.or(kiosk.button('calm.touch'))
			.or(kiosk.page.locator('.pictures button'))
			.first();
		await expect(async () => {
			if (await waits.isVisible()) {
				await takesTaps(kiosk.page);
				// It may have gone on meanwhile.
				await kiosk.hand.choose(waits, TAP_AGAIN_MS).catch(() => undefined);
			}
			await expect(over).toBeVisible({ timeout: TAP_AGAIN_MS });
		}).toPass({ timeout: LONGEST_MS });
	}

	/** Before the page is opened: its activities can go faster than they should. */
	async mayHurry(): Promise<void> {
		await this.kiosk.page.addInitScript(() => {
			const { Animation: Usual } = window;
			const hurry = { times: 1, clocks: [] as Animation[], beganAt: NaN };
			window.cwtchHurry = hurry;
			window.Animation = class extends Usual {
				constructor(...given: ConstructorParameters<typeof Usual>) {
					super(...given);
					this.playbackRate = hurry.times;
					hurry.clocks = [this];
				}

				override play() {
					super.play();
					// By the page's clock, when its first second began.
					void this.ready.then(() => (hurry.beganAt = Number(this.startTime)));
				}
			};
		});
	}

	/** So many times faster, from now on. */
	async hurry(times: number): Promise<void> {
		await this.kiosk.page.evaluate((rate) => {
			if (!window.cwtchHurry) throw new Error('This page does not hurry.');
			window.cwtchHurry.times = rate;
			for (const clock of window.cwtchHurry.clocks) clock.playbackRate = rate;
		}, times);
	}

	/** Back to where it was opened. */
	async finish(until: Locator): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('next.done'), until);
	}

	#name(id: string): string {
		return activityName(id)?.[this.kiosk.language] ?? id;
	}
}
