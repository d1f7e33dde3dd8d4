import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	loadTrusted,
	setTrusted,
	TRUSTED_ROLES,
	TrustedSet
} from '$lib/server/adults/trusted-adults';
import { schoolById } from '$lib/server/database/school';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const by = requireStaff(event, TRUSTED_ROLES);
	const running = await server();
	const school = await schoolById(running.db, by.schoolId);
	return {
		...(await loadTrusted(running, by, Date.now())),
		timeZone: school?.timetable.timeZone ?? 'Europe/London'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const by = requireStaff(event, TRUSTED_ROLES);
		const form = await event.request.formData();
		const adultIds = form.getAll('adultId').filter((id) => id !== '');
		const parsed = v.safeParse(TrustedSet, { pupilId: form.get('pupilId'), adultIds });
		if (!parsed.success) return fail(400, { problem: 'trusted.choose' });
		const said = await setTrusted(await server(), by, parsed.output, Date.now());
		if (said === 'unknown') error(404, { message: 'not-found' });
		return { done: 'trusted.saved', pupilId: parsed.output.pupilId };
	}
};
