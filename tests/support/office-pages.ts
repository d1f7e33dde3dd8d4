// What the office of a school does: people, tablets, the roster, settings, voices.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '$lib/i18n/translator';
import type { StaffPage } from './staff-page';

export class OfficePages {
	private readonly page: Page;

	constructor(private readonly staff: StaffPage) {
		this.page = staff.page;
	}

	/** Makes a one-time link for somebody who is on the list. */
	async invite(displayName: string): Promise<string> {
		await this.staff.open('/office/people');
		await this.page
			.getByRole('button', { name: `${this.staff.words('people.invite')} ${displayName}` })
			.click();
		return this.staff.field('people.link.label').inputValue();
	}

	/** Makes a pairing code for a tablet in the Cwtch; the link that carries it. */
	async makePairingLink(kioskName: string): Promise<string> {
		await this.staff.open('/office/kiosks');
		await this.staff.field('kiosks.name').fill(kioskName);
		await this.staff.field('kiosks.place').selectOption('cwtch');
		await this.staff.button('kiosks.pair.go').click();
		const link = this.page.getByRole('link', { name: this.staff.words('kiosks.code.here') });
		return (await link.getAttribute('href')) ?? '';
	}

	/** The school has one; gives its name. */
	async stopOnlyTablet(): Promise<string> {
		await this.staff.open('/office/kiosks');
		const tablet = this.page.getByRole('listitem').filter({
			has: this.page.getByText(this.staff.words('kiosks.stop'))
		});
		const name = await tablet.getByRole('heading').innerText();
		await tablet.getByText(this.staff.words('kiosks.stop')).click();
		await this.staff.button('kiosks.stop.go').click();
		await expect(this.staff.says('kiosks.revoked')).toBeVisible();
		return name;
	}

	/** What tablets begin in. */
	async setSchoolLanguage(language: Language): Promise<void> {
		await this.staff.open('/office/school');
		await this.staff.field('setup.language').selectOption(language);
		await this.staff.button('form.save').click();
		await expect(this.staff.says('school.saved')).toBeVisible();
	}

	/** A calm activity of the school's own, for a feeling by its name on the page. */
	async addActivity({
		en,
		cy,
		feeling
	}: {
		en: string;
		cy: string;
		feeling: string;
	}): Promise<void> {
		await this.staff.open('/office/activities');
		await this.staff.field('activities.name_en').fill(en);
		await this.staff.field('activities.name_cy').fill(cy);
		await this.staff.field('activities.steps_en').fill('8 Sit.\n* Feel the ground.\n5 All done.');
		await this.staff.field('activities.steps_cy').fill('Eistedda.\nTeimla’r llawr.\nWedi gorffen.');
		await this.page.getByLabel(feeling, { exact: true }).check();
		await this.staff.button('activities.add').click();
		await expect(this.staff.says('activities.added')).toBeVisible();
	}

	/** Looks at the files first, then imports them. */
	async importRoster(files: string[]): Promise<void> {
		await this.staff.open('/office/roster');
		await this.staff.field('roster.files').setInputFiles(files);
		await this.staff.button('roster.check').click();
		await expect(this.staff.heading('roster.plan')).toBeVisible();
		await this.staff.button('roster.import').click();
		await expect(this.staff.says('roster.imported')).toBeVisible();
	}

	/** As the office finds a child: by the first name. */
	async openSettingsOfChild({
		firstName,
		pupilId
	}: {
		firstName: string;
		pupilId: string;
	}): Promise<void> {
		await this.staff.open('/office/children');
		await this.staff.field('children.name').fill(firstName);
		await this.staff.button('children.find').click();
		const found = this.page.locator(`a[href$="/settings/pupil/${pupilId}"]`);
		// Those for whom something is set are folded away below.
		await found.filter({ visible: true }).first().click();
		await expect(this.staff.field('settings.theme')).toBeVisible();
	}

	async openSettingsOfClass(className: string): Promise<void> {
		await this.staff.open('/office/children');
		await this.page.getByRole('link', { name: className, exact: true }).click();
		await expect(this.staff.heading('settings.of', { name: className })).toBeVisible();
	}

	/** On the page of settings: values by name, and calm activities that are not offered, by id. */
	async set(settings: Record<string, string>, activitiesOff: string[] = []): Promise<void> {
		for (const [name, value] of Object.entries(settings))
			await this.staff.field(`settings.${name}`).selectOption(value);
		for (const id of activitiesOff)
			await this.page.locator(`input[type="checkbox"][name="activity.${id}"]`).uncheck();
		await this.staff.button('form.save').click();
		await expect(this.staff.says('settings.saved')).toBeVisible();
	}

	/** A line of the recording studio, by the words that are said. */
	voiceLine(said: string): Locator {
		return this.page.getByRole('listitem').filter({
			has: this.page.locator('b', { hasText: new RegExp(`^${said.replace('?', '\\?')}$`) })
		});
	}

	/** In the open studio: says nothing for a moment, and stops. Ends when it is kept. */
	async recordVoice(said: string): Promise<void> {
		const line = this.voiceLine(said);
		const screen = this.page.locator('details').filter({ hasText: said }).first();
		if (await line.isHidden()) await screen.locator('summary').click();
		await line.getByRole('button', { name: /^(Record|Recordio)/ }).click();
		await expect(line).toContainText(this.staff.words('voices.recording'));
		// A recording needs a moment of sound.
		await this.page.waitForFunction(
			(from) => performance.now() > from + 500,
			await this.page.evaluate(() => performance.now())
		);
		await line.getByRole('button', { name: this.staff.words('voices.stop') }).click();
		// Not before: until then what was recorded earlier is heard.
		const saved = this.staff.words('voices.saved', { recorded: '\\d+', all: '\\d+' });
		await expect(this.page.getByText(new RegExp(`^${saved}$`))).toBeAttached();
		await expect(
			line.getByRole('button', { name: this.staff.words('voices.listen') })
		).toBeVisible();
	}
}
