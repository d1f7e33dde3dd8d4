import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { loadAlarms, lookAtAlarm } from '$lib/server/talk-requests/alarms';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

const Looked = v.object({ alarm: v.pipe(v.string(), v.uuid()) });

// Leads have alarms; anybody may have one that is for them by name.
export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	return { alarms: await loadAlarms(await server(), staff, Date.now()) };
};

export const actions: Actions = {
	default: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(Looked, Object.fromEntries(await event.request.formData()));
		if (!form.success) error(404, { message: 'not-found' });
		await lookAtAlarm(await server(), staff, form.output.alarm, Date.now());
	}
};
