// A tablet: Chromium on a profile of its own that outlives it, started as a process of ours, so that it can
// be killed like a tablet whose battery ends, and slowed down like one that is old.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from './browser';
import { endsWithUs } from './ends-with-us';

/** What Playwright gives its own browsers too, so that a page in the background is not slowed down. */
const FLAGS = [
	'--headless=new',
	'--remote-debugging-port=0',
	'--disable-background-timer-throttling',
	'--disable-backgrounding-occluded-windows',
	'--disable-renderer-backgrounding',
	'--no-default-browser-check',
	'--disable-extensions',
	'--disable-default-apps',
	'--password-store=basic',
	'--mute-audio',
	'--lang=en-GB',
	'--window-size=1280,800',
	'about:blank'
];
const START_TIMEOUT_MS = 60_000;

export interface KioskBrowserOptions {
	/** A profile folder that is kept; made and removed with the browser when not given. */
	profile?: string;
	/** A program to run Chromium under, for example strace with its arguments. */
	under?: string[];
}

export class KioskBrowser {
	readonly profile: string;
	readonly #ownsProfile: boolean;
	readonly #process: ChildProcess;
	readonly #browser: Browser;

	private constructor(
		profile: string,
		ownsProfile: boolean,
		process: ChildProcess,
		browser: Browser
	) {
		this.profile = profile;
		this.#ownsProfile = ownsProfile;
		this.#process = process;
		this.#browser = browser;
	}

	static async open(options: KioskBrowserOptions = {}): Promise<KioskBrowser> {
		const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'cwtch-tablet-'));
		const { executablePath = 'chromium', args = [] } = launchOptions();
		const chrome = endsWithUs([executablePath, ...args, `--user-data-dir=${profile}`, ...FLAGS]);
		const { under = [] } = options;
		// Each by itself: what strace runs does not end with it.
		const [program, ...rest] = under.length > 0 ? endsWithUs([...under, ...chrome]) : chrome;
		// A process group of its own, so that all its processes can be ended at once.
		const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
		const endpoint = await devToolsAddress(child);
		const browser = await chromium.connectOverCDP(endpoint);
		return new KioskBrowser(profile, options.profile === undefined, child, browser);
	}

	get context(): BrowserContext {
		const [context] = this.#browser.contexts();
		if (!context) throw new Error('The browser has no context.');
		return context;
	}

	/** A new tab. `slowDown` 4 makes its processor a quarter as fast. */
	async page(slowDown = 1): Promise<Page> {
		const page = await this.context.newPage();
		await page.setViewportSize({ width: 1280, height: 800 });
		if (slowDown > 1) {
			const session = await this.context.newCDPSession(page);
			await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
		}
		return page;
	}

	/** Ends all its processes at once, as a flat battery would. The profile stays. */
	async kill(): Promise<void> {
		const { pid } = this.#process;
		if (pid === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null)
			return;
		const gone = new Promise((resolve) => this.#process.once('exit', resolve));
		process.kill(-pid, 'SIGKILL');
		await gone;
		await this.#browser.close().catch(() => undefined);
	}

	/** Ends it as a person would, so that everything is on the disk. */
	async close(): Promise<void> {
		const session = await this.#browser.newBrowserCDPSession();
		const gone = new Promise((resolve) => this.#process.once('exit', resolve));
		await session.send('Browser.close').catch(() => undefined);
		await gone;
		await this.#browser.close().catch(() => undefined);
	}

	/** Ends it and removes the profile, if it was made for it. */
	async remove(): Promise<void> {
		await this.kill();
		if (this.#ownsProfile) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Chromium prints where it listens. */
function devToolsAddress(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let printed = '';
		const timer = setTimeout(
			() => reject(new Error(`Chromium did not start in ${START_TIMEOUT_MS} ms:\n${printed}`)),
			START_TIMEOUT_MS
		);
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`Chromium ended (${code}):\n${printed}`)));
		child.stderr?.setEncoding('utf8').on('data', (text: string) => {
			printed += text;
			const [, address] = /DevTools listening on (ws:\S+)/.exec(printed) ?? [];
			if (!address) return;
			clearTimeout(timer);
			printed = '';
			resolve(address);
		});
	});
}

/** Installed: the worker is in charge, and the shell that it keeps is whole. */
export async function waitForWorker(page: Page, scope: string): Promise<void> {
	await page.waitForFunction(
		async (path) =>
			(await navigator.serviceWorker.getRegistration(path))?.active?.state === 'activated',
		scope
	);
}

/** Ends idle workers, so that each start starts the worker too, as on a tablet in the morning. */
export async function stopWorkers(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const running = new Map<string, string>();
	let look: () => void = () => undefined;
	session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
		for (const { versionId, runningStatus } of versions) running.set(versionId, runningStatus);
		look();
	});
	await session.send('ServiceWorker.enable');
	await session.send('ServiceWorker.stopAllWorkers');
	// A navigation while one is still stopping would pass it by.
	await new Promise<void>((stopped) => {
		look = () => {
			if ([...running.values()].every((status) => status === 'stopped')) stopped();
		};
		look();
	});
	await session.detach();
}
