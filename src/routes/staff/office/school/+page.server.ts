import { error, fail } from '@sveltejs/kit';
import { schoolById } from '$lib/server/database/school';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { readSchoolSettings, saveSchoolSettings } from '$lib/server/set-up/school-settings';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	const school = await schoolById(db, schoolId);
	if (!school) error(404, { message: 'not-found' });
	const { name, language, timetable, places, staffedPlaces } = school;
	return { school: { name, language, timetable, places, staffedPlaces } };
};

export const actions: Actions = {
	default: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const typed = formText(await event.request.formData());
		const read = readSchoolSettings(typed);
		if (read.kind === 'wrong') return fail(400, { typed, problems: read.problems });
		await saveSchoolSettings(await server(), by, read.settings);
		return { done: 'school.saved' };
	}
};
