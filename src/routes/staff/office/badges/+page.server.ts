import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	classesForBadges,
	endBadges,
	makeBadges,
	type WhoseBadges
} from '$lib/server/badges/badge-sheet';
import { formText } from '$lib/server/form-text';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { qrPicture } from '../kiosks/qr-picture';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

const Uuid = v.pipe(v.string(), v.uuid());
/** `classId` is empty for the children without a class; `whom` a group of them, or one. */
const Asked = v.object({
	classId: v.union([v.literal(''), Uuid]),
	whom: v.union([v.picklist(['with', 'without', 'all']), Uuid])
});

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	return { classes: await classesForBadges(await server(), schoolId) };
};

async function whoseOf(event: Parameters<typeof requireStaff>[0]): Promise<WhoseBadges | null> {
	const { schoolId, staffId } = requireStaff(event, OFFICE_ROLES);
	const parsed = v.safeParse(Asked, formText(await event.request.formData()));
	if (!parsed.success) return null;
	const { classId, whom } = parsed.output;
	const isGroup = whom === 'with' || whom === 'without' || whom === 'all';
	return {
		schoolId,
		by: staffId,
		classId: classId === '' ? null : classId,
		whom: isGroup ? whom : { pupilId: whom }
	};
}

export const actions: Actions = {
	make: async (event) => {
		const whose = await whoseOf(event);
		if (!whose) return fail(400, { problem: 'badges.whom.missing' });
		const made = await makeBadges(await server(), whose);
		if (made.length === 0) return fail(409, { problem: 'badges.nobody' });
		return {
			classId: whose.classId,
			badges: made.map(({ text, ...badge }) => ({
				...badge,
				// The text alone would do; a picture needs no script to draw it.
				qr: qrPicture(text, { ecc: 'Q', border: 4 })
			}))
		};
	},
	end: async (event) => {
		const whose = await whoseOf(event);
		if (!whose) return fail(400, { problem: 'badges.whom.missing' });
		const ended = await endBadges(await server(), whose);
		return ended > 0 ? { done: 'badges.ended' } : fail(409, { problem: 'badges.none_to_end' });
	}
};
