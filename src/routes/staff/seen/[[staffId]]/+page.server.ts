import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { loadSeen, setPhoto, takePhotoBack } from '$lib/server/adults/seen-by-children';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const by = requireStaff(event);
	const seen = await loadSeen(await server(), by, event.params.staffId ?? by.staffId);
	if (seen === 'not-allowed') error(403, { message: 'another-role' });
	if (seen === 'not-found') error(404, { message: 'not-found' });
	return { seen };
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
	'take-back': async (event) => {
		const { by, running, staffId } = await asked(event);
		refused(await takePhotoBack(running, by, staffId));
		return { done: 'photo.taken-back' };
	}
};
