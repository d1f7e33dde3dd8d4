// `npm run screens`: a picture of every screen, at every size, in both languages, into screens/.
// `-- --docs` also renews the chosen few in docs/screens/.
import { chromium, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Language } from '$lib/i18n/translator';
import { AppServer } from '../../tests/support/app-server';
import { debianProgram, launchOptions } from '../../tests/support/browser';
import { buildWhenOutdated } from '../../tests/support/build-when-outdated';
import { KioskPage } from '../../tests/support/kiosk-page';
import { wholeScreen } from '../../tests/support/next-frame';
import { tourOfActivities, tourOfCompany } from '../../tests/support/calm-tour';
import { makeSchool } from '../../tests/support/school-fixture';
import {
	tourOfAnswer,
	tourOfClassKiosk,
	tourOfCwtchKiosk,
	type Look
} from '../../tests/support/screen-tour';
import { StaffPage, type Credentials } from '../../tests/support/staff-page';
import { tourOfStaff } from '../../tests/support/staff-tour';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENS = join(ROOT, 'screens');
const DOCS = join(ROOT, 'docs/screens');
const HELP = `npm run screens                every screen, size and language, into screens/
npm run screens -- --docs      and renews docs/screens/ with the chosen few
npm run screens -- --only=en,1280x800   only that language, or those sizes (640x400 is 1280x800 at 200 %)
npm run screens -- --theme=contrast     in another theme: plain, contrast
npm run screens -- --hour=night         by another light: dawn, morning, midday, afternoon, evening
npm run screens -- --mm=5.9     with a millimetre of so many pixels, as tablets have them
npm run screens -- --built     of the app as it was last built`;

const LANGUAGES: Language[] = ['en', 'cy'];
type Side = 'kiosk' | 'staff';
const SIZES: Record<Side, string[]> = {
	kiosk: ['1280x800', '800x1280', '1920x1080'],
	staff: ['390x844', '1440x900']
};

/** What README and docs show, by the name it has there. */
const CHOSEN: Record<string, string> = {
	'kiosk-rest-1280x800-en': 'rest',
	'kiosk-feelings-1280x800-en': 'feelings',
	'kiosk-offer-1280x800-cy': 'offer-cy',
	'kiosk-for-me-answered-1280x800-en': 'for-me',
	'kiosk-goodbye-1280x800-en': 'goodbye',
	'kiosk-places-1280x800-cy': 'places-cy',
	'kiosk-calm-flower-candle-1280x800-en': 'calm',
	'staff-inbox-390x844-en': 'inbox-phone',
	'staff-answer-390x844-cy': 'answer-phone-cy',
	'staff-request-1440x900-en': 'request'
};

interface Wanted {
	languages: Language[];
	/** May be none for a side. */
	sizes: Record<Side, string[]>;
	theme: string | null;
	/** CSS pixels. */
	mm: string | null;
	/** The landscape's light; pictures that followed the clock would differ each time. */
	hour: string;
}

function wantedBy(args: string[]): Wanted {
	const given = (name: string) =>
		args.find((arg) => arg.startsWith(`--${name}=`))?.slice(`--${name}=`.length);
	const only = given('only')?.split(',') ?? [];
	const languages = LANGUAGES.filter((language) => only.includes(language));
	const named = only.filter((one) => /^\d+x\d+$/.test(one));
	const all = [...SIZES.kiosk, ...SIZES.staff];
	// A size that neither side has of its own is of interest on both.
	const sizesOf = (side: Side) =>
		named.filter((size) => SIZES[side].includes(size) || !all.includes(size));
	return {
		languages: languages.length > 0 ? languages : LANGUAGES,
		sizes: named.length > 0 ? { kiosk: sizesOf('kiosk'), staff: sizesOf('staff') } : SIZES,
		theme: given('theme') ?? null,
		mm: given('mm') ?? null,
		hour: given('hour') ?? 'morning'
	};
}

const viewportOf = (size: string) => {
	const [width = 0, height = 0] = size.split('x').map(Number);
	return { width, height };
};

export async function main(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		console.log(HELP);
		return 0;
	}
	if (!args.includes('--built')) await buildWhenOutdated(ROOT);
	mkdirSync(SCREENS, { recursive: true });
	const wanted = wantedBy(args);
	const pictures = await Promise.all(
		wanted.languages.map((language) => picturesIn(language, wanted))
	);
	console.log(`\n${pictures.flat().length} pictures in ${relative(ROOT, SCREENS)}/`);
	if (args.includes('--docs')) renewDocs();
	return 0;
}

/**
 * Both sides in one language, in a school and a browser of their own. Each screen is reached once, and
 * shown in one size after the other.
 *
 * @returns the names of the pictures
 */
async function picturesIn(
	language: Language,
	{ sizes, theme, mm, hour }: Wanted
): Promise<string[]> {
	const server = await AppServer.prepare();
	const school = await makeSchool(server);
	await server.start();
	const browser = await chromium.launch(launchOptions());
	const taken: string[] = [];
	const open = async (side: Side): Promise<Page> => {
		const context = await browser.newContext({
			viewport: viewportOf(SIZES[side][0] ?? ''),
			locale: 'en-GB',
			timezoneId: 'Europe/London',
			// Pictures of something that moves would differ each time.
			reducedMotion: 'reduce'
		});
		await context.addCookies([{ name: 'language', value: language, url: server.origin }]);
		return context.newPage();
	};
	const lookAt =
		(side: Side): Look =>
		async (screen, page) => {
			const usual = page.viewportSize();
			const shown = { theme, mm };
			await page.evaluate(async ({ theme, mm }) => {
				if (theme) document.documentElement.dataset['theme'] = theme;
				await document.fonts.ready;
				const measure = () => document.documentElement.style.setProperty('--mm', `${mm}px`);
				if (!mm) return;
				measure();
				// Each change of the window's size would take it back.
				addEventListener('resize', measure);
			}, shown);
			for (const size of sizes[side]) {
				const name = [side, screen, size, language, ...(theme ? [theme] : [])].join('-');
				await page.setViewportSize(viewportOf(size));
				await wholeScreen(page);
				if (side === 'kiosk') await atHour(page, hour);
				await page.screenshot({
					path: join(SCREENS, `${name}.png`),
					fullPage: screen.startsWith('office'),
					animations: 'disabled'
				});
				taken.push(name);
				console.log(relative(ROOT, join(SCREENS, `${name}.png`)));
			}
			if (usual) await page.setViewportSize(usual);
		};
	const kioskPage = async () =>
		new KioskPage(await open('kiosk'), { origin: server.origin, language });
	const staffPage = async () =>
		new StaffPage(await open('staff'), { origin: server.origin, language });
	try {
		if (language === 'cy') await speakWelsh(await staffPage(), school.lead);
		const classKiosk = await kioskPage();
		await tourOfClassKiosk(classKiosk, school, lookAt('kiosk'));
		await tourOfStaff(await staffPage(), school, lookAt('staff'));
		if (sizes.kiosk.length > 0) {
			await tourOfAnswer(classKiosk, await staffPage(), school, lookAt('kiosk'));
			const cwtch = await kioskPage();
			await tourOfCwtchKiosk(cwtch, school, lookAt('kiosk'));
			await tourOfCompany({ cwtch, classroom: classKiosk, staff: await staffPage() }, school, {
				atKiosk: lookAt('kiosk'),
				atStaff: lookAt('staff')
			});
			await tourOfActivities(await kioskPage(), school, lookAt('kiosk'));
		}
		return taken;
	} finally {
		await browser.close();
		await school.close();
		await server.remove();
	}
}

function atHour(page: Page, hour: string): Promise<void> {
	return page.evaluate((light) => {
		for (const lit of document.querySelectorAll<HTMLElement>('.landscape')) {
			lit.dataset['hour'] = light;
		}
	}, hour);
}

/** The demo's school begins in English; a lead makes it a Welsh one. */
async function speakWelsh(staff: StaffPage, lead: Credentials): Promise<void> {
	await staff.signIn(lead);
	await staff.office.setSchoolLanguage('cy');
	await staff.page.context().close();
}

function renewDocs(): void {
	mkdirSync(DOCS, { recursive: true });
	const pngquant = debianProgram('/usr/bin/pngquant', 'pngquant');
	if (!pngquant) console.log('Without pngquant the pictures stay as large as they were taken.');
	for (const [name, shown] of Object.entries(CHOSEN)) {
		const picture = join(SCREENS, `${name}.png`);
		if (!existsSync(picture)) {
			console.log(`docs/screens/${shown}.png is as it was: ${name} was not taken.`);
			continue;
		}
		copyFileSync(picture, join(DOCS, `${shown}.png`));
		if (pngquant) makeSmaller(pngquant, join(DOCS, `${shown}.png`));
		console.log(`docs/screens/${shown}.png`);
	}
}

/** To a palette that the eye does not tell from the picture; left as it is where that gains nothing. */
function makeSmaller(pngquant: string, picture: string): void {
	const options = ['--force', '--skip-if-larger', '--strip', '--quality=85-100'];
	spawnSync(pngquant, [...options, '--output', picture, picture], { stdio: 'ignore' });
}
