import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { server } from '$lib/server/running';
import { Credentials, fieldProblems } from '$lib/server/staff-sessions/credentials';
import { handOverCookies } from '$lib/server/staff-sessions/hand-over-cookies';
import { acceptInvitation, invitationFor } from '$lib/server/staff-sessions/invite';
import { signIn } from '$lib/server/staff-sessions/sign-in';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const { db } = await server();
	const invited = await invitationFor(db, params.token);
	return {
		language: locals.language,
		invited: invited && {
			displayName: invited.displayName,
			schoolName: invited.schoolName,
			email: invited.email,
			again: invited.accountId !== null
		}
	};
};

export const actions: Actions = {
	default: async ({ params, request, cookies, getClientAddress }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '').slice(0, 300);
		const parsed = v.safeParse(Credentials, { email, password: form.get('password') });
		if (!parsed.success) return fail(400, { email, problems: fieldProblems(parsed.issues) });
		const running = await server();
		const outcome = await acceptInvitation(running, params.token, parsed.output);
		if (outcome === 'gone') return fail(410, { email, problems: { form: 'invitation.gone' } });
		if (outcome === 'email-taken') {
			return fail(409, { email, problems: { email: 'credentials.email.taken' } });
		}
		const entered = await signIn(running, { ...parsed.output, clientAddress: getClientAddress() });
		if (entered.kind !== 'signed-in') redirect(303, '/staff/sign-in');
		handOverCookies(cookies, entered.cookies);
		redirect(303, '/staff');
	}
};
