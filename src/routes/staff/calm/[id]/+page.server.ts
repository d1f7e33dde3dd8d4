import { error } from '@sveltejs/kit';
import { hourOfLandscape, seasonOfLandscape } from '$lib/domain/clock-face';
import { utcOffsetsAround } from '$lib/domain/school-time';
import { schoolById } from '$lib/server/database/school';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { activityName } from '$lib/content/activity-names';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event);
	const { id } = event.params;
	if (!activityName(id)) error(404);
	const { db } = await server();
	const school = await schoolById(db, schoolId);
	const now = Date.now();
	const offsets = school ? utcOffsetsAround(now, school.timetable) : [];
	return {
		id,
		language: event.locals.language,
		outside: { hour: hourOfLandscape(now, offsets), season: seasonOfLandscape(now, offsets) }
	};
};
