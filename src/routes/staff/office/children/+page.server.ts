import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { classesAndChildrenSet, findChildren } from '$lib/server/settings/settings';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	return classesAndChildrenSet(db, schoolId, event.locals.language);
};

export const actions: Actions = {
	// A form that is sent, so that no name of a child stands in an address.
	default: async (event) => {
		const { schoolId } = requireStaff(event, OFFICE_ROLES);
		const { name = '' } = formText(await event.request.formData());
		const { db } = await server();
		return { name, found: await findChildren(db, schoolId, name, event.locals.language) };
	}
};
