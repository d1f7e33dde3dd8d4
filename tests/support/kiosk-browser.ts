// A tablet: a Chromium of ours with Playwright at it, that can be slowed down like one that is old.
import {
	chromium,
	expect,
	type Browser,
	type BrowserContext,
	type CDPSession,
	type Page
} from '@playwright/test';
import { ChromiumProcess, type ChromiumOptions } from './chromium-process';

/** A slowed tablet takes its time. */
const WORKER_COMES_MS = 60_000;

export class KioskBrowser {
	readonly #process: ChromiumProcess;
	readonly #browser: Browser;

	private constructor(process: ChromiumProcess, browser: Browser) {
		this.#process = process;
		this.#browser = browser;
	}

	static async open(options: ChromiumOptions = {}): Promise<KioskBrowser> {
		const process = await ChromiumProcess.start(options);
		return new KioskBrowser(process, await chromium.connectOverCDP(process.endpoint));
	}

	get profile(): string {
		return this.#process.profile;
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

	/** What is asked of the whole browser. */
	browserSession(): Promise<CDPSession> {
		return this.#browser.newBrowserCDPSession();
	}

	/** Ends all its processes at once, as a flat battery would. The profile stays. */
	async kill(): Promise<void> {
		await this.#process.kill();
		await this.#browser.close().catch(() => undefined);
	}

	/** Ends it as a person would, so that everything is on the disk. */
	async close(): Promise<void> {
		const session = await this.#browser.newBrowserCDPSession();
		const gone = this.#process.gone();
		await session.send('Browser.close').catch(() => undefined);
		await gone;
		await this.#browser.close().catch(() => undefined);
	}

	/** Ends it and removes the profile, if it was made for it. */
	async remove(): Promise<void> {
		await this.kill();
		this.#process.removeProfile();
	}
}

/** Installed: the worker is in charge, and the shell that it keeps is whole. */
export async function waitForWorker(page: Page, scope: string): Promise<void> {
	const state = () =>
		page.evaluate(
			async (path) =>
				(await navigator.serviceWorker.getRegistration(path))?.active?.state ?? 'none',
			scope
		);
	await expect.poll(state, { timeout: WORKER_COMES_MS }).toBe('activated');
}
