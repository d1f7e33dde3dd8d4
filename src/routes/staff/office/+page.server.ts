import { redirect } from '@sveltejs/kit';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { PageServerLoad } from './$types';
import { OFFICE_ROLES } from './roles';

export const load: PageServerLoad = (event) => {
	requireStaff(event, OFFICE_ROLES);
	redirect(303, '/staff/office/people');
};
