import { error, json, redirect, type RequestEvent } from '@sveltejs/kit';
import type { StaffRole } from '$lib/domain/school';
import type { StaffSession } from './staff-session';

export type { StaffSession };

/** What anybody may open without being signed in. */
const OPEN_PATHS = ['/staff/sign-in', '/staff/sign-out', '/staff/language'];
const OPEN_PREFIXES = ['/staff/invitation/'];

export const isStaffPath = (path: string): boolean =>
	path === '/staff' || path.startsWith('/staff/');

/** The rule for the whole `/staff` prefix: everything needs a session but what is listed above. */
export const needsStaffSession = (path: string): boolean =>
	isStaffPath(path) &&
	!OPEN_PATHS.includes(path) &&
	!OPEN_PREFIXES.some((prefix) => path.startsWith(prefix));

/**
 * Pages send people to sign in and bring them back; anything else is told 401 as JSON.
 * Throws a redirect; returns the answer for what is not a page.
 */
export function answerSignedOut(event: RequestEvent): Response {
	if (!wantsPage(event)) {
		return json({ error: 'signed-out' }, { status: 401 });
	}
	const here = event.url.pathname + event.url.search;
	const back = event.request.method === 'GET' && here !== '/staff' ? here : null;
	redirect(303, `/staff/sign-in${back ? `?back=${encodeURIComponent(back)}` : ''}`);
}

function wantsPage(event: RequestEvent): boolean {
	return (
		event.isDataRequest ||
		event.request.headers.get('x-sveltekit-action') === 'true' ||
		(event.request.headers.get('accept') ?? '').includes('text/html')
	);
}

/** Where to go after signing in: only ever a staff page of ours. */
export function pageToReturnTo(back: string | null): string {
	if (!back) return '/staff';
	const url = URL.canParse(back, 'http://here.invalid')
		? new URL(back, 'http://here.invalid')
		: null;
	if (!url || url.host !== 'here.invalid' || !needsStaffSession(url.pathname)) return '/staff';
	return url.pathname + url.search;
}

/**
 * The guard on the first line of every staff load, action and endpoint.
 * @param roles who may; without it every staff member.
 * Throws a redirect to sign-in for pages, 401 for anything else, and 403 for another role.
 */
export function requireStaff(event: RequestEvent, roles?: readonly StaffRole[]): StaffSession {
	const { staff } = event.locals;
	if (!staff) {
		answerSignedOut(event);
		error(401, { message: 'signed-out' });
	}
	if (roles && !roles.includes(staff.role)) error(403, { message: 'another-role' });
	return staff;
}
