import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { loadAway, markAway, markHere, type AwaySaid } from '$lib/server/away/away';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

const Id = v.pipe(v.string(), v.uuid());
const Here = v.object({ staffId: Id });
/** The browser's own date field; anything else is no day. */
const Away = v.object({ staffId: Id, backOn: v.pipe(v.string(), v.isoDate()) });

export const load: PageServerLoad = async (event) =>
	loadAway(await server(), requireStaff(event), Date.now());

const typedBy = async ({ request }: RequestEvent) => formText(await request.formData());

function answered(said: AwaySaid, typed: Record<string, string>) {
	if (said === 'not-allowed') error(403, { message: 'another-role' });
	if (said === 'not-found') error(404, { message: 'not-found' });
	return said === 'saved' ? { done: 'away.saved' } : fail(400, { typed, problem: 'away.no_day' });
}

export const actions: Actions = {
	away: async (event) => {
		const by = requireStaff(event);
		const typed = await typedBy(event);
		const form = v.safeParse(Away, typed);
		if (!form.success) return answered('no-such-day', typed);
		return answered(await markAway(await server(), by, form.output, Date.now()), typed);
	},
	here: async (event) => {
		const by = requireStaff(event);
		const typed = await typedBy(event);
		const form = v.safeParse(Here, typed);
		if (!form.success) error(404, { message: 'not-found' });
		return answered(await markHere(await server(), by, form.output.staffId), typed);
	}
};
