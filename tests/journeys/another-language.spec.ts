// The child's side in a language that is longer, marked, and runs from right to left.
import { MARKS, speakPseudo } from '../support/pseudo-language';
import type { Page } from '@playwright/test';
import { updateSchool } from '$lib/server/database/school';
import { expect, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import { tourOfClassKiosk, tourOfCwtchKiosk } from '../support/screen-tour';

/** Without a worker nothing is installed. */
class UnkeptKiosk extends KioskPage {
	override installed(): Promise<void> {
		return Promise.resolve();
	}
}

/** What stands on the screen and went through no message, and what reaches over the edge. */
async function oddities(page: Page, known: string[]): Promise<string[]> {
	return page.evaluate(
		({ known, marks }) => {
			const found: string[] = [];
			const isShown = (element: Element) =>
				element.checkVisibility({ visibilityProperty: true }) &&
				!element.closest('.visually-hidden, [lang="en"]');
			const isTranslated = (text: string) =>
				text === '' ||
				(text.includes(marks[0] ?? '') && text.includes(marks[1] ?? '')) ||
				/^[\d\s:/.,+–-]*$/.test(text) ||
				known.some((one) => text === one || text.endsWith(`, ${one}`));
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = texts.nextNode(); node; node = texts.nextNode()) {
				const element = node.parentElement;
				if (!element || !isShown(element) || element.closest('script, style')) continue;
				const text = (node.nodeValue ?? '').trim();
				if (!isTranslated(text)) found.push(`not translated: ${text}`);
			}
			for (const element of document.querySelectorAll('[aria-label], [title]')) {
				for (const name of ['aria-label', 'title']) {
					const text = element.getAttribute(name)?.trim() ?? '';
					if (!isTranslated(text)) found.push(`not translated: ${name} ${text}`);
				}
			}
			const { clientWidth } = document.documentElement;
			if (document.documentElement.scrollWidth > clientWidth) found.push('the page is too wide');
			for (const element of document.querySelectorAll('button, h1, h2, p, li, dd, dt, b, span')) {
				if (!isShown(element) || element.closest('[aria-hidden="true"]')) continue;
				const { left, right, width } = element.getBoundingClientRect();
				const text = element.textContent?.trim().slice(0, 40) ?? '';
				if (width > 0 && (left < -1 || right > clientWidth + 1))
					found.push(`over the edge: ${text}`);
				const box = getComputedStyle(element);
				const isCut = element.scrollWidth > element.clientWidth + 1 && box.display !== 'inline';
				if (isCut && element.matches('button')) found.push(`too long for its button: ${text}`);
			}
			return [...new Set(found)];
		},
		{ known, marks: [...MARKS] }
	);
}

test('every screen is whole in a longer language from right to left, and says nothing in another', async ({
	browser,
	server,
	school
}) => {
	test.setTimeout(120_000);
	await updateSchool(school.running.db, school.schoolId, { language: 'cy' });
	const rows = await school.running.db
		.selectFrom('staff_member')
		.select(['display_name', 'initials', 'found_json'])
		.execute();
	const pupils = await school.running.db
		.selectFrom('pupil')
		.select(['first_name', 'distinguisher'])
		.execute();
	const classes = await school.running.db.selectFrom('class').select('name').execute();
	const schools = await school.running.db
		.selectFrom('school')
		.select(['name', 'staffed_places_json'])
		.execute();
	const phrases = (json: string | null) =>
		json === null ? [] : [JSON.parse(json) as { cy: string } | { cy: string }[]].flat();
	const known = [
		'English',
		...rows.flatMap((row) => [
			row.display_name,
			row.initials,
			...phrases(row.found_json).map(({ cy }) => cy)
		]),
		...pupils.flatMap(({ first_name, distinguisher }) => [
			first_name,
			`${first_name} ${distinguisher}`
		]),
		...classes.map(({ name }) => name),
		...schools.flatMap(({ name, staffed_places_json }) => [
			name,
			...phrases(staffed_places_json).map(({ cy }) => cy)
		])
	];

	const odd: Record<string, string[]> = {};
	for (const [tour, viewport] of [
		[tourOfClassKiosk, { width: 1280, height: 800 }],
		[tourOfCwtchKiosk, { width: 800, height: 1280 }]
	] as const) {
		const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
		await context.addCookies([{ name: 'language', value: 'cy', url: server.origin }]);
		await speakPseudo(context);
		const kiosk = new UnkeptKiosk(await context.newPage(), {
			origin: server.origin,
			language: 'cy'
		});
		await tour(kiosk, school, async (screen, page) => {
			await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
			const found = await oddities(page, known);
			if (found.length > 0) odd[screen] = found;
		});
		await context.close();
	}
	expect(odd).toEqual({});
});
