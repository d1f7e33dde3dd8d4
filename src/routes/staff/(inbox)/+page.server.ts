import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { sayHelloBack } from '$lib/server/talk-requests/hello-back';
import type { Actions, PageServerLoad } from './$types';

// The list itself is loaded by the layout; a layout's load is no guard.
export const load: PageServerLoad = (event) => {
	requireStaff(event);
};

export const actions: Actions = {
	helloBack: async (event) => {
		const staff = requireStaff(event);
		await sayHelloBack(await server(), staff, Date.now());
	}
};
