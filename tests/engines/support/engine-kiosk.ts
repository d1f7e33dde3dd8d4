// The child's side in another engine, by what stands on the buttons, as `support/kiosk-page.ts` does it in
// Chromium.
import { expect } from '@playwright/test';
import { feelingCard } from '$lib/content/cards';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { pictureWords } from '$lib/i18n/picture-words';
import type { Language } from '$lib/i18n/translator';
import { CALM_FILES, keepsEverything } from '../../support/keeps-everything';
import type { EnginePage, Point } from './engine-page';

const GIVE_UP_MS = 30_000;
/** A person who sees nothing happen taps again after about this long. */
const TAP_AGAIN_MS = 1_500;
const LOOK_EVERY = [50, 100];

export class EngineKiosk {
	language: Language = 'en';

	constructor(
		readonly page: EnginePage,
		private readonly origin: string
	) {}

	words(key: string, values?: Record<string, string>): string {
		return kioskWords(this.language)(key, values);
	}

	async open(): Promise<void> {
		await this.page.goto(`${this.origin}/kiosk`);
		await this.rested();
	}

	/** With a code from the staff side, by its link. Ends when the tablet knows its school. */
	async pair(code: string): Promise<void> {
		// In a tab of its own, as a scanned or mailed link opens.
		await this.page.goto('about:blank');
		await this.page.goto(`${this.origin}/kiosk#pair=${code.replaceAll('-', '')}`);
		const hash = () => this.page.evaluate(() => location.hash, null);
		await expect.poll(hash, { timeout: GIVE_UP_MS }).toBe('');
		// Right after pairing the size of the screen is asked, once.
		const later = this.words('measure.later');
		await this.reads(later, this.words('home.start'), this.words('signin.face'));
		const tapLater = async () => {
			const place = await this.#placeOf(later);
			if (place) await this.page.touch([place]);
			return place;
		};
		await expect.poll(tapLater, { timeout: GIVE_UP_MS, intervals: [TAP_AGAIN_MS] }).toBeNull();
		await this.rested();
	}

	async rested(): Promise<void> {
		await this.reads(this.words('home.start'), this.words('signin.face'));
	}

	/** The worker has kept everything: the kiosk opens without the network. */
	async installed(): Promise<void> {
		const isWhole = () => this.page.evaluate(keepsEverything, CALM_FILES);
		await expect.poll(isWhole, { timeout: GIVE_UP_MS }).toBe(true);
	}

	/** Resolves when one of these is on the screen. */
	async reads(...anyOf: string[]): Promise<void> {
		const isThere = async () => {
			const text = await this.#text();
			return anyOf.some((words) => text.includes(words)) || text;
		};
		await expect.poll(isThere, { timeout: GIVE_UP_MS, intervals: LOOK_EVERY }).toBe(true);
	}

	/** Taps the button of this name, in the content or else at the edges, until the screen reads `until`. */
	async tap(name: string, until: string, first: 'main' | 'nav' = 'main'): Promise<void> {
		const giveUpAt = Date.now() + GIVE_UP_MS;
		while (Date.now() < giveUpAt) {
			const place = await this.#placeOf(name, first);
			if (place) await this.page.touch([place]);
			const came = expect
				.poll(() => this.#text(), { timeout: TAP_AGAIN_MS, intervals: LOOK_EVERY })
				.toContain(until);
			if (await came.then(() => true).catch(() => false)) return;
		}
		throw new Error(`After taps on “${name}” nothing reads “${until}”: ${await this.#text()}`);
	}

	/** From Rest to the cards of this child. */
	async begin(firstName: string): Promise<void> {
		await this.rested();
		if ((await this.#placeOf(this.words('home.start'))) !== null)
			await this.tap(this.words('home.start'), this.words('signin.face'));
		await this.tap(firstName, this.words('feel.skip'));
	}

	async chooseFeeling(id: string): Promise<void> {
		await this.tap(feelingCard(id).label[this.language], this.words('offer.what'));
	}

	/** From goodbye to Rest; goodbye may have ended by itself. */
	async finish(): Promise<void> {
		if ((await this.#placeOf(this.words('next.done'))) !== null)
			await this.tap(this.words('next.done'), this.words('home.start'));
		await this.rested();
	}

	async switchLanguage(until: string): Promise<void> {
		const other = this.words('lang.other');
		this.language = this.language === 'en' ? 'cy' : 'en';
		await this.tap(other, this.words(until));
	}

	/** Into the one field of the screen. */
	async type(text: string): Promise<void> {
		await this.page.touch([await this.#within('textarea', 0.5)]);
		await this.page.type(text);
		const typed = () =>
			this.page.evaluate(() => document.querySelector('textarea')?.value ?? null, null);
		await expect.poll(typed, { timeout: GIVE_UP_MS }).toBe(text);
	}

	/** One line on the paper. */
	async draw(): Promise<void> {
		const paper = '[role="img"] svg, svg[role="img"]';
		const points = [0.2, 0.35, 0.5, 0.65].map((share) => this.#within(paper, share));
		await this.page.touch(await Promise.all(points));
		const lines = () =>
			this.page.evaluate((of) => document.querySelectorAll(`:is(${of}) > path`).length, paper);
		await expect.poll(lines, { timeout: GIVE_UP_MS }).toBeGreaterThan(0);
	}

	/** One of the three between Help and Hide. */
	async openDoor(key: string, until: string): Promise<void> {
		await this.tap(this.words(key), until, 'nav');
	}

	/** In For me. Ends when the last one is tapped. */
	async tapPictures(pictures: readonly string[], until: string): Promise<void> {
		for (const [index, picture] of pictures.entries()) {
			const tapped = index + 1;
			const next = tapped < pictures.length ? `${tapped} / ${pictures.length}` : until;
			await this.tap(pictureWords(this.language)(`picture.${picture}`), next);
		}
	}

	/** So far from the upper left corner, 0 to 1. */
	#within(selector: string, share: number): Promise<Point> {
		return this.page.evaluate(
			(what) => {
				const { left, top, width, height } =
					document.querySelector(what.selector)?.getBoundingClientRect() ?? new DOMRect();
				if (width === 0) throw new Error(`There is no ${what.selector}.`);
				return { x: left + width * what.share, y: top + height * what.share };
			},
			{ selector, share }
		);
	}

	/** What is to be read, and what pictures are called. */
	#text(): Promise<string> {
		return this.page.evaluate(() => {
			const pictures = [...document.querySelectorAll('[role="img"]')];
			const names = pictures.map((picture) => picture.getAttribute('aria-label') ?? '');
			return [document.body.innerText, ...names].join('\n');
		}, null);
	}

	/** The middle of the button, after it was brought into view; `null` where there is none. */
	#placeOf(name: string, first: 'main' | 'nav' = 'main'): Promise<Point | null> {
		return this.page.evaluate(
			({ wanted, place }) => {
				const nameOf = (button: Element) => {
					const said = button.getAttribute('aria-label') ?? button.textContent ?? '';
					return said.replace(/\s+/g, ' ').trim();
				};
				const buttons = [...document.querySelectorAll('button')];
				// Calm is a feeling and a door.
				buttons.sort((a, b) => Number(!a.closest(place)) - Number(!b.closest(place)));
				const button =
					buttons.find((one) => nameOf(one) === wanted) ??
					buttons.find((one) => nameOf(one).startsWith(wanted));
				if (!button) return null;
				button.scrollIntoView({ block: 'nearest' });
				const { left, top, width, height } = button.getBoundingClientRect();
				return width > 0 ? { x: left + width / 2, y: top + height / 2 } : null;
			},
			{ wanted: name, place: first }
		);
	}
}
