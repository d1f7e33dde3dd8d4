// Everybody can use every screen: no finding of axe, no complaint in the console, and the keyboard does
// everything.
import axe from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import type { Language } from '$lib/i18n/translator';
import { expect, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import { tourOfClassKiosk, tourOfCwtchKiosk, tourOfStaff } from '../support/screen-tour';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line per finding: rule, screen, element. */
async function findings(screen: string, page: Page): Promise<string[]> {
	// A screen that still fades in has not its colours yet.
	await page.evaluate(async () => {
		const fading = document
			.getAnimations()
			.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
		await Promise.all(fading.map(({ finished }) => finished.catch(() => undefined)));
	});
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(async (tags) => {
		const { axe: checker } = window as unknown as { axe: typeof axe };
		return checker.run(document, { runOnly: { type: 'tag', values: tags } });
	}, WCAG_2_2_AA);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target }) => `${screen}: ${id}: ${target.join(' ')}`)
	);
}

function complaintsOf(page: Page): string[] {
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	return complaints;
}

for (const language of ['en', 'cy'] satisfies Language[]) {
	test(`every screen, in ${language}`, async ({ kiosk, staff, server, school, browser }) => {
		test.setTimeout(180_000);
		const found: string[] = [];
		const look = async (screen: string, page: Page) => {
			found.push(...(await findings(screen, page)));
		};
		if (language === 'cy') {
			await staff.signIn(school.lead);
			await staff.setSchoolLanguage('cy');
			await staff.signOut();
			await staff.switchLanguage();
		}
		const still = await browser.newContext({ reducedMotion: 'reduce' });
		const cookie = { name: 'language', value: language, url: server.origin };
		await still.addCookies([cookie]);
		await kiosk.page.context().addCookies([cookie]);
		const cwtch = new KioskPage(await still.newPage(), { origin: server.origin, language });
		kiosk.language = language;
		const complaints = [kiosk.page, cwtch.page, staff.page].map(complaintsOf);

		await tourOfClassKiosk(kiosk, school, look);
		await tourOfCwtchKiosk(cwtch, school, look);
		await tourOfStaff(staff, school, look);
		await still.close();

		expect(found).toEqual([]);
		expect(complaints.flat()).toEqual([]);
	});
}

test('a whole visit by keyboard alone', async ({ pairedKiosk: kiosk, school: { child } }) => {
	const { keyboard } = kiosk.page;
	/** Tab until it has the focus, as somebody without a finger does, then Enter. */
	const press = async (target: Locator, until: Locator) => {
		await expect(async () => {
			for (let tabs = 0; tabs < 60; tabs++) {
				if (await target.evaluate((button) => button === document.activeElement)) break;
				await keyboard.press('Tab');
			}
			await keyboard.press('Enter');
			await expect(until).toBeVisible({ timeout: 500 });
		}).toPass({ timeout: 15_000 });
		await expect(until, 'the new screen has the focus').toBeFocused();
	};
	const face = kiosk.page.getByRole('button', { name: child.firstName, exact: true });
	await press(kiosk.startButton, kiosk.faces);
	await press(face, kiosk.heading('feel.ask'));
	await press(kiosk.feelingButton('worried'), kiosk.heading('offer.what'));
	await press(kiosk.button('offer.chat'), kiosk.goodbye(child.firstName));
});
