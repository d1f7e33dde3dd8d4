import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, setHeaders }) => {
	// Only the service worker keeps this page; no cache of the browser, and no page to go back to.
	setHeaders({ 'cache-control': 'no-store' });
	return { language: locals.language };
};
