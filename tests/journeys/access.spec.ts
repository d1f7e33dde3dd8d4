// Everybody can use every screen: no finding of axe, no complaint in the console, nothing out of reach at
// 200 % zoom, and the keyboard does what it does elsewhere.
import axe from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { tourOfActivities, tourOfCompany } from '../support/calm-tour';
import { KioskPage } from '../support/kiosk-page';
import { StaffPage } from '../support/staff-page';
import { layoutFindings } from '../support/layout-findings';
import { wholeScreen } from '../support/next-frame';
import { setForSchool } from '../support/school-ways';
import { tourOfClassKiosk, tourOfCwtchKiosk } from '../support/screen-tour';
import { tourOfStaff } from '../support/staff-tour';
import { isWhole, looks, viewportOf, ZOOMED } from '../support/ways';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line per finding: rule, screen, element. */
async function findings(screen: string, page: Page): Promise<string[]> {
	await wholeScreen(page);
	// A screen that still fades in has not its colours yet.
	await page.evaluate(async () => {
		const fading = document
			.getAnimations()
			.filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
		await Promise.all(fading.map(({ finished }) => finished.catch(() => undefined)));
	});
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	const { violations } = await page.evaluate(async (values) => {
		const { axe: checker } = window as unknown as { axe: typeof axe };
		const runOnly = { type: 'tag' as const, values };
		return checker.run(document, { runOnly, resultTypes: ['violations'] });
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

for (const { language, theme, sizes } of looks) {
	test(`every screen, in ${language}, ${theme}`, async ({
		kiosk,
		staff,
		server,
		school,
		browser
	}) => {
		test.setTimeout(isWhole ? 900_000 : 240_000);
		const found: string[] = [];
		const look = async (screen: string, page: Page) => {
			found.push(...(await findings(screen, page)));
		};
		/** In each size, and how it stands at 200 % zoom. */
		const lookAtKiosk = async (screen: string, page: Page) => {
			for (const size of sizes) {
				await page.setViewportSize(viewportOf(size));
				await look(`${screen} at ${size}`, page);
			}
			for (const size of ZOOMED) {
				await page.setViewportSize(viewportOf(size));
				found.push(...(await layoutFindings(screen, page)));
			}
			await page.setViewportSize(viewportOf('1280x800'));
		};
		await setForSchool(school, { language, theme });
		await staff.open('/sign-in');
		if (language === 'cy') await staff.switchLanguage();
		const still = await browser.newContext({ reducedMotion: 'reduce' });
		const cookie = { name: 'language', value: language, url: server.origin };
		await still.addCookies([cookie]);
		await kiosk.page.context().addCookies([cookie]);
		const cwtch = new KioskPage(await still.newPage(), { origin: server.origin, language });
		kiosk.language = language;
		const complaints = [kiosk.page, cwtch.page, staff.page].map(complaintsOf);

		await tourOfClassKiosk(kiosk, school, lookAtKiosk);
		await tourOfCwtchKiosk(cwtch, school, lookAtKiosk);
		// The staff side has one theme.
		if (!isWhole || theme === 'soft') await tourOfStaff(staff, school, look);
		if (isWhole) {
			// Each in a window of its own: a page behind another draws no frames.
			const apart = await browser.newContext({ reducedMotion: 'reduce' });
			await apart.addCookies([cookie]);
			const desk = new StaffPage(await apart.newPage(), { origin: server.origin, language });
			await tourOfCompany({ cwtch, classroom: kiosk, staff: desk }, school, {
				atKiosk: lookAtKiosk,
				atStaff: look
			});
			const calm = await browser.newContext({ reducedMotion: 'reduce' });
			await calm.addCookies([cookie]);
			const corridor = new KioskPage(await calm.newPage(), { origin: server.origin, language });
			await tourOfActivities(corridor, school, lookAtKiosk);
			await calm.close();
			await apart.close();
		}
		await still.close();

		expect(found).toEqual([]);
		expect(complaints.flat()).toEqual([]);
	});
}
