import type { Handle } from '@sveltejs/kit';

export const handle: Handle = ({ event, resolve }) => {
	event.locals.language = event.cookies.get('language') === 'cy' ? 'cy' : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language)
	});
};
