import { dev } from '$app/environment';
import { kioskStartScripts } from '$lib/server/kiosks/start-script';
import type { PageServerLoad } from './$types';

/** The kiosk has a start of its own: a page of kit's with its router takes an old tablet twice as long. */
export const csr = false;

/** As Vite serves them. */
const MODULES = { early: '/src/lib/kiosk/early.ts', start: '/src/lib/kiosk/start.ts' };

export const load: PageServerLoad = ({ locals, setHeaders }) => {
	// Only the service worker keeps this page; no cache of the browser, and no page to go back to.
	setHeaders({ 'cache-control': 'no-store' });
	return { language: locals.language, scripts: dev ? MODULES : kioskStartScripts() };
};
