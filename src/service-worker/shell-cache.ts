// The shell of the kiosk, kept whole per version, so that a tablet starts with no network at all.
import { files, version } from '$service-worker';
import { isCalmFile, isKeptFile } from './kept-files';

const CACHE = `kiosk-${version}`;
const PAGE = '/kiosk';
/** Written by .config/kiosk-shell.ts at build. */
const SHELL_LIST = '/_app/kiosk-shell.json';

/** Paths of built files, as .config/kiosk-shell.ts lists them. */
interface ShellList {
	shell: string[];
	later: string[];
}

async function shellList(): Promise<ShellList> {
	const response = await fetch(SHELL_LIST, { cache: 'no-store' });
	if (!response.ok) throw new Error('The list of the kiosk’s files could not be had.');
	return (await response.json()) as ShellList;
}

/** All or nothing: a shell with a hole in it is not used, and the old one stays. */
export async function keepShell(): Promise<void> {
	const cache = await caches.open(CACHE);
	const { shell } = await shellList();
	await cache.addAll([
		...shell.map((file) => `/${file}`),
		...files.filter(isKeptFile),
		new Request(PAGE, { credentials: 'omit', cache: 'no-store' })
	]);
}

/**
 * The calm space and other fonts, once the shell is there: they are as large as all the rest, and asking for
 * a grown-up must not wait for them, on a slow network neither. So one after the other, and what cannot be had
 * now is asked for the next time.
 */
export async function keepLater(): Promise<void> {
	const cache = await caches.open(CACHE);
	const { later } = await shellList();
	const wanted = [...later.map((file) => `/${file}`), ...files.filter(isCalmFile)];
	const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	for (const path of wanted) {
		if (kept.has(path)) continue;
		await cache.add(new Request(path, { priority: 'low' })).catch(() => undefined);
	}
}

/** Chromium's static routes; others have none yet and ask the worker for each file. */
interface InstallEventWithRoutes extends ExtendableEvent {
	addRoutes?(
		routes: {
			condition: { urlPattern: string; requestMode?: RequestMode };
			source: { cacheName: string };
		}[]
	): Promise<void>;
}

/**
 * While the worker is installed: the browser itself answers from the kept shell where it can, and need not
 * start the worker first, which on a slow tablet takes as long as the page.
 */
export async function answerWithoutWorker(event: ExtendableEvent): Promise<void> {
	const source = { cacheName: CACHE };
	await (event as InstallEventWithRoutes).addRoutes?.([
		{ condition: { urlPattern: PAGE, requestMode: 'navigate' }, source },
		{ condition: { urlPattern: '/_app/immutable/*' }, source }
	]);
}

export async function forgetOldShells(): Promise<void> {
	for (const name of await caches.keys()) {
		if (name.startsWith('kiosk-') && name !== CACHE) await caches.delete(name);
	}
}

/** The kept file, or `null` for what always goes to the network. */
export function answerFromShell(request: Request): Promise<Response> | null {
	if (request.method !== 'GET') return null;
	const { origin, pathname } = new URL(request.url);
	if (origin !== location.origin || pathname.startsWith('/crossing/')) return null;
	const kept = request.mode === 'navigate' && pathname === PAGE ? PAGE : pathname;
	return caches
		.open(CACHE)
		.then((cache) => cache.match(kept))
		.then((found) => found ?? fetch(request));
}
