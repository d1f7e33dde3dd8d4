// Chromium on a profile of its own that outlives it, started as a process of ours, so that it can be killed
// like a tablet whose battery ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export interface ChromiumOptions {
	/** A profile folder that is kept; made and removed with the browser when not given. */
	profile?: string;
	/** A program to run Chromium under, for example strace with its arguments. */
	under?: string[];
	/** Flags of its own, beside the usual ones. */
	flags?: string[];
}

export class ChromiumProcess {
	readonly profile: string;
	/** Where its DevTools listen, `ws://…`. */
	readonly endpoint: string;
	readonly #ownsProfile: boolean;
	readonly #process: ChildProcess;

	private constructor(
		profile: string,
		ownsProfile: boolean,
		process: ChildProcess,
		endpoint: string
	) {
		this.profile = profile;
		this.#ownsProfile = ownsProfile;
		this.#process = process;
		this.endpoint = endpoint;
	}

	static async start(options: ChromiumOptions = {}): Promise<ChromiumProcess> {
		const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'cwtch-tablet-'));
		const { executablePath = 'chromium', args = [] } = launchOptions();
		const chrome = endsWithUs([
			executablePath,
			...args,
			`--user-data-dir=${profile}`,
			...FLAGS,
			...(options.flags ?? [])
		]);
		const { under = [] } = options;
		// Each by itself: what strace runs does not end with it.
		const [program, ...rest] = under.length > 0 ? endsWithUs([...under, ...chrome]) : chrome;
		// A process group of its own, so that all its processes can be ended at once.
		const child = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
		const endpoint = await devToolsAddress(child);
		return new ChromiumProcess(profile, options.profile === undefined, child, endpoint);
	}

	/** Ends all its processes at once, as a flat battery would. The profile stays. */
	async kill(): Promise<void> {
		const { pid } = this.#process;
		if (pid === undefined || this.#process.exitCode !== null || this.#process.signalCode !== null)
			return;
		const gone = this.gone();
		process.kill(-pid, 'SIGKILL');
		await gone;
	}

	/** Resolves when its first process ends. */
	gone(): Promise<void> {
		return new Promise((resolve) => this.#process.once('exit', () => resolve()));
	}

	/** Removes the profile of what has ended, if it was made for it. */
	removeProfile(): void {
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
