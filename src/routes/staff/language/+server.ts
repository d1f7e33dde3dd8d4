import { redirect } from '@sveltejs/kit';
import { languageFrom } from '$lib/i18n/translator';
import { updateStaffMember } from '$lib/server/database/people';
import { server } from '$lib/server/running';
import type { RequestHandler } from './$types';

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A path of ours, so that the switch never leads to another site. */
function pathOfOurs(back: unknown): string {
	const nowhere = 'http://here.invalid';
	if (typeof back !== 'string' || !URL.canParse(back, nowhere)) return '/staff';
	const url = new URL(back, nowhere);
	return url.origin === nowhere ? url.pathname + url.search : '/staff';
}

export const POST: RequestHandler = async ({ request, cookies, locals, url }) => {
	const form = await request.formData();
	const language = languageFrom(form.get('language'));
	cookies.set('language', language, {
		path: '/',
		maxAge: A_YEAR_SECONDS,
		sameSite: 'lax',
		httpOnly: false,
		secure: url.protocol === 'https:'
	});
	if (locals.staff) {
		const { db } = await server();
		const { schoolId, staffId } = locals.staff;
		// Notices are sent in it too.
		await updateStaffMember(db, schoolId, staffId, { language });
	}
	redirect(303, pathOfOurs(form.get('back')));
};
