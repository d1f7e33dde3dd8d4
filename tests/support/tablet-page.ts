// A tablet of the child's side, whoever is at it: its words, how it is tapped, opened and paired, its ear and
// its grown-up corner.
import { expect, type Locator, type Page } from '@playwright/test';
import { kioskWords } from '$lib/i18n/kiosk-words';
import type { Language } from '$lib/i18n/translator';
import { mouse, type Hand } from './hands';
import { CALM_FILES, keepsEverything } from './keeps-everything';
import { takesTaps } from './takes-taps';

/** A person who sees nothing happen taps again after about this long. */
export const TAP_AGAIN_MS = 450;
/** A tap that shows nothing by then was not heard. */
export const SLOWEST_ANSWER_MS = 2_000;
export const GIVE_UP_MS = 15_000;
/** A tablet that lost the server tries again at least once a minute. */
export const TRIES_AGAIN_MS = 70_000;

export class TabletPage {
	readonly #origin: string;
	/** What the screens are expected to speak. */
	language: Language;
	/** How the person at it chooses. */
	readonly hand: Hand;

	constructor(
		readonly page: Page,
		where: { origin: string; language?: Language; hand?: Hand }
	) {
		this.#origin = where.origin;
		this.language = where.language ?? 'en';
		this.hand = where.hand ?? mouse;
	}

	/** A kiosk word in the language in use. */
	words(key: string, values?: Record<string, string>): string {
		return kioskWords(this.language)(key, values);
	}

	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.words(key), exact: true });
	}

	/** The heading of the screen that is shown. */
	heading(key: string, values?: Record<string, string>): Locator {
		return this.page.getByRole('heading', { level: 1, name: this.words(key, values), exact: true });
	}

	/** "Tap to start" carries the other language too. */
	get startButton(): Locator {
		return this.page.getByRole('button', { name: this.words('home.start') });
	}

	get faces(): Locator {
		return this.heading('signin.face');
	}

	/** Taps as soon as a tap counts, and again when nothing happens, until what should come is there. */
	async tap(target: Locator, until: Locator): Promise<void> {
		const giveUpAt = Date.now() + (this.hand.patienceMs ?? GIVE_UP_MS);
		for (let taps = 0; Date.now() < giveUpAt; taps += 1) {
			await takesTaps(this.page);
			// What comes late may have a button of the same name.
			if (taps > 0 && (await until.isVisible())) return;
			await this.hand.choose(target, TAP_AGAIN_MS).catch(() => undefined);
			const came = until.waitFor({ timeout: TAP_AGAIN_MS }).then(
				() => true,
				() => false
			);
			if (await came) return;
		}
		await expect(until, `after a tap on ${target}`).toBeVisible({ timeout: 1 });
	}

	/** The next page of faces or grown-ups, or of what else is offered in turn. */
	async more(turns = this.button('more')): Promise<void> {
		const main = this.page.getByRole('main');
		const shown = await main.innerText();
		// Not again once it counts: a second tap turns a second page.
		await expect(async () => {
			await takesTaps(this.page);
			if ((await main.innerText()) === shown) await this.hand.choose(turns, GIVE_UP_MS);
			const timeout = SLOWEST_ANSWER_MS;
			await expect(main).not.toHaveText(shown, { useInnerText: true, timeout });
		}).toPass({ timeout: this.hand.patienceMs ?? GIVE_UP_MS });
	}

	/** Opens the kiosk's page; ends at Rest, or at the faces when children are arriving. */
	async open(): Promise<void> {
		await this.page.goto(`${this.#origin}/kiosk`);
		await this.rested();
	}

	/** A tablet that is no kiosk yet. */
	async openUnpaired(): Promise<void> {
		await this.page.goto(`${this.#origin}/kiosk`);
		await expect(this.heading('setup.not_ready')).toBeVisible({ timeout: GIVE_UP_MS });
	}

	/** With a code from the staff side, by its link. Ends when the tablet knows its school. */
	async pair(code: string): Promise<void> {
		// In a tab of its own, as a scanned or mailed link opens.
		await this.page.goto('about:blank');
		await this.page.goto(`${this.#origin}/kiosk#pair=${code.replaceAll('-', '')}`);
		await expect.poll(() => new URL(this.page.url()).hash, { timeout: GIVE_UP_MS }).toBe('');
		await this.notMeasuredNow();
	}

	/** Right after pairing the size of the screen is asked, once. */
	async notMeasuredNow(): Promise<void> {
		const later = this.button('measure.later');
		await expect(later.or(this.startButton).or(this.faces)).toBeVisible({ timeout: GIVE_UP_MS });
		if (await later.isVisible()) await this.tap(later, this.startButton.or(this.faces));
		await this.rested();
	}

	/** Nobody's turn. */
	async rested(): Promise<void> {
		await expect(this.startButton.or(this.faces)).toBeVisible({ timeout: GIVE_UP_MS });
	}

	/** The service worker is active, controls the page and has kept everything: it opens without the network. */
	async installed(): Promise<void> {
		await this.page.evaluate(async () => {
			await navigator.serviceWorker.ready;
			if (!navigator.serviceWorker.controller) {
				await new Promise((taken) =>
					navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true })
				);
			}
		});
		// `waitForFunction` takes a promise for a yes.
		const isWhole = () => this.page.evaluate(keepsEverything, CALM_FILES);
		await expect.poll(isWhole, { timeout: GIVE_UP_MS, intervals: [50, 100, 250] }).toBe(true);
	}

	async back(to: Locator): Promise<void> {
		await this.tap(this.button('back'), to);
	}

	/** From now on the other language is expected. */
	async switchLanguage(): Promise<void> {
		const other = this.button('lang.other');
		this.language = this.language === 'en' ? 'cy' : 'en';
		await this.tap(other, this.button('lang.other'));
	}

	/** From the next page on: a tablet with voices of its own, as most have. Chromium on Debian has none. */
	async hasOwnVoices(): Promise<void> {
		await this.page.addInitScript(() => {
			const voices = ['en-GB', 'cy-GB'].map((lang) => ({
				lang,
				localService: true,
				default: false
			}));
			Object.defineProperty(speechSynthesis, 'getVoices', { value: () => voices });
		});
	}

	/** "Read it to me". */
	get ear(): Locator {
		return this.button('read');
	}

	/** The words that are lifted while they are read. */
	get beingRead(): Locator {
		return this.page.locator('[data-being-read]');
	}

	async openGrownUpCorner(): Promise<void> {
		await this.tap(this.button('corner.link'), this.heading('corner.title'));
	}

	/** In the grown-up corner: how many messages wait to be sent. */
	get waiting(): Locator {
		return this.page
			.getByText(this.words('corner.waiting'), { exact: true })
			.locator('xpath=following-sibling::dd[1]');
	}
}
