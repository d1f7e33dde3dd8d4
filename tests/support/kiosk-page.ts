// A child's visit as a person goes through it: by what stands on the buttons. Journeys, figures, the demo's
// check and the pictures of the screens all go through here.
import type { Locator } from '@playwright/test';
import { feelingCard, feelingPlaces, RATHER_NOT_SAY, type PlaceId } from '$lib/content/cards';
import { needPages } from '$lib/content/needs';
import type { TalkWhen } from '$lib/domain/talk-request';
import type { Language } from '$lib/i18n/translator';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { CalmPage } from './calm-page';
import { PadPage } from './pad-page';
import { TabletPage } from './tablet-page';

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

export class KioskPage extends TabletPage {
	readonly pad = new PadPage(this);
	readonly calm = new CalmPage(this);

	/** The cards of the feelings, at any time of the school day. */
	get feelings(): Locator {
		return this.#headingOf(['feel.ask', 'arrive.ask', 'checkout.ask']);
	}

	get needs(): Locator {
		return this.#headingOf(['need.ask', 'arrive.need']);
	}

	#headingOf([first = '', ...others]: string[], values?: Record<string, string>): Locator {
		return others.reduce(
			(either, key) => either.or(this.heading(key, values)),
			this.heading(first, values)
		);
	}

	/** One of the three between Help and Hide. */
	#door(key: string): Locator {
		return this.page
			.getByRole('navigation')
			.getByRole('button', { name: this.words(key), exact: true });
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
		await this.#facesThere();
		while ((await face.isHidden()) && (await more.isVisible())) await this.more();
		await this.tap(face, this.feelings);
	}

	/** They come a frame after the heading. */
	async #facesThere(): Promise<void> {
		await this.page.getByRole('main').getByRole('button').first().waitFor();
	}

	/** A child whose visits begin in another language than the tablet's; from now on it is expected. */
	async chooseChildWhoSpeaks(language: Language, shownName: string): Promise<void> {
		const face = this.page.getByRole('button', { name: shownName, exact: true });
		await this.#facesThere();
		while (await face.isHidden()) await this.more();
		this.language = language;
		await this.tap(face, this.feelings);
	}

	/** Whoever stands first; for screens that look alike for everybody. */
	async chooseFirstChild(): Promise<void> {
		const face = this.page.getByRole('main').getByRole('button').first();
		await this.tap(face, this.feelings);
	}

	/** Whoever stands first and has another name. */
	async chooseFirstChildBut(firstName: string): Promise<void> {
		const faces = this.page.getByRole('main').getByRole('button');
		const face = faces.filter({ hasNotText: firstName }).first();
		await this.tap(face, this.feelings);
	}

	/** For a child who is not among the faces. */
	async newHere(): Promise<void> {
		await this.tap(this.button('signin.new'), this.feelings);
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
		await this.tap(this.button('need.open'), this.needs);
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
		if (firstName === null) return this.heading('bye.new');
		return this.#headingOf(['bye', 'leave.bye'], { name: firstName });
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

	/** Opens For me with the special pictures, in order. */
	async openForMe(pictures: readonly string[]): Promise<void> {
		await this.openPad();
		await this.pad.tapPictures(pictures, this.forMe);
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
		await this.tap(this.#door('door.calm'), this.calm.choosing);
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
}
