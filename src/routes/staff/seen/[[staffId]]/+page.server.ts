import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { loadSeen, setPhoto, takePhotoBack } from '$lib/server/adults/seen-by-children';
import {
	Found,
	loadTimes,
	sayHere,
	sayNotHere,
	setTimes,
	Times
} from '$lib/server/adults/times-for-children';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const by = requireStaff(event);
	const seen = await loadSeen(await server(), by, event.params.staffId ?? by.staffId);
	if (seen === 'not-allowed') error(403, { message: 'another-role' });
	if (seen === 'not-found') error(404, { message: 'not-found' });
	return {
		seen,
		times: await loadTimes(await server(), by.schoolId, seen.staffId, Date.now())
	};
};

async function asked(event: RequestEvent<{ staffId?: string }>) {
	const by = requireStaff(event);
	return { by, running: await server(), staffId: event.params.staffId ?? by.staffId };
}

/** Not theirs to set, or nobody's. */
function refused(said: string): void {
	if (said === 'not-allowed') error(403, { message: 'another-role' });
	if (said === 'not-found') error(404, { message: 'not-found' });
}

export const actions: Actions = {
	photo: async (event) => {
		const { by, running, staffId } = await asked(event);
		const form = await event.request.formData();
		const photo = form.get('photo');
		const bytes = new Uint8Array(photo instanceof File ? await photo.arrayBuffer() : []);
		const agreed = form.get('agreed') === 'yes';
		const said = await setPhoto(running, by, { staffId, bytes, agreed });
		refused(said);
		return said === 'saved' ? { done: 'photo.saved' } : fail(400, { problem: `photo.${said}` });
	},
	times: async (event) => {
		const { by, running, staffId } = await asked(event);
		const form = await event.request.formData();
		const typed = { en: String(form.get('en') ?? ''), cy: String(form.get('cy') ?? '') };
		const found = v.safeParse(Found, typed);
		const times = v.safeParse(Times, form.getAll('time'));
		if (!found.success) return fail(400, { typed, placeProblem: found.issues[0].message });
		if (!times.success) return fail(400, { typed, problem: 'times.unclear' });
		refused(await setTimes(running, by, { staffId, found: found.output, times: times.output }));
		return { done: 'times.saved' };
	},
	here: async (event) => {
		const { by, running, staffId } = await asked(event);
		const said = await sayHere(running, by, staffId, Date.now());
		refused(said);
		return said === 'too-late' ? fail(409, { problem: 'here.too-late' }) : { done: 'here.saved' };
	},
	'not-here': async (event) => {
		const { by, running, staffId } = await asked(event);
		refused(await sayNotHere(running, by, staffId, Date.now()));
		return { done: 'here.ended' };
	},
	'take-back': async (event) => {
		const { by, running, staffId } = await asked(event);
		refused(await takePhotoBack(running, by, staffId));
		return { done: 'photo.taken-back' };
	}
};
