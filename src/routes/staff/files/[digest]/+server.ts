// A portrait, a symbol or a recording of the own school, for a staff page.
import { error } from '@sveltejs/kit';
import { server } from '$lib/server/running';
import { fileResponse } from '$lib/server/school-files/answer-file';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { schoolId } = requireStaff(event);
	const { db } = await server();
	return (
		(await fileResponse(db, schoolId, event.params.digest)) ?? error(404, { message: 'not-found' })
	);
};
