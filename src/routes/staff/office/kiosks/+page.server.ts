import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { listClasses } from '$lib/server/database/roster';
import { schoolById } from '$lib/server/database/school';
import { formText } from '$lib/server/form-text';
import { listKiosks, makePairingCode, revokeKiosk } from '$lib/server/kiosks/kiosks';
import { server } from '$lib/server/running';
import { nameOf } from '$lib/server/set-up/set-up-school';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';
import { qrPicture } from './qr-picture';

const NewTablet = v.pipe(
	v.object({
		name: nameOf('kiosks.name.missing'),
		place: v.picklist(['class', 'cwtch', 'corridor'], 'kiosks.place.missing'),
		classId: v.pipe(
			v.string(),
			v.transform((id) => (id === '' ? null : id))
		)
	}),
	v.forward(
		v.check(({ place, classId }) => place !== 'class' || classId !== null, 'kiosks.class.missing'),
		['classId']
	)
);

export const load: PageServerLoad = async (event) => {
	const { schoolId } = requireStaff(event, OFFICE_ROLES);
	event.depends('office:kiosks');
	const { db } = await server();
	const school = await schoolById(db, schoolId);
	return {
		schoolId,
		kiosks: await listKiosks(db, schoolId),
		classes: await listClasses(db, schoolId),
		timeZone: school?.timetable.timeZone ?? 'Europe/London',
		now: Date.now()
	};
};

export const actions: Actions = {
	pair: async (event) => {
		const { schoolId, staffId } = requireStaff(event, OFFICE_ROLES);
		const typed = formText(await event.request.formData());
		const parsed = v.safeParse(NewTablet, { classId: '', ...typed });
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const { name, place, classId } = parsed.output;
		const running = await server();
		const classes = await listClasses(running.db, schoolId);
		if (classId !== null && !classes.some((one) => one.classId === classId)) {
			return fail(400, { typed, problems: { classId: 'kiosks.class.missing' } });
		}
		const { code, expiresAt } = await makePairingCode(running, {
			schoolId,
			kioskName: name,
			place,
			classId: place === 'class' ? classId : null,
			madeBy: staffId
		});
		// In the fragment, which browsers send to no server: the code is in no log.
		const link = `${running.config.origin}/kiosk#pair=${code.replace('-', '')}`;
		return { pairing: { name, code, expiresAt, link, qr: qrPicture(link) } };
	},
	revoke: async (event) => {
		const { schoolId, staffId } = requireStaff(event, OFFICE_ROLES);
		const { kioskId = '' } = formText(await event.request.formData());
		const outcome = await revokeKiosk(await server(), { schoolId, kioskId, by: staffId });
		if (outcome === 'unknown') return fail(409, { problem: 'kiosks.unknown' });
		return { done: 'kiosks.revoked' };
	}
};
