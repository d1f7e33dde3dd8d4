import { ageOfClass } from '$lib/server/calm/age-of-class';
import { forWholeClass } from '$lib/server/calm/whole-class';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	const { db } = await server();
	return {
		age: await ageOfClass(db, staff, event.url.searchParams.get('age')),
		...(await forWholeClass(db, staff.schoolId))
	};
};
