import { fail } from '@sveltejs/kit';
import { formText } from '$lib/server/form-text';
import {
	isVoiceLanguage,
	keepRecording,
	loadStudio,
	removeRecording
} from '$lib/server/recordings/recordings';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	const asked = event.url.searchParams.get('language') ?? '';
	const language = isVoiceLanguage(asked) ? asked : event.locals.language;
	const { db } = await server();
	return { studio: await loadStudio(db, schoolId, language) };
};

const voiced = ({ voice = '', key = '' }: Record<string, string>) => ({ language: voice, key });

export const actions: Actions = {
	save: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const form = await event.request.formData();
		const { language, key } = voiced(formText(form));
		const sound = form.get('sound');
		if (!isVoiceLanguage(language)) return fail(400, { problem: 'unknown-string' });
		if (!(sound instanceof File)) return fail(400, { problem: 'empty' });
		const bytes = new Uint8Array(await sound.arrayBuffer());
		const outcome = await keepRecording(await server(), by, { language, key }, bytes);
		if (outcome !== 'kept') return fail(400, { problem: outcome });
		return { done: 'saved' };
	},
	remove: async (event) => {
		const by = requireStaff(event, OFFICE_ROLES);
		const { language, key } = voiced(formText(await event.request.formData()));
		if (isVoiceLanguage(language)) await removeRecording(await server(), by, { language, key });
		return { done: 'removed' };
	}
};
