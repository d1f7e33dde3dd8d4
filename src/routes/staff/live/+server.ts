import { staffStream } from '$lib/server/live/staff-stream';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { staffSession } from '$lib/server/staff-sessions/staff-session';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const staff = requireStaff(event);
	const running = await server();
	const cookie = event.request.headers.get('cookie');
	const stream = staffStream(running, {
		schoolId: staff.schoolId,
		staffId: staff.staffId,
		endsAt: staff.endsAt,
		lastEventId: event.request.headers.get('last-event-id'),
		isStillSignedIn: async () => (await staffSession(running, cookie)) !== null
	});
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store, no-transform',
			// Proxies that buffer would hold a child's request back.
			'x-accel-buffering': 'no'
		}
	});
};
