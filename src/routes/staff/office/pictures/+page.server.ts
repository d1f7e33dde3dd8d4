import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import {
	classesForCards,
	makePictureCards,
	type WhoseCards
} from '$lib/server/secret-pictures/picture-cards';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import { sillySentence } from './silly-sentence';
import type { Actions, PageServerLoad } from './$types';

/** `classId` is empty for the children without a class. */
const Asked = v.variant('whom', [
	v.object({ classId: v.string(), whom: v.picklist(['without', 'all']) }),
	v.object({
		classId: v.string(),
		whom: v.literal('one'),
		pupilId: v.pipe(v.string(), v.minLength(1))
	})
]);

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	return { classes: await classesForCards(await server(), schoolId) };
};

export const actions: Actions = {
	make: async (event) => {
		const { schoolId, staffId } = requireStaff(event, OFFICE_ROLES);
		const typed = formText(await event.request.formData());
		const parsed = v.safeParse(Asked, typed);
		if (!parsed.success) return fail(400, { problem: 'pictures.whom.missing' });
		const asked = parsed.output;
		const classId = asked.classId === '' ? null : asked.classId;
		const whom: WhoseCards['whom'] = asked.whom === 'one' ? { pupilId: asked.pupilId } : asked.whom;
		const made = await makePictureCards(await server(), { schoolId, by: staffId, classId, whom });
		if (made.length === 0) return fail(409, { problem: 'pictures.nobody' });
		return {
			classId,
			cards: made.map((card) => ({
				...card,
				sentence: sillySentence(card.language, card.pictures)
			}))
		};
	}
};
