// The staff side as a person uses it: by what stands on the page.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '$lib/i18n/translator';
import { staffWords } from './screen-words';

export interface Credentials {
	email: string;
	password: string;
}

export class StaffPage {
	readonly #origin: string;
	/** What the pages are expected to speak. */
	language: Language;

	constructor(
		readonly page: Page,
		where: { origin: string; language?: Language }
	) {
		this.#origin = where.origin;
		this.language = where.language ?? 'en';
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

	async open(path = ''): Promise<void> {
		await this.page.goto(`${this.#origin}/staff${path}`);
	}

	/** Before the first page is opened, as a browser that has been here before. */
	async speak(language: Language): Promise<void> {
		this.language = language;
		await this.page
			.context()
			.addCookies([{ name: 'language', value: language, url: this.#origin, sameSite: 'Lax' }]);
	}

	/** Ends at the inbox. */
	async signIn({ email, password }: Credentials): Promise<void> {
		await this.open('/sign-in');
		await this.fillSignIn({ email, password });
		await this.page.waitForURL(`${this.#origin}/staff`);
	}

	/** Fills the form and sends it, whatever comes of it. */
	async fillSignIn({ email, password }: Credentials): Promise<void> {
		await this.field('credentials.email').fill(email);
		await this.field('credentials.password').fill(password);
		await this.button('sign-in.go').click();
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
		await this.page.waitForURL(`${this.#origin}/staff/office`);
	}

	/** An invitation's link, until its owner is signed in. */
	async acceptInvitation(link: string, { email, password }: Credentials): Promise<void> {
		await this.page.goto(link);
		await this.field('credentials.email').fill(email);
		await this.field('credentials.password').fill(password);
		await this.button('invitation.go').click();
		await this.page.waitForURL(`${this.#origin}/staff`);
		await expect(this.page).toHaveTitle('Cwtch Kiosk');
	}
}
