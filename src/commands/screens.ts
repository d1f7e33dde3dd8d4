// `npm run screens`: a picture of every screen, at every size, in both languages, into screens/.
// `-- --docs` also renews the chosen few in docs/screens/.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Language } from '$lib/i18n/translator';
import { AppServer } from '../../tests/support/app-server';
import { debianProgram, launchOptions } from '../../tests/support/browser';
import { KioskPage } from '../../tests/support/kiosk-page';
import { makeSchool, type SchoolFixture } from '../../tests/support/school-fixture';
import {
	tourOfAnswer,
	tourOfClassKiosk,
	tourOfCwtchKiosk,
	tourOfStaff,
	type Look
} from '../../tests/support/screen-tour';
import { StaffPage } from '../../tests/support/staff-page';

const ROOT = resolve(import.meta.dirname, '../..');
const SCREENS = join(ROOT, 'screens');
const DOCS = join(ROOT, 'docs/screens');
const HELP = `npm run screens              every screen, size and language, into screens/
npm run screens -- --docs    and renews docs/screens/ with the chosen few
npm run screens -- --only=en,1280x800   only that language or those sizes
npm run screens -- --built   of the app as it was last built, without building it first`;

const LANGUAGES: Language[] = ['en', 'cy'];
const KIOSK_SIZES = ['1280x800', '800x1280', '1920x1080'];
const STAFF_SIZES = ['390x844', '1440x900'];

/** What README and docs show, by the name it has there. */
const CHOSEN: Record<string, string> = {
	'kiosk-rest-1280x800-en': 'rest',
	'kiosk-feelings-1280x800-en': 'feelings',
	'kiosk-offer-1280x800-cy': 'offer-cy',
	'kiosk-for-me-answered-1280x800-en': 'for-me',
	'kiosk-places-800x1280-cy': 'places-cy',
	'kiosk-calm-1280x800-en': 'calm',
	'staff-inbox-390x844-en': 'inbox-phone',
	'staff-answer-390x844-cy': 'answer-phone-cy',
	'staff-request-1440x900-en': 'request'
};

interface Wanted {
	language: Language;
	size: string;
}

const wantedOf = (sizes: string[], only: string[]): Wanted[] =>
	LANGUAGES.flatMap((language) => sizes.map((size) => ({ language, size }))).filter(
		({ language, size }) =>
			(!only.some((one) => LANGUAGES.includes(one as Language)) || only.includes(language)) &&
			(!only.some((one) => /^\d+x\d+$/.test(one)) || only.includes(size))
	);

const viewportOf = (size: string) => {
	const [width = 0, height = 0] = size.split('x').map(Number);
	return { width, height };
};

export async function main(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		console.log(HELP);
		return 0;
	}
	if (!args.includes('--built')) build();
	const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
	const wanted = only?.split(',') ?? [];
	mkdirSync(SCREENS, { recursive: true });
	const pictures: string[] = [];
	const take = async (side: 'kiosk' | 'staff', { language, size }: Wanted) =>
		picturesOf(side, language, size, (name) => pictures.push(name));
	for (const each of wantedOf(KIOSK_SIZES, wanted)) await take('kiosk', each);
	for (const each of wantedOf(STAFF_SIZES, wanted)) await take('staff', each);
	for (const name of pictures) console.log(relative(ROOT, join(SCREENS, `${name}.png`)));
	console.log(`\n${pictures.length} pictures.`);
	if (args.includes('--docs')) renewDocs();
	return 0;
}

function build(): void {
	console.log('Building …');
	const built = spawnSync('npx', ['vite', 'build', '--logLevel', 'error'], {
		cwd: ROOT,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (built.status !== 0) throw new Error('The build failed; see above.');
}

/** One size and language of one side, in a school and a browser of its own. */
async function picturesOf(
	side: 'kiosk' | 'staff',
	language: Language,
	size: string,
	taken: (name: string) => void
): Promise<void> {
	const server = await AppServer.prepare();
	const school = await makeSchool(server);
	await server.start();
	const browser = await chromium.launch(launchOptions());
	const open = async (screen: { width: number; height: number }) => {
		const context = await browser.newContext({
			viewport: screen,
			locale: 'en-GB',
			timezoneId: 'Europe/London',
			// Pictures of something that moves would differ each time.
			reducedMotion: 'reduce'
		});
		await context.addCookies([{ name: 'language', value: language, url: server.origin }]);
		return context.newPage();
	};
	const look: Look = async (screen, page) => {
		const name = `${side}-${screen}-${size}-${language}`;
		await page.evaluate(() => document.fonts.ready.then(() => undefined));
		await page.screenshot({
			path: join(SCREENS, `${name}.png`),
			fullPage: screen.startsWith('office')
		});
		taken(name);
	};
	const kiosk = (page: Awaited<ReturnType<typeof open>>) =>
		new KioskPage(page, { origin: server.origin, language });
	try {
		if (language === 'cy') await speakWelsh(await open(viewportOf('1280x800')), server, school);
		if (side === 'kiosk') {
			const classKiosk = kiosk(await open(viewportOf(size)));
			await tourOfClassKiosk(classKiosk, school, look);
			const page = await open(viewportOf('1440x900'));
			const staff = new StaffPage(page, { origin: server.origin, language });
			await tourOfAnswer(classKiosk, staff, school, look);
			await tourOfCwtchKiosk(kiosk(await open(viewportOf(size))), school, look);
		} else {
			// Somebody must have asked.
			const unseen: Look = async () => undefined;
			await tourOfClassKiosk(kiosk(await open(viewportOf('1280x800'))), school, unseen);
			const page = await open(viewportOf(size));
			await tourOfStaff(new StaffPage(page, { origin: server.origin, language }), school, look);
		}
	} finally {
		await browser.close();
		await school.close();
		await server.remove();
	}
}

/** The demo's school begins in English; a lead makes it a Welsh one. */
async function speakWelsh(
	page: ConstructorParameters<typeof StaffPage>[0],
	server: AppServer,
	school: SchoolFixture
): Promise<void> {
	const staff = new StaffPage(page, { origin: server.origin, language: 'cy' });
	await staff.signIn(school.lead);
	await staff.setSchoolLanguage('cy');
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
