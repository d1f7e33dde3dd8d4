import { error } from '@sveltejs/kit';
import { hourOfLandscape, seasonOfLandscape } from '$lib/domain/clock-face';
import { utcOffsetsAround } from '$lib/domain/school-time';
import { ageOfClass } from '$lib/server/calm/age-of-class';
import { forWholeClass } from '$lib/server/calm/whole-class';
import { schoolById } from '$lib/server/database/school';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { activityName } from '$lib/content/activity-names';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	const { id } = event.params;
	const { db } = await server();
	const { own, off, pictures } = await forWholeClass(db, staff.schoolId);
	const ofSchool = own.find((activity) => activity.id === id) ?? null;
	if ((!ofSchool && !activityName(id)) || off.includes(id)) error(404);
	const school = await schoolById(db, staff.schoolId);
	const now = Date.now();
	const offsets = school ? utcOffsetsAround(now, school.timetable) : [];
	return {
		id,
		ofSchool,
		image: pictures[id] ? `/staff/files/${pictures[id]}` : null,
		age: await ageOfClass(db, staff, event.url.searchParams.get('age')),
		language: event.locals.language,
		outside: { hour: hourOfLandscape(now, offsets), season: seasonOfLandscape(now, offsets) }
	};
};
