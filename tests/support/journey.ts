// What journeys share: the built app with the demo's school in it, and a tablet of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, test as base, type BrowserContext } from '@playwright/test';
import { AppServer } from './app-server';
import { launchOptions } from './browser';
import { KioskPage } from './kiosk-page';
import { makeSchoolTemplate, type SchoolFixture, type SchoolTemplate } from './school-fixture';
import { StaffPage } from './staff-page';

export { expect } from '@playwright/test';

/**
 * Chromium with its own folder, as a tablet has, for what outlives a browser or needs flags of its own. It
 * takes a second to start; a context of the browser that is there keeps its storage in memory.
 */
export async function openTablet(
	profile: string,
	extra: {
		args?: string[];
		home?: string;
	} = {}
): Promise<BrowserContext> {
	const { args = [], ...options } = launchOptions();
	const environment = Object.entries({ ...process.env, HOME: extra.home ?? process.env['HOME'] });
	return chromium.launchPersistentContext(profile, {
		...options,
		args: [...args, ...(extra.args ?? [])],
		env: Object.fromEntries(environment.map(([name, value]) => [name, value ?? ''])),
		viewport: { width: 1280, height: 800 },
		locale: 'en-GB',
		timezoneId: 'Europe/London'
	});
}

export const pageOf = async (context: BrowserContext) =>
	context.pages()[0] ?? (await context.newPage());

interface Journey {
	server: AppServer;
	/** In the server's data, which is running. */
	school: SchoolFixture;
	/** A folder that is gone after the test. */
	folder: string;
	/** Not paired yet. */
	kiosk: KioskPage;
	/** Paired with the class of the school's `child`, its worker installed unless workers are blocked. */
	pairedKiosk: KioskPage;
	/** In a browser context of its own, not signed in. */
	staff: StaffPage;
}

export const test = base.extend<Journey, { schoolTemplate: SchoolTemplate }>({
	// Playwright wants this shape where a fixture uses no other.
	server: async ({}, use) => {
		const server = await AppServer.prepare();
		await use(server);
		await server.remove();
	},
	schoolTemplate: [
		async ({}, use) => {
			const template = await makeSchoolTemplate();
			await use(template);
			await template.remove();
		},
		{ scope: 'worker' }
	],
	school: async ({ server, schoolTemplate }, use) => {
		const school = await schoolTemplate.copyTo(server);
		await server.start();
		await use(school);
		await school.close();
	},
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'cwtch-journey-'));
		await use(folder);
		rmSync(folder, { recursive: true, force: true });
	},
	kiosk: async ({ browser, server }, use) => {
		const tablet = await browser.newContext();
		await use(new KioskPage(await tablet.newPage(), server));
		await tablet.close();
	},
	pairedKiosk: async ({ kiosk, school, serviceWorkers }, use) => {
		await kiosk.pair(await school.pairingCode());
		if (serviceWorkers !== 'block') await kiosk.installed();
		await use(kiosk);
	},
	staff: async ({ browser, server }, use) => {
		const context = await browser.newContext();
		await use(new StaffPage(await context.newPage(), server));
		await context.close();
	}
});
