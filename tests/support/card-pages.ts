// Cards, as the office sets or prints them: how feelings look, special pictures, badges.
import { expect, type Locator, type Page } from '@playwright/test';
import type { CardLook } from '$lib/domain/card-look';
import type { FileInput, StaffPage } from './staff-page';

export class CardPages {
	private readonly page: Page;

	constructor(private readonly staff: StaffPage) {
		this.page = staff.page;
	}

	/** How feeling cards look in the whole school. */
	async setLook(look: CardLook): Promise<void> {
		await this.staff.open('/office/cards');
		await this.page.getByRole('link', { name: this.staff.words('cards.school') }).click();
		await this.#setLookHere(look);
	}

	/** How feeling cards look for one child. */
	async setLookForChild(
		child: { firstName: string; pupilId: string },
		look: CardLook
	): Promise<void> {
		await this.staff.office.openSettingsOfChild(child);
		await this.#setLookHere(look);
	}

	async setLookForClass(className: string, look: CardLook): Promise<void> {
		await this.staff.office.openSettingsOfClass(className);
		await this.#setLookHere(look);
	}

	async #setLookHere({ style, size }: CardLook): Promise<void> {
		await this.staff.field('cards.style').selectOption(style);
		await this.staff.field('cards.size').selectOption(size);
		await this.staff.button('form.save').click();
		await expect(this.staff.says('settings.saved')).toBeVisible();
	}

	/** A symbol of the school's own for a feeling, by its name on the page. */
	async setSymbol(feeling: string, file: FileInput): Promise<void> {
		await this.staff.open('/office/cards');
		const symbols = this.page.getByRole('region', { name: this.staff.words('symbol.title') });
		await symbols.getByLabel(this.staff.words('symbol.feeling')).selectOption({ label: feeling });
		await symbols
			.getByLabel(this.staff.words('symbol.choose'), { exact: true })
			.setInputFiles(file);
		await this.staff.button('symbol.save').click();
		await expect(this.staff.says('symbol.saved')).toBeVisible();
	}

	/** A feeling word of the school's own. */
	async addFeelingWord(word: { en: string; cy: string }): Promise<void> {
		await this.staff.open('/office/cards');
		await this.staff.field('cards.word.en').fill(word.en);
		await this.staff.field('cards.word.cy').fill(word.cy);
		await this.staff.button('cards.word.add').click();
		await expect(this.staff.says('cards.word.added')).toBeVisible();
	}

	async removeFeelingWord(word: string): Promise<void> {
		await this.staff.open('/office/cards');
		await this.page
			.getByRole('button', { name: `${this.staff.words('cards.word.remove')} ${word}` })
			.click();
		await expect(this.staff.says('cards.word.removed')).toBeVisible();
	}

	/** New cards for a whole class; they are shown, covered. */
	async makePictureCards(className: string): Promise<void> {
		await this.staff.open('/office/pictures');
		const line = this.page.getByRole('listitem').filter({ hasText: className });
		await line.getByText(this.staff.words('pictures.make')).click();
		await line.getByRole('radio', { name: this.staff.words('pictures.whom.all') }).check();
		await line.getByRole('button', { name: this.staff.words('pictures.go') }).click();
		await expect(this.staff.heading('pictures.ready', { class: className })).toBeVisible();
	}

	/** On the card of a child, in order. */
	async picturesOnCard(name: string): Promise<string[]> {
		await this.staff.button('pictures.show').click();
		const card = this.page
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('heading', { name, exact: true }) });
		const drawn = card.locator('use');
		return drawn.evaluateAll((uses) =>
			uses.map((use) => use.getAttribute('href')?.split('#')[1] ?? '')
		);
	}

	/** New badges for a whole class; they are shown. */
	async makeBadges(className: string): Promise<void> {
		await this.staff.open('/office/badges');
		const line = this.page.getByRole('listitem').filter({ hasText: className });
		await line.getByText(this.staff.words('badges.make')).click();
		await line.getByRole('button', { name: this.staff.words('badges.go') }).click();
		await expect(this.staff.heading('badges.ready', { class: className })).toBeVisible();
	}

	/** The code on a child's badge, as it is drawn. */
	badgeCode(name: string): Locator {
		return this.page
			.getByRole('listitem')
			.filter({ has: this.page.getByRole('heading', { name, exact: true }) })
			.locator('svg.code');
	}

	async endBadge(className: string, name: string): Promise<void> {
		await this.staff.open('/office/badges');
		const line = this.page.getByRole('listitem').filter({ hasText: className });
		await line.getByText(this.staff.words('badges.end'), { exact: false }).first().click();
		await line.getByLabel(this.staff.words('badges.end.whom')).selectOption({ label: name });
		await line.getByRole('button', { name: this.staff.words('badges.end.go') }).click();
		await expect(this.staff.says('badges.ended')).toBeVisible();
	}
}
