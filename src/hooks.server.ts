// What holds for every request: its language, who is signed in, what the browser may do with the answer.
import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { crossing } from '$lib/server/crossing/running';
import { startDueWork } from '$lib/server/due-work';
import { stopLive } from '$lib/server/live/announce';
import { server } from '$lib/server/running';
import { printSetUpLink } from '$lib/server/set-up/set-up-link';
import {
	answerSignedOut,
	isStaffPath,
	needsStaffSession
} from '$lib/server/staff-sessions/require-staff';
import { staffSession } from '$lib/server/staff-sessions/staff-session';

export const init: ServerInit = async () => {
	if (building) return;
	const running = await server();
	await printSetUpLink(running, (line) => process.stdout.write(line));
	// Opens what a crash left unopened.
	const { opener } = await crossing();
	const dueWork = startDueWork(running);
	process.once('sveltekit:shutdown', async () => {
		await dueWork.stop();
		await opener.stop();
		await stopLive(running);
		await running.close();
	});
};

const language: Handle = ({ event, resolve }) => {
	event.locals.language = event.cookies.get('language') === 'cy' ? 'cy' : 'en';
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.language)
	});
};

const HEADERS = {
	// Not `no-referrer`: a form sent without script would carry `Origin: null` and be refused as foreign.
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'geolocation=(), payment=(), usb=(), browsing-topics=()'
};

/** What is shown to one person, or holds a one-time code, stays in no cache. */
const NEVER_STORED = /^\/(staff|setup|crossing)(\/|$)/;

const headers: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(HEADERS)) {
		if (!response.headers.has(name)) response.headers.set(name, value);
	}
	if (NEVER_STORED.test(event.url.pathname)) response.headers.set('cache-control', 'no-store');
	return response;
};

const signedIn: Handle = async ({ event, resolve }) => {
	event.locals.staff = isStaffPath(event.url.pathname)
		? await staffSession(await server(), event.request.headers.get('cookie'))
		: null;
	if (needsStaffSession(event.url.pathname) && !event.locals.staff) return answerSignedOut(event);
	return resolve(event);
};

/** A body that is no form is a mistake of the sender, not of ours: 400 instead of 500. */
const readableForms: Handle = ({ event, resolve }) => {
	const { request } = event;
	const read = request.formData.bind(request);
	request.formData = () =>
		read().catch((reason: unknown) => {
			if (reason instanceof TypeError) error(400, { message: 'no-form' });
			throw reason;
		});
	return resolve(event);
};

export const handle = sequence(language, headers, readableForms, signedIn);

/** People get a number, the log the cause under the same number. */
export const handleError: HandleServerError = async ({ error: cause, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	if (status === 413) return { message: 'too-large' };
	// Sent to the wrong door or in the wrong wrapping: no fault of ours that anybody must look for.
	if (status < 500) return { message: 'not-accepted' };
	const id = crypto.randomUUID().slice(0, 8);
	const { log } = await server();
	// Not the whole error: a database's own may quote the values that it was given.
	const { name, message, stack } = cause instanceof Error ? cause : new Error(String(cause));
	log.error({ id, status, route: event.route.id, name, message, stack }, 'a request failed');
	return { message: 'failed', id };
};
