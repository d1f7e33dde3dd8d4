// The staff side as a person uses it: by what stands on the page.
import { expect, type Locator, type Page } from '@playwright/test';
import type { AnswerSlot } from '$lib/domain/talk-request';
import { staffWords } from '$lib/i18n/staff-words';
import type { Language } from '$lib/i18n/translator';
import { CardPages } from './card-pages';
import { OfficePages } from './office-pages';

/** What a person chooses from the device. */
export type FileInput = { name: string; mimeType: string; buffer: Buffer };

export interface Credentials {
	email: string;
	password: string;
}

export class StaffPage {
	readonly origin: string;
	/** What the pages are expected to speak. */
	language: Language;
	readonly office: OfficePages;
	readonly cards: CardPages;

	constructor(
		readonly page: Page,
		where: { origin: string; language?: Language }
	) {
		this.origin = where.origin;
		this.language = where.language ?? 'en';
		this.office = new OfficePages(this);
		this.cards = new CardPages(this);
	}

	/** A staff word in the language in use. */
	words(key: string, values?: Record<string, string | number>): string {
		return staffWords(this.language)(key, values);
	}

	button(key: string): Locator {
		return this.page.getByRole('button', { name: this.words(key), exact: true });
	}

	heading(key: string, values?: Record<string, string>): Locator {
		return this.page.getByRole('heading', { name: this.words(key, values), exact: true });
	}

	field(key: string): Locator {
		return this.page.getByLabel(this.words(key), { exact: true });
	}

	/** What the page says about what was just done, or why it was not. */
	says(key: string, values?: Record<string, string>): Locator {
		return this.page.getByText(this.words(key, values), { exact: true });
	}

	async open(path = ''): Promise<void> {
		await this.page.goto(`${this.origin}/staff${path}`);
	}

	/** The switch at the top; from now on the other language is expected. */
	async switchLanguage(): Promise<void> {
		const [other, name] =
			this.language === 'en' ? (['cy', 'Cymraeg'] as const) : (['en', 'English'] as const);
		await this.page.getByRole('button', { name, exact: true }).click();
		await expect(this.page.locator('html')).toHaveAttribute('lang', other);
		this.language = other;
	}

	/** Ends at the inbox. */
	async signIn({ email, password }: Credentials): Promise<void> {
		await this.open('/sign-in');
		await this.fillSignIn({ email, password });
		await expect(this.page).toHaveURL(`${this.origin}/staff`);
		await this.#live();
	}

	/** Fills the form and sends it, whatever comes of it. */
	async fillSignIn({ email, password }: Credentials): Promise<void> {
		await this.field('credentials.email').fill(email);
		await this.field('credentials.password').fill(password);
		await this.button('sign-in.go').click();
	}

	/** The page is awake: what is pressed now is answered by it. */
	async #live(): Promise<void> {
		const live = this.page.waitForResponse((response) => response.url().endsWith('/staff/live'));
		await this.page.reload();
		await live;
	}

	async hideNames(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await expect(this.says('names.shown')).toHaveCount(0);
	}

	async signOut(): Promise<void> {
		await this.page.getByRole('banner').locator('summary').click();
		await this.button('nav.sign_out').click();
		await expect(this.field('credentials.email')).toBeVisible();
	}

	/** On this device. */
	async switchNoticesOn(): Promise<void> {
		await this.button('push.ask').click();
		await expect(this.says('push.on')).toBeVisible();
	}

	/** The one-time link that the server printed, until the first lead is signed in. */
	async setUp(
		link: string,
		school: { name: string; leadName: string } & Credentials
	): Promise<void> {
		await this.page.goto(link);
		await this.field('setup.school.name').fill(school.name);
		await this.field('setup.lead.name').fill(school.leadName);
		await this.field('credentials.email').fill(school.email);
		await this.field('credentials.password').fill(school.password);
		await this.button('setup.go').click();
		await expect(this.heading('office.people')).toBeVisible();
	}

	/** An invitation's link, until its owner is signed in. */
	async acceptInvitation(link: string, { email, password }: Credentials): Promise<void> {
		await this.page.goto(link);
		const address = this.field('credentials.email');
		// One stands there already. A page that wakes just then puts the cursor behind it.
		await expect(async () => {
			await address.fill(email);
			await expect(address).toHaveValue(email, { timeout: 500 });
		}).toPass();
		await this.field('credentials.password').fill(password);
		await this.button('invitation.go').click();
		await expect(this.page).toHaveURL(`${this.origin}/staff`);
	}

	async cover(): Promise<void> {
		await this.button('blank').click();
		await expect(this.button('blank.back')).toBeVisible();
	}

	async uncover(): Promise<void> {
		await this.button('blank.back').click();
		await expect(this.button('blank.back')).toHaveCount(0);
	}

	/** The requests in the list, newest state and masked. */
	get requests(): Locator {
		return this.page
			.getByRole('region', { name: this.words('nav.inbox'), exact: true })
			.getByRole('listitem');
	}

	/** Ends at its page, which says what has happened. */
	async openFirstRequest(): Promise<void> {
		await this.#leave(this.requests.first().getByRole('link').first(), this.heading('happened'));
	}

	/** Names are shown until they are pressed away, 20 s have passed or the page is left. */
	async showNames(): Promise<void> {
		await this.button('names.hold').press('Enter');
		await expect(this.says('names.shown')).toBeAttached();
	}

	/** From the inbox to how children feel today. */
	async openFeelings(): Promise<void> {
		const link = this.page.getByRole('link', { name: this.words('feelings.title'), exact: true });
		await this.#leave(link, this.heading('feelings.title'));
	}

	/** From how children feel today, names shown, to what helps the first of them. */
	async openWhatHelps(): Promise<void> {
		const link = this.page.getByRole('link', { name: this.words('helps.title'), exact: true });
		await this.#leave(link.first(), this.heading('helps.title'));
	}

	/** As `openFirstRequest`, but a request for a talk: an urgent one stands above it and is gone to, not answered. */
	async openAsked(): Promise<void> {
		const talks = this.requests.filter({ hasNotText: this.words('urgent.what') });
		await this.#leave(talks.first().getByRole('link').first(), this.heading('happened'));
	}

	/** From a request's page to where it is answered. */
	async openAnswer(): Promise<void> {
		const link = this.page.getByRole('link', { name: this.words('answer'), exact: true }).last();
		await this.#leave(link, this.button('answer.send'));
	}

	/** Ends at the request's page, which says that a time is arranged. */
	async send(): Promise<void> {
		const happened = this.heading('happened');
		const sent = this.page.waitForResponse((response) => response.request().method() === 'POST');
		await this.button('answer.send').click();
		await sent;
		// A list that is renewed at the same moment ends the change of page: then a person goes back.
		await happened
			.waitFor({ timeout: 3_000 })
			.catch(() => this.page.goto(this.page.url().replace(/\/answer\b/, '')));
		await expect(happened).toBeVisible();
		await expect(this.page.getByText(this.words('state.arranged')).last()).toBeVisible();
	}

	/** A list that is renewed at the same moment ends the change of page: then a person taps again. */
	async #leave(link: Locator, next: Locator): Promise<void> {
		await expect(async () => {
			if (await next.isHidden()) await link.click({ timeout: 1_000 });
			await expect(next).toBeVisible({ timeout: 1_500 });
		}).toPass({ timeout: 15_000 });
	}

	/**
	 * From a request's page: one tap for when, one for where, and Send. What is not given stays as it
	 * is suggested; a slot that has passed is not on offer.
	 */
	async answer({ slot, place }: { slot?: AnswerSlot; place?: string } = {}): Promise<void> {
		await this.openAnswer();
		if (slot) await this.#pick(this.words('answer.when'), this.words(`slot.${slot}`));
		if (place) await this.#pick(this.words('answer.where'), this.words(`place.${place}`));
		await this.send();
	}

	async #pick(group: string, words: string): Promise<void> {
		await this.page
			.getByRole('group', { name: group })
			.getByRole('radio', { name: new RegExp(`^${words}`) })
			.check();
	}

	/** From a request's page: the colleague keeps nothing until they have taken it on. */
	async handOn(adultName: string): Promise<void> {
		await this.page.getByRole('radio', { name: new RegExp(`^${adultName}`) }).check();
		await this.button('handon').click();
		await expect(this.says('handon.asked')).toBeVisible();
	}

	/** One tap in the list: what was needed has been seen to. */
	async helped(): Promise<void> {
		await this.requests
			.getByRole('button', { name: this.words('helped'), exact: true })
			.first()
			.click();
	}

	async met(): Promise<void> {
		await this.button('met').click();
		await expect(this.says('outcome.title')).toBeVisible();
	}

	/** With its outcome; ends at the list. */
	async close(outcome: 'talked' | 'needs-more' | 'handed-over' | 'safeguarding'): Promise<void> {
		await this.button(`outcome.${outcome}`).click();
		await expect(this.page).toHaveURL(/\/staff(\?.*)?$/);
	}

	/** Today only, unless a day (`YYYY-MM-DD`) is given; a lead may name a colleague. */
	async markAway({ name, backOn }: { name?: string; backOn?: string } = {}): Promise<void> {
		await this.open('/away');
		if (name) await this.field('away.who').selectOption(name);
		if (backOn) await this.field('away.back').fill(backOn);
		await this.button('away.mark').click();
		await expect(this.says('away.saved')).toBeVisible();
	}

	async markHere(name: string): Promise<void> {
		await this.open('/away');
		await this.page.getByRole('button', { name: `${this.words('away.end')} ${name}` }).click();
		await expect(this.says('away.saved')).toBeVisible();
	}

	/** The own photo, or with `of` a colleague's; ends when it is saved. */
	async setPhoto(file: FileInput, of?: { staffId: string; name: string }): Promise<void> {
		await this.open(`/seen/${of?.staffId ?? ''}`);
		await this.field('photo.choose').setInputFiles(file);
		await this.page
			.getByLabel(of ? this.words('photo.agreed', { name: of.name }) : this.words('photo.agree'))
			.check();
		await this.button('photo.save').click();
		await expect(this.says('photo.saved')).toBeVisible();
	}

	/** Types the number that stands on the tablet, for the one that asks. */
	async typePassNumber(number: string): Promise<void> {
		await this.page.getByLabel(this.words('passes.number')).fill(number);
		await this.button('passes.open').click();
	}
}
