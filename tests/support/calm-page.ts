// The calm space of a tablet, as a child goes through it.
import type { Locator, Page } from '@playwright/test';
import { activityName } from '$lib/content/activity-names';
import type { FeelingAfter } from '$lib/domain/check-in';
import type { KioskPage } from './kiosk-page';

const AFTER: Record<FeelingAfter, string> = {
	smaller: 'after.smaller',
	same: 'after.same',
	bigger: 'after.bigger_now'
};

/** Three on each. */
const MOST_PAGES = 6;

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
		return this.kiosk.page.locator('.says [role=status]');
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

	/** Back to where it was opened. */
	async finish(until: Locator): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('next.done'), until);
	}

	#name(id: string): string {
		return activityName(id)?.[this.kiosk.language] ?? id;
	}
}

/** All activities on this page go so many times faster. Before the page is opened. */
export async function hurryCalm(page: Page, times: number): Promise<void> {
	await page.addInitScript((rate) => {
		const { Animation: Usual } = window;
		window.Animation = class extends Usual {
			constructor(...given: ConstructorParameters<typeof Usual>) {
				super(...given);
				this.playbackRate = rate;
			}
		};
	}, times);
}
