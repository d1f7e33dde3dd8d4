import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { loadWhatHelps } from '$lib/server/calm/what-helps';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { PageServerLoad } from './$types';

const Id = v.pipe(v.string(), v.uuid());

export const load: PageServerLoad = async (event) => {
	const staff = requireStaff(event);
	event.depends('staff:inbox');
	const { pupilId } = event.params;
	const helps = v.is(Id, pupilId)
		? await loadWhatHelps(await server(), staff, pupilId, Date.now())
		: null;
	if (!helps) error(404, { message: 'not-found' });
	return { helps };
};
