import { fail, redirect } from '@sveltejs/kit';
import { server } from '$lib/server/running';
import { handOverCookies } from '$lib/server/staff-sessions/hand-over-cookies';
import { pageToReturnTo } from '$lib/server/staff-sessions/require-staff';
import { signIn } from '$lib/server/staff-sessions/sign-in';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.staff) redirect(303, pageToReturnTo(url.searchParams.get('back')));
	return { language: locals.language, sentHere: url.searchParams.has('back') };
};

export const actions: Actions = {
	default: async ({ request, cookies, url, getClientAddress }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '').slice(0, 300);
		const password = String(form.get('password') ?? '');
		if (email.trim() === '' || password === '')
			return fail(400, { email, problem: 'sign-in.empty', minutes: 0 });
		const clientAddress = getClientAddress();
		const outcome = await signIn(await server(), { email, password, clientAddress });
		if (outcome.kind === 'wrong') return fail(401, { email, problem: 'sign-in.wrong', minutes: 0 });
		if (outcome.kind === 'wait') {
			const minutes = Math.ceil(outcome.waitMs / 60_000);
			return fail(429, { email, problem: 'sign-in.wait', minutes });
		}
		handOverCookies(cookies, outcome.cookies);
		redirect(303, pageToReturnTo(url.searchParams.get('back')));
	}
};
