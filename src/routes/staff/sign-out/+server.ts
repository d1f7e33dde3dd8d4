import { redirect } from '@sveltejs/kit';
import { server } from '$lib/server/running';
import { handOverCookies } from '$lib/server/staff-sessions/hand-over-cookies';
import { signOut } from '$lib/server/staff-sessions/sign-in';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies }) => {
	const running = await server();
	handOverCookies(cookies, await signOut(running, request.headers.get('cookie') ?? ''));
	redirect(303, '/staff/sign-in');
};
