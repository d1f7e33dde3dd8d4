// A child's own words, as a child gives them on a tablet. Begins at what is offered.
import { expect, type Locator, type Page } from '@playwright/test';
import { MOST_SOUND_MS } from '$lib/crossing/child-words';
import type { KioskPage } from './kiosk-page';
import { takesTaps } from './takes-taps';

/** A tone instead of a microphone, and nobody to ask whether it may be used. */
export const FAKE_MICROPHONE = [
	'--use-fake-device-for-media-stream',
	'--use-fake-ui-for-media-stream'
];

export class ChildWordsOnKiosk {
	readonly page: Page;

	constructor(readonly kiosk: KioskPage) {
		this.page = kiosk.page;
	}

	/** From the offers. */
	async open(): Promise<void> {
		const { kiosk } = this;
		const button = kiosk.button('words.open').or(kiosk.button('words.added'));
		await kiosk.tap(button, kiosk.heading('words.title'));
	}

	async openWay(way: 'type' | 'draw' | 'record'): Promise<void> {
		const name = this.kiosk.words(`words.${way}`);
		const choice = this.page.getByRole('main').getByRole('button', { name });
		await this.kiosk.tap(choice, this.kiosk.heading(`words.${way}`));
	}

	/** Back to the three ways. */
	async back(): Promise<void> {
		await this.kiosk.back(this.kiosk.heading('words.title'));
	}

	/** To the offers. */
	async ready(): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('words.ready'), this.kiosk.heading('offer.what'));
	}

	get field(): Locator {
		return this.page.getByRole('textbox');
	}

	/** Key by key, as a child does. */
	async type(text: string): Promise<void> {
		await this.field.click();
		await this.page.keyboard.type(text);
	}

	get paper(): Locator {
		return this.page.getByRole('img', { name: this.kiosk.words('words.paper'), exact: true });
	}

	/** What lies on the paper. */
	get marks(): Locator {
		return this.paper.locator(':scope > path, :scope > use');
	}

	/** With the pen that is chosen, from one corner towards the other. */
	async drawLine(): Promise<void> {
		const box = await this.paper.boundingBox();
		if (!box) throw new Error('There is no paper.');
		const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const;
		await this.page.mouse.move(...at(0.2));
		await this.page.mouse.down();
		await this.page.mouse.move(...at(0.7), { steps: 12 });
		await this.page.mouse.up();
	}

	/** Chooses a stamp and puts it down by keys alone, in the first place. */
	async stampByKey(stamp: string): Promise<void> {
		await takesTaps(this.page);
		await this.kiosk.button(`words.stamp.${stamp}`).press('Enter');
		const first = this.page.getByRole('button', {
			name: this.kiosk.words('words.place', { number: '1' }),
			exact: true
		});
		await first.waitFor();
		await takesTaps(this.page);
		await first.press('Space');
	}

	/** As long as it goes. Ends when it can be heard. */
	async recordUntilFull(): Promise<void> {
		const { kiosk } = this;
		await kiosk.tap(kiosk.button('words.start'), kiosk.button('calm.stop'));
		await kiosk.button('words.hear').waitFor({ timeout: 2 * MOST_SOUND_MS });
	}

	/** Until something is there, then stops. Ends when it can be heard. */
	async record(): Promise<void> {
		const { kiosk } = this;
		await kiosk.tap(kiosk.button('words.start'), kiosk.button('calm.stop'));
		const filling = this.page.getByRole('progressbar');
		await expect
			.poll(async () => Number(await filling.getAttribute('aria-valuenow')))
			.toBeGreaterThan(1);
		await kiosk.tap(kiosk.button('calm.stop'), kiosk.button('words.hear'));
	}
}
