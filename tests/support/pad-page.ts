// The pad of special pictures, and what stands beside it for a child who does not use them.
import { expect, type Locator, type Page } from '@playwright/test';
import { pictureWords } from '$lib/i18n/picture-words';
import { GIVE_UP_MS, SLOWEST_ANSWER_MS, TAP_AGAIN_MS, type TabletPage } from './tablet-page';
import { takesTaps } from './takes-taps';

export class PadPage {
	private readonly page: Page;

	constructor(private readonly kiosk: TabletPage) {
		this.page = kiosk.page;
	}

	/** @param until what comes of the last one */
	async tapPictures(pictures: readonly string[], until: Locator): Promise<void> {
		const { length } = pictures;
		for (const [tapped, picture] of pictures.entries()) {
			const isNotTapped = this.page.getByRole('img', { name: `${tapped} / ${length}` });
			// Not again once it counts: a second tap is a second picture.
			await expect(async () => {
				await takesTaps(this.page);
				if (await isNotTapped.isVisible())
					await this.kiosk.hand.choose(this.#picture(picture), TAP_AGAIN_MS);
				await expect(isNotTapped).toBeHidden({ timeout: SLOWEST_ANSWER_MS });
			}).toPass({ timeout: this.kiosk.hand.patienceMs ?? GIVE_UP_MS });
		}
		await until.waitFor({ timeout: GIVE_UP_MS });
	}

	#picture(id: string): Locator {
		const name = pictureWords(this.kiosk.language)(`picture.${id}`);
		return this.page.getByRole('main').getByRole('button', { name, exact: true });
	}

	/** From the pad. Ends when a badge can be held up, or the camera cannot be used. */
	async openBadge(until = this.page.getByText(this.kiosk.words('badge.hold'))): Promise<void> {
		await this.kiosk.tap(this.kiosk.button('signin.badge'), until);
	}

	/** "A grown-up can open this"; gives the number that is shown. */
	async askGrownUp(): Promise<string> {
		const number = this.page.getByText(/^\d\d$/);
		await this.kiosk.tap(this.kiosk.button('pass.ask'), number);
		return number.innerText();
	}
}
