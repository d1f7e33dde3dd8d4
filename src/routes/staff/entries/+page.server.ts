import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { entriesToday } from '$lib/server/entries/entries-today';
import { markEntry } from '$lib/server/entries/mark-entry';
import { MarkForm } from '$lib/server/entries/mark-form';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	return { entries: await entriesToday(await server(), staff, Date.now()) };
};

export const actions: Actions = {
	default: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(MarkForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { problem: 'refused.unclear' });
		const { entryId, says } = form.output;
		const marked = await markEntry(await server(), staff, entryId, says, Date.now());
		if (marked !== 'done') return fail(409, { problem: `entry.${marked}` });
		return { done: `entry.${says}` };
	}
};
