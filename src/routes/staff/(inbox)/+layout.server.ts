import { loadCwtchPage, roomsThatAsk } from '$lib/server/cwtch/cwtch-page';
import { kiosksThatAsk } from '$lib/server/passes/pass-page';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { loadInbox, type Show } from '$lib/server/talk-requests/inbox';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	const running = await server();
	const wanted = event.url.searchParams.get('show');
	const show: Show =
		wanted === 'team' || (wanted === 'all' && staff.role === 'lead') ? wanted : 'mine';
	const rooms = await loadCwtchPage(running, staff, Date.now());
	return {
		cwtchKiosks: roomsThatAsk(rooms),
		inbox: await loadInbox(running, staff, show, Date.now()),
		passKiosks: await kiosksThatAsk(running, staff, Date.now()),
		pushKey: running.keys.vapid.publicKey
	};
};
