import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { PageServerLoad } from './$types';

// The list itself is loaded by the layout; a layout's load is no guard.
export const load: PageServerLoad = (event) => {
	requireStaff(event);
};
