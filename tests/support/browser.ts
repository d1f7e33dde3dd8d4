// Finds a browser, or gets one, and says clearly what to do when there is none.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type LaunchOptions } from '@playwright/test';

const INSTALLED = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/** The browser's own interface, which nobody sees here and which each window would load in two processes. */
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright 1.65 switches off: of two such flags the browser takes the last. */
const OFF_IN_PLAYWRIGHT = [
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsUpgrades',
	'HttpsFirstBalancedModeAutoEnable',
	'LensOverlay',
	'MediaRouter',
	'PaintHolding',
	'ThirdPartyStoragePartitioning',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'OptimizationHints',
	'NetworkTimeServiceQuerying',
	'AimEnabled',
	'PreconnectToSearch'
];

/** Quiet: no look-ups of the browser's own, which fail loudly on a closed network. */
export const BROWSER_FLAGS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	`--disable-features=${[...OFF_IN_PLAYWRIGHT, ...UNSEEN].join(',')}`
];

const isRoot = process.getuid?.() === 0;

/** In this order: CWTCH_BROWSER, an installed one, Playwright's own, and last apt when root. */
export function findBrowser(): string {
	const named = process.env['CWTCH_BROWSER'];
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CWTCH_BROWSER names ${named}, and there is no such file.`);
	}
	const installed = [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
	if (installed) return installed;
	const fetched = fetchPlaywrights() ?? installFromDebian();
	if (fetched) return fetched;
	throw new Error(
		'No browser was found, and none could be installed. Install Chromium or Chrome, or set CWTCH_BROWSER to the program (on Debian: sudo apt-get install chromium).'
	);
}

function fetchPlaywrights(): string | null {
	try {
		execFileSync('npx', ['playwright', 'install', 'chromium'], {
			stdio: 'ignore',
			timeout: 120_000
		});
	} catch {
		return null;
	}
	return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

function installFromDebian(): string | null {
	return aptInstall('chromium') && existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}

/** Installs a Debian package when that is possible here; says whether it is there now. */
export function aptInstall(...packages: string[]): boolean {
	if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
	const options = {
		stdio: 'ignore' as const,
		timeout: 600_000,
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	};
	try {
		execFileSync('apt-get', ['update'], options);
		execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
		return true;
	} catch {
		return false;
	}
}

/** A program from Debian, installed if need be; `null` where it cannot be had. */
export function debianProgram(path: string, packageName: string): string | null {
	if (existsSync(path)) return path;
	return aptInstall(packageName) && existsSync(path) ? path : null;
}

export const launchOptions = (): LaunchOptions => ({
	executablePath: findBrowser(),
	args: isRoot ? [...BROWSER_FLAGS, '--no-sandbox'] : BROWSER_FLAGS
});
