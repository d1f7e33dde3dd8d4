import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { portraitsOf } from '$lib/server/adults/seen-by-children';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { answer } from '$lib/server/talk-requests/commands';
import { loadAnswerPage } from '$lib/server/talk-requests/answer-page';
import type { Actions, PageServerLoad } from './$types';

const Id = v.pipe(v.string(), v.uuid());
const Promised = v.object({
	slot: v.picklist(['now', 'break', 'lunch', 'before-home', 'tomorrow']),
	place: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40))
});

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	const { id } = event.params;
	const running = await server();
	const page = v.is(Id, id) ? await loadAnswerPage(running, staff, id, Date.now()) : null;
	if (!page) error(404, { message: 'not-found' });
	const portraits = await portraitsOf(running.db, staff.schoolId);
	return { page, portrait: portraits[staff.staffId] ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		const staff = requireStaff(event);
		const { id } = event.params;
		const form = v.safeParse(Promised, Object.fromEntries(await event.request.formData()));
		if (!v.is(Id, id)) error(404, { message: 'not-found' });
		if (!form.success) return fail(400, { problem: 'refused.unclear' });
		const { slot, place } = form.output;
		const outcome = await answer(await server(), staff, id, { slot, placeId: place });
		if (outcome.outcome === 'not-found') error(404, { message: 'not-found' });
		if (outcome.outcome === 'refused') return fail(409, { problem: `refused.${outcome.reason}` });
		redirect(303, `/staff/requests/${id}${event.url.search}`);
	}
};
