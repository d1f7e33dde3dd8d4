import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	activityPictures,
	addOwnActivity,
	OWN_KINDS,
	ownActivities,
	removeOwnActivity,
	setActivityPicture,
	TypedActivity
} from '$lib/server/activities/own-activities';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { dropFile } from '$lib/server/school-files/school-files';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	return {
		kinds: OWN_KINDS,
		activities: await ownActivities(db, schoolId),
		pictures: await activityPictures(db, schoolId)
	};
};

const asked = async (event: RequestEvent) => ({
	by: requireStaff(event, OFFICE_ROLES),
	running: await server(),
	typed: formText(await event.request.formData())
});

export const actions: Actions = {
	add: async (event) => {
		const { by, running, typed } = await asked(event);
		const parsed = v.safeParse(TypedActivity, typed);
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const added = await addOwnActivity(running, by, parsed.output);
		if (added.outcome === 'full') return fail(409, { typed, problem: 'activities.full', line: 0 });
		if (added.outcome === 'wrong')
			return fail(400, { typed, problem: added.problem, line: added.line ?? 0 });
		return { done: 'activities.added' };
	},
	remove: async (event) => {
		const { by, running, typed } = await asked(event);
		await removeOwnActivity(running, by, typed['id'] ?? '');
		return { done: 'activities.removed' };
	},
	picture: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const form = await event.request.formData();
		const picture = form.get('picture');
		const bytes = new Uint8Array(picture instanceof File ? await picture.arrayBuffer() : []);
		const id = String(form.get('id') ?? '');
		const outcome = await setActivityPicture(await server(), by, { id, bytes });
		if (outcome === 'kept') return { done: 'activities.picture.saved' };
		const problem = outcome === 'unknown' ? 'activities.picture.unknown' : `symbol.${outcome}`;
		return fail(400, { problem, line: 0 });
	},
	'drop-picture': async (event) => {
		const { by, running, typed } = await asked(event);
		await dropFile(running, by, { kind: 'activity-picture', name: typed['id'] ?? '' });
		return { done: 'activities.picture.dropped' };
	}
};
