import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { listSchools } from '$lib/server/database/school';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { setUpLinkOpens } from '$lib/server/set-up/set-up-link';
import { setUpSchoolByLink, SetUp } from '$lib/server/set-up/set-up-school';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { handOverCookies } from '$lib/server/staff-sessions/hand-over-cookies';
import { signIn } from '$lib/server/staff-sessions/sign-in';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const running = await server();
	const opens = await setUpLinkOpens(running, params.token);
	const [school] = opens ? await listSchools(running.db) : [];
	return { language: locals.language, opens, schoolName: school?.name ?? '' };
};

export const actions: Actions = {
	default: async ({ params, request, cookies, getClientAddress }) => {
		const fields = formText(await request.formData());
		const { password: _, ...typed } = fields;
		const parsed = v.safeParse(SetUp, fields);
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const running = await server();
		const outcome = await setUpSchoolByLink(running, params.token, parsed.output);
		if (outcome === 'gone') return fail(410, { typed, problems: { form: 'setup.gone' } });
		const entered = await signIn(running, { ...parsed.output, clientAddress: getClientAddress() });
		if (entered.kind !== 'signed-in') error(500, { message: 'failed' });
		handOverCookies(cookies, entered.cookies);
		redirect(303, '/staff/office');
	}
};
