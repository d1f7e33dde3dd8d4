// WebKitGTK over WebDriver, on a screen that nobody sees.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/postgres';
import {
	fingerActions,
	keyActions,
	scriptText,
	valueIn,
	type EnginePage,
	type Point
} from './engine-page';
import { VIRTUAL_SCREEN, WEBKIT_DRIVER } from './needed-programs';
import { StartedProgram } from './started-program';

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const WINDOW = { x: 0, y: 0, width: 1280, height: 900 };

interface Session {
	sessionId: string;
	capabilities: { browserVersion: string };
}

export class WebKit implements EnginePage {
	about = { name: 'WebKitGTK', version: '' };
	#session = '';

	private constructor(
		private readonly screen: StartedProgram,
		private readonly driver: StartedProgram,
		private readonly home: string,
		private readonly origin: string
	) {}

	static async open(): Promise<WebKit> {
		const home = mkdtempSync(join(tmpdir(), 'cwtch-webkit-'));
		const screen = StartedProgram.start([
			...[VIRTUAL_SCREEN, '-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp']
		]);
		const display = await screen.printed(/^(\d+)$/m);
		const port = await freePort();
		const driver = StartedProgram.start([WEBKIT_DRIVER, '-p', String(port)], {
			DISPLAY: `:${display}`,
			HOME: home,
			GDK_BACKEND: 'x11'
		});
		const webkit = new WebKit(screen, driver, home, `http://127.0.0.1:${port}`);
		await driver.answers(`${webkit.origin}/status`);
		await webkit.#begin();
		return webkit;
	}

	async goto(url: string): Promise<void> {
		await this.#send('POST', '/url', { url });
	}

	async evaluate<Result, Argument>(
		script: (argument: Argument) => Result | Promise<Result>,
		argument: Argument
	): Promise<Result> {
		const text = `const told = arguments[0]; ${scriptText(script, argument)}.then(told);`;
		return valueIn(
			String(await this.#send('POST', '/execute/async', { script: text, args: [] }))
		) as Result;
	}

	async touch(points: readonly Point[]): Promise<void> {
		// Its driver knows no finger.
		await this.#send('POST', '/actions', { actions: fingerActions('mouse', points) });
	}

	async type(text: string): Promise<void> {
		await this.#send('POST', '/actions', { actions: keyActions(text) });
	}

	async close(): Promise<void> {
		await this.#send('DELETE', '').catch(() => undefined);
		await this.driver.end();
		await this.screen.end();
		rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
	}

	async #begin(): Promise<void> {
		const options = { binary: MINI_BROWSER, args: ['--automation'] };
		const { sessionId, capabilities } = (await this.#ask('POST', '/session', {
			capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } }
		})) as Session;
		this.#session = `/session/${sessionId}`;
		this.about = { name: 'WebKitGTK', version: capabilities.browserVersion };
		await this.#send('POST', '/window/rect', WINDOW);
	}

	#send(method: string, path: string, body?: object): Promise<unknown> {
		return this.#ask(method, this.#session + path, body);
	}

	async #ask(method: string, path: string, body?: object): Promise<unknown> {
		const answer = await fetch(this.origin + path, {
			method,
			...(body ? { body: JSON.stringify(body) } : {})
		});
		const { value } = (await answer.json()) as { value: unknown };
		if (!answer.ok) {
			const { error, message } = value as { error: string; message: string };
			throw new Error(`${method} ${path}: ${error}. ${message}`);
		}
		return value;
	}
}
