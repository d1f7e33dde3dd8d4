import { nameableChildren } from '$lib/server/entries/say-whose';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { loadFeelings } from '$lib/server/talk-requests/feelings-today';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	const running = await server();
	return {
		classes: await loadFeelings(running, staff, Date.now()),
		children: await nameableChildren(running.db, staff)
	};
};
