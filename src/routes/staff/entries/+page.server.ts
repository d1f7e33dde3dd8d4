import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { entriesToday } from '$lib/server/entries/entries-today';
import { markEntry } from '$lib/server/entries/mark-entry';
import { MarkForm, WhoseForm } from '$lib/server/entries/mark-form';
import { nameableChildren, sayWhose } from '$lib/server/entries/say-whose';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	const running = await server();
	const entries = await entriesToday(running, staff, Date.now());
	const isAnyMistaken = entries.some(({ mistakenBy }) => mistakenBy !== null);
	return { entries, children: isAnyMistaken ? await nameableChildren(running.db, staff) : [] };
};

export const actions: Actions = {
	mark: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(MarkForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { problem: 'refused.unclear' });
		const { entryId, says } = form.output;
		const marked = await markEntry(await server(), staff, entryId, says, Date.now());
		if (marked !== 'done') return fail(409, { problem: `entry.${marked}` });
		return { done: `entry.${says}` };
	},
	whose: async (event) => {
		const staff = requireStaff(event);
		const form = v.safeParse(WhoseForm, Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { problem: 'refused.unclear' });
		const { entryId, pupilId } = form.output;
		const marked = await sayWhose(await server(), staff, entryId, pupilId, Date.now());
		if (marked !== 'done') return fail(409, { problem: `entry.${marked}` });
		return { done: pupilId === null ? 'entry.whose.unsaid' : 'entry.whose.saved' };
	}
};
