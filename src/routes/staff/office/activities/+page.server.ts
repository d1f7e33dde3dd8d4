import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { feelingWords } from '$lib/server/database/feeling-words';
import {
	activityPictures,
	addOwnActivity,
	Fits,
	OWN_KINDS,
	ownActivities,
	removeOwnActivity,
	setActivityPicture,
	setFits,
	TypedActivity
} from '$lib/server/activities/own-activities';
import { server } from '$lib/server/running';
import { dropFile } from '$lib/server/school-files/school-files';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { askedAtOffice, fileIn } from '../asked';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const { db } = await server();
	return {
		kinds: OWN_KINDS,
		activities: await ownActivities(db, schoolId),
		pictures: await activityPictures(db, schoolId),
		words: await feelingWords(db, schoolId)
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { by, running, form, typed } = await askedAtOffice(event);
		const fits = form.getAll('fits').map(String);
		const parsed = v.safeParse(TypedActivity, { ...typed, fits });
		if (!parsed.success) return fail(400, { typed, fits, problems: fieldProblems(parsed.issues) });
		const added = await addOwnActivity(running, by, parsed.output);
		if (added.outcome === 'full')
			return fail(409, { typed, fits, problem: 'activities.full', line: 0 });
		if (added.outcome === 'wrong')
			return fail(400, { typed, fits, problem: added.problem, line: added.line ?? 0 });
		return { done: 'activities.added' };
	},
	remove: async (event) => {
		const { by, running, typed } = await askedAtOffice(event);
		await removeOwnActivity(running, by, typed['id'] ?? '');
		return { done: 'activities.removed' };
	},
	fit: async (event) => {
		const { by, running, form, typed } = await askedAtOffice(event);
		const fits = v.safeParse(Fits, form.getAll('fits'));
		if (!fits.success) return fail(400, { problem: 'form.look-below', line: 0 });
		const outcome = await setFits(running, by, { id: typed['id'] ?? '', fits: fits.output });
		return outcome === 'saved'
			? { done: 'activities.fits.saved' }
			: fail(400, { problem: 'activities.unknown', line: 0 });
	},
	picture: async (event) => {
		const { by, running, form, typed } = await askedAtOffice(event);
		const picture = { id: typed['id'] ?? '', bytes: await fileIn(form, 'picture') };
		const outcome = await setActivityPicture(running, by, picture);
		if (outcome === 'kept') return { done: 'activities.picture.saved' };
		const problem = outcome === 'unknown' ? 'activities.unknown' : `symbol.${outcome}`;
		return fail(400, { problem, line: 0 });
	},
	'drop-picture': async (event) => {
		const { by, running, typed } = await askedAtOffice(event);
		await dropFile(running, by, { kind: 'activity-picture', name: typed['id'] ?? '' });
		return { done: 'activities.picture.dropped' };
	}
};
