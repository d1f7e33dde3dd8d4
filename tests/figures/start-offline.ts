// How soon a tablet that was just woken, with no network, answers a child's tap.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppServer } from '../support/app-server';
import { median, rounded, type Figure } from '../support/figure';
import { waitForWorker, type KioskBrowser } from '../support/kiosk-browser';
import { BarePage } from './references/bare-page';
import { answeredAfter, watchStart, type StartWatch } from './support/in-page-clock';
import { InstalledKiosk } from './support/installed-kiosk';
import { UnwatchedBrowser, type UnwatchedPage } from './support/unwatched-browser';

const SLOW_DOWNS = [1, 4, 6];
const MOST_OF_BARE = 2.3;

export const figure: Figure = {
	name: 'start-offline',
	promise: 'With the server gone, a kiosk answers the first tap nearly as soon as a page can.',
	unit: 'ms from navigation until the answer to the first tap is painted, medians; times the bare page',
	target: `at most ${MOST_OF_BARE} times a bare page with one button, at each slow-down of the processor`,
	tries: 15,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'cwtch' });
		const bare = await BarePage.serve();
		try {
			await installBare(kiosk.tablet, bare.origin);
			await bare.stop();
			await kiosk.server.kill();
			await kiosk.tablet.close();
			const browser = await UnwatchedBrowser.open(kiosk.tablet.profile);
			try {
				return await compare(browser, kiosk.server, bare.origin, tries, say);
			} finally {
				await browser.kill();
			}
		} finally {
			await kiosk.remove();
			await bare.stop().catch(() => undefined);
		}
	}
};

async function installBare(tablet: KioskBrowser, origin: string): Promise<void> {
	const page = await tablet.page();
	await page.goto(origin);
	await waitForWorker(page, '/');
	await writtenDown(tablet, origin);
	await page.close();
}

/** A browser writes down a moment later that a page has a worker, and forgets it when it ends before that. */
async function writtenDown({ profile }: KioskBrowser, origin: string): Promise<void> {
	const folder = join(profile, 'Default/Service Worker/Database');
	const isThere = () =>
		readdirSync(folder).some((file) => readFileSync(join(folder, file)).includes(origin));
	await expect.poll(isThere, { timeout: 10_000 }).toBe(true);
}

async function compare(
	browser: UnwatchedBrowser,
	server: AppServer,
	bareOrigin: string,
	tries: number,
	say: (progress: string) => void
) {
	const ours = {
		url: `${server.origin}/kiosk`,
		button: '.rest .begin',
		answer: '.frame main button'
	};
	const bare = { url: bareOrigin, button: '#start', answer: '#started' };
	const measured: Record<string, number> = {};
	let worst = 0;
	for (const slowDown of SLOW_DOWNS) {
		const times = { ours: [] as number[], bare: [] as number[] };
		// One tab each for all tries: a tab that closes takes the slow-down from others in its process.
		const barePage = await watchedPage(browser, bare, slowDown);
		const oursPage = await watchedPage(browser, ours, slowDown);
		// One more of each, not counted: the first start after a change is never like the others.
		for (let done = -1; done < tries; done += 1) {
			const bareMs = await timeToAnswer(barePage, bare.url);
			const oursMs = await timeToAnswer(oursPage, ours.url);
			if (done < 0) continue;
			times.bare.push(bareMs);
			times.ours.push(oursMs);
		}
		await barePage.close();
		await oursPage.close();
		const ratio = median(times.ours) / median(times.bare);
		measured[`bareMs${slowDown}x`] = rounded(median(times.bare));
		measured[`oursMs${slowDown}x`] = rounded(median(times.ours));
		measured[`ratio${slowDown}x`] = rounded(ratio);
		worst = Math.max(worst, ratio);
		say(
			`${slowDown}x: ${measured[`oursMs${slowDown}x`]} beside ${measured[`bareMs${slowDown}x`]} ms`
		);
	}
	return { measured, tries: tries * SLOW_DOWNS.length, holds: worst <= MOST_OF_BARE };
}

async function watchedPage(
	browser: UnwatchedBrowser,
	{ button, answer }: StartWatch,
	slowDown: number
): Promise<UnwatchedPage> {
	const page = await browser.page();
	await page.slowDown(slowDown);
	await page.atStart(watchStart, { button, answer });
	return page;
}

async function timeToAnswer(page: UnwatchedPage, url: string): Promise<number> {
	await page.navigate('about:blank');
	await page.toFront();
	await page.stopWorkers();
	await page.navigate(url);
	return answeredAfter(page);
}
