import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { LayoutServerLoad } from './$types';
import { OFFICE_ROLES } from './roles';

export const load: LayoutServerLoad = (event) => {
	const { role } = requireStaff(event, OFFICE_ROLES);
	return { language: event.locals.language, role };
};
