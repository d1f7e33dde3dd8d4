import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	requireStaff(event);
	return {};
};
