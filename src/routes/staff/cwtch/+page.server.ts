import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { HERE_MINUTES } from '$lib/domain/cwtch';
import { loadCwtchPage } from '$lib/server/cwtch/cwtch-page';
import { sayInCwtch, sayLeftCwtch } from '$lib/server/cwtch/presence';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

const Here = v.object({
	kioskId: v.pipe(v.string(), v.uuid()),
	minutes: v.pipe(v.string(), v.transform(Number), v.picklist(HERE_MINUTES))
});

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	return { rooms: await loadCwtchPage(await server(), staff, Date.now()) };
};

export const actions: Actions = {
	here: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(Here, formText(await event.request.formData()));
		if (!form.success) return fail(400, { problem: 'refused.unclear' });
		const said = await sayInCwtch(await server(), staff, form.output, Date.now());
		return said === 'saved' ? { done: 'cwtch.saved' } : fail(409, { problem: 'cwtch.no_room' });
	},
	left: async (event) => {
		const staff = requireStaff(event);
		await sayLeftCwtch(await server(), staff, Date.now());
		return { done: 'cwtch.left' };
	}
};
