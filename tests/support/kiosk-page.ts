// The child's side as a person uses it: by what stands on the buttons. Journeys, figures, the demo's
// check and the pictures of the screens all go through here.
import { expect, type Locator, type Page } from '@playwright/test';
import { feelingCard, feelingPlaces, RATHER_NOT_SAY, type PlaceId } from '$lib/content/cards';
import { needPages } from '$lib/content/needs';
import type { TalkWhen } from '$lib/domain/talk-request';
import { kioskWords } from '$lib/i18n/kiosk-words';
import { pictureWords } from '$lib/i18n/picture-words';
import type { Language } from '$lib/i18n/translator';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { mouse, type Hand } from './hands';
import { keepsEverything } from './keeps-everything';
import { takesTaps } from './takes-taps';

/** A person who sees nothing happen taps again after about this long. */
const TAP_AGAIN_MS = 450;
const GIVE_UP_MS = 15_000;
/** A tap that shows nothing by then was not heard. */
const SLOWEST_ANSWER_MS = 2_000;

const OFFERS: Record<OfferChoice, string> = {
	hello: 'offer.hello',
	chat: 'offer.chat',
	walk: 'offer.walk',
	sit: 'offer.sit',
	'put-right': 'offer.put_right',
	skip: 'offer.not_now'
};
const WHENS: Record<TalkWhen, string> = {
	now: 'when.now',
	break: 'when.break',
	lunch: 'when.lunch',
	'before-home': 'when.home',
	whenever: 'when.whenever_short'
};

export class KioskPage {
	readonly #origin: string;
	/** What the screens are expected to speak. */
	language: Language;
	/** How the person at it chooses. */
	readonly #hand: Hand;

	constructor(
		readonly page: Page,
		where: { origin: string; language?: Language; hand?: Hand }
	) {
		this.#origin = where.origin;
		this.language = where.language ?? 'en';
		this.#hand = where.hand ?? mouse;
	}

	/** A kiosk word in the language in use. */
	words(key: string, values?: Record<string, string>): string {
		return kioskWords(this.language)(key, values);
	}

	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.words(key), exact: true });
	}

	/** One of the three between Help and Hide. */
	#door(key: string): Locator {
		return this.page
			.getByRole('navigation')
			.getByRole('button', { name: this.words(key), exact: true });
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
		const giveUpAt = Date.now() + (this.#hand.patienceMs ?? GIVE_UP_MS);
		for (let taps = 0; Date.now() < giveUpAt; taps += 1) {
			await takesTaps(this.page);
			// What comes late may have a button of the same name.
			if (taps > 0 && (await until.isVisible())) return;
			await this.#hand.choose(target, TAP_AGAIN_MS).catch(() => undefined);
			const came = until.waitFor({ timeout: TAP_AGAIN_MS }).then(
				() => true,
				() => false
			);
			if (await came) return;
		}
		await expect(until, `after a tap on ${target}`).toBeVisible({ timeout: 1 });
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
		await this.page.waitForFunction(keepsEverything);
	}

	/** From Rest to the faces; `className` where the kiosk serves several classes. */
	async start(className?: string): Promise<void> {
		await this.rested();
		const classes = this.heading('signin.class');
		const next = className ? classes : this.faces;
		if (await this.faces.isHidden()) await this.tap(this.startButton, next);
		if (className) await this.chooseClass(className);
	}

	async chooseClass(className: string): Promise<void> {
		await this.tap(this.page.getByRole('button', { name: className, exact: true }), this.faces);
	}

	/** @param shownName the first name, with the letter that tells two of the same name apart */
	async chooseChild(shownName: string): Promise<void> {
		const face = this.page.getByRole('button', { name: shownName, exact: true });
		const more = this.button('more');
		while ((await face.isHidden()) && (await more.isVisible())) await this.more();
		await this.tap(face, this.heading('feel.ask'));
	}

	/** A child whose visits begin in another language than the tablet's; from now on it is expected. */
	async chooseChildWhoSpeaks(language: Language, shownName: string): Promise<void> {
		const face = this.page.getByRole('button', { name: shownName, exact: true });
		while (await face.isHidden()) await this.more();
		this.language = language;
		await this.tap(face, this.heading('feel.ask'));
	}

	/** The next page of faces or grown-ups. */
	async more(): Promise<void> {
		const main = this.page.getByRole('main');
		const shown = await main.innerText();
		await expect(async () => {
			await this.#hand.choose(this.button('more'), GIVE_UP_MS);
			await expect(main).not.toHaveText(shown, { timeout: TAP_AGAIN_MS });
		}).toPass({ timeout: GIVE_UP_MS });
	}

	/** Whoever stands first; for screens that look alike for everybody. */
	async chooseFirstChild(): Promise<void> {
		const face = this.page.getByRole('main').getByRole('button').first();
		await this.tap(face, this.heading('feel.ask'));
	}

	/** Whoever stands first and has another name. */
	async chooseFirstChildBut(firstName: string): Promise<void> {
		const faces = this.page.getByRole('main').getByRole('button');
		const face = faces.filter({ hasNotText: firstName }).first();
		await this.tap(face, this.heading('feel.ask'));
	}

	/** For a child who is not among the faces. */
	async newHere(): Promise<void> {
		await this.tap(this.button('signin.new'), this.heading('feel.ask'));
	}

	/** One of the four places that older children choose first. */
	async choosePlace(id: PlaceId): Promise<void> {
		const place = feelingPlaces.find((one) => one.id === id);
		const name = place?.name[this.language];
		await this.tap(this.page.getByRole('button', { name }), this.button('back'));
	}

	feelingButton(id: string): Locator {
		const name =
			id === RATHER_NOT_SAY ? this.words('feel.skip') : feelingCard(id).label[this.language];
		// Calm is also the name of a door.
		return this.page.getByRole('main').getByRole('button', { name, exact: true });
	}

	/** Ends at what is offered. */
	async chooseFeeling(id: string): Promise<void> {
		await this.tap(this.feelingButton(id), this.heading('offer.what'));
	}

	/** To the feeling words of the school's own. */
	async openSomethingElse(): Promise<void> {
		await this.tap(this.button('feel.else'), this.button('back'));
	}

	/** A word of the school's own, from "Something else". Ends at what is offered. */
	async chooseOwnWord(word: string): Promise<void> {
		await this.tap(
			this.page.getByRole('main').getByRole('button', { name: word, exact: true }),
			this.heading('offer.what')
		);
	}

	/** The door that asks without a feeling. */
	async openTalk(): Promise<void> {
		await this.tap(this.#door('door.talk'), this.heading('offer.what'));
	}

	/** "I need something", from the feelings or the offers. */
	async openNeeds(): Promise<void> {
		await this.tap(this.button('need.open'), this.heading('need.ask'));
	}

	/** The visit's last tap, as `wish`. Ends at goodbye. */
	async chooseNeed(id: string, firstName: string): Promise<void> {
		const page = needPages.findIndex((needs) => needs.some((need) => need.id === id));
		const label = needPages[page]?.find((need) => need.id === id)?.label[this.language] ?? id;
		const need = this.page.getByRole('main').getByRole('button', { name: label, exact: true });
		if (page > 0) await this.tap(this.button('more'), need);
		await this.tap(need, this.goodbye(firstName));
	}

	async openSomeoneElse(): Promise<void> {
		await this.tap(this.button('offer.someone_else'), this.heading('offer.who_any'));
	}

	/** From the offers and back: how big the feeling is, and where the body feels it. */
	async sayMoreAbout({ size, clue }: { size: string; clue: string }): Promise<void> {
		await this.tap(this.button('more_about.open'), this.heading('more_about.title'));
		for (const name of [size, clue]) {
			const tile = (pressed: boolean) =>
				this.page.getByRole('button', { name, exact: true, pressed });
			await this.tap(tile(false), tile(true));
		}
		await this.tap(this.button('more_about.done'), this.heading('offer.what'));
	}

	/** From "Someone else". */
	async openMyGrownUps(): Promise<void> {
		await this.tap(this.button('mine.open'), this.heading('mine.title'));
	}

	/** Takes one in or out of the child's own grown-ups. */
	async tapMyGrownUp(name: string, isMine: boolean): Promise<void> {
		const tile = (pressed: boolean) =>
			this.page.getByRole('main').getByRole('button', { name, exact: true, pressed });
		const more = this.button('more');
		while ((await tile(!isMine).isHidden()) && (await more.isVisible())) await this.more();
		await this.tap(tile(!isMine), tile(isMine));
	}

	/** @param name an adult's, or nothing for Anyone */
	async chooseSomeoneElse(name?: string): Promise<void> {
		await this.openSomeoneElse();
		const wanted = name ?? this.words('offer.anyone');
		await this.tap(
			this.page.getByRole('main').getByRole('button', { name: wanted }),
			this.heading('offer.what')
		);
	}

	/** A chip under "When?". */
	async chooseWhen(when: TalkWhen): Promise<void> {
		const name = this.words(WHENS[when]);
		await this.tap(
			this.page.getByRole('button', { name, exact: true }),
			this.page.getByRole('button', { name, exact: true, pressed: true })
		);
	}

	/** A face under "Who can see this?". */
	async leaveOut(adultName: string): Promise<void> {
		await this.tap(
			this.page.getByRole('button', { name: adultName, exact: true, pressed: true }),
			this.page.getByRole('button', { name: adultName, exact: true, pressed: false })
		);
	}

	offerButton(choice: OfferChoice): Locator {
		return this.button(OFFERS[choice]);
	}

	/**
	 * The visit's last tap. Ends at goodbye.
	 *
	 * @param firstName `null` for a new child, whose name the tablet does not know
	 */
	async wish(choice: OfferChoice, firstName: string | null): Promise<void> {
		await this.tap(this.offerButton(choice), this.goodbye(firstName));
	}

	goodbye(firstName: string | null): Locator {
		return firstName === null ? this.heading('bye.new') : this.heading('bye', { name: firstName });
	}

	/** What goodbye says about where the message is. */
	get sending(): Locator {
		return this.page.getByRole('main').getByRole('status');
	}

	/** From goodbye back to Rest. */
	async finish(): Promise<void> {
		await this.tap(this.button('next.done'), this.startButton.or(this.faces));
	}

	/** The door to For me; ends at the special pictures. */
	async openPad(): Promise<void> {
		await this.tap(this.#door('forme.title'), this.page.getByText(this.words('forme.open')));
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
					await this.#hand.choose(this.#picture(picture), TAP_AGAIN_MS);
				await expect(isNotTapped).toBeHidden({ timeout: SLOWEST_ANSWER_MS });
			}).toPass({ timeout: this.#hand.patienceMs ?? GIVE_UP_MS });
		}
		await until.waitFor({ timeout: GIVE_UP_MS });
	}

	#picture(id: string): Locator {
		const name = pictureWords(this.language)(`picture.${id}`);
		return this.page.getByRole('main').getByRole('button', { name, exact: true });
	}

	/** Opens For me with the special pictures, in order. */
	async openForMe(pictures: readonly string[]): Promise<void> {
		await this.openPad();
		await this.tapPictures(pictures, this.forMe);
	}

	/** From the pad. Ends when a badge can be held up, or the camera cannot be used. */
	async openBadge(until = this.page.getByText(this.words('badge.hold'))): Promise<void> {
		await this.tap(this.button('signin.badge'), until);
	}

	/** "A grown-up can open this"; gives the number that is shown. */
	async askGrownUp(): Promise<string> {
		const number = this.page.getByText(/^\d\d$/);
		await this.tap(this.button('pass.ask'), number);
		return number.innerText();
	}

	/** The sentence in For me. */
	get forMe(): Locator {
		return this.page.locator('.sentence');
	}

	/** "I changed my mind", in For me. */
	async takeBack(until: Locator): Promise<void> {
		await this.tap(this.button('talk.cancel'), until);
	}

	async openCalm(): Promise<void> {
		await this.tap(this.#door('door.calm'), this.button('calm.stop'));
	}

	/** "I need a grown-up now", from any screen. */
	async callUrgent(): Promise<void> {
		await this.tap(this.button('urgent.button'), this.heading('urgent.go'));
	}

	async hide(): Promise<void> {
		await this.tap(this.button('door.hide'), this.button('hide.new'));
	}

	async notMe(): Promise<void> {
		await this.tap(this.button('signin.not_me'), this.faces);
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

	/** In the grown-up corner: how many messages wait to be sent. */
	get waiting(): Locator {
		return this.page
			.getByText(this.words('corner.waiting'), { exact: true })
			.locator('xpath=following-sibling::dd[1]');
	}

	async openGrownUpCorner(): Promise<void> {
		await this.tap(this.button('corner.link'), this.heading('corner.title'));
	}
}
