import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { loadFeelings } from '$lib/server/talk-requests/feelings-today';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	return { classes: await loadFeelings(await server(), staff, Date.now()) };
};
