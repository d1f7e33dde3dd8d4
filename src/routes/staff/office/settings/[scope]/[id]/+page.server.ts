import { error, fail } from '@sveltejs/kit';
import { ownActivities } from '$lib/server/activities/own-activities';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { readFields } from '$lib/server/settings/setting-fields';
import { loadSettings, saveSettings } from '$lib/server/settings/settings';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../../../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	const settings = await loadSettings(db, schoolId, event.params, event.locals.language);
	if (!settings) error(404, { message: 'not-found' });
	return { settings, own: await ownActivities(db, schoolId) };
};

export const actions: Actions = {
	save: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const running = await server();
		const typed = formText(await event.request.formData());
		const before = await loadSettings(running.db, by.schoolId, event.params, event.locals.language);
		if (!before) error(404, { message: 'not-found' });
		const read = readFields(typed, before.subject.scope);
		if (read.kind === 'wrong') return fail(400, { typed, problems: read.problems });
		await saveSettings(running, by, event.params, read);
		return { done: 'settings.saved', before: before.fields };
	},
	reset: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const running = await server();
		const before = await loadSettings(running.db, by.schoolId, event.params, event.locals.language);
		if (!before) error(404, { message: 'not-found' });
		await saveSettings(running, by, event.params, { change: {}, language: null });
		return { done: 'settings.reset.done', before: before.fields };
	}
};
