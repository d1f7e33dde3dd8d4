import { fail, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { portraitsOf } from '$lib/server/adults/seen-by-children';
import { schoolById } from '$lib/server/database/school';
import { formText } from '$lib/server/form-text';
import { noticeReach } from '$lib/server/notices/notice-reach';
import { server } from '$lib/server/running';
import { fieldProblems } from '$lib/server/staff-sessions/credentials';
import { invite, revokeInvitation } from '$lib/server/staff-sessions/invite';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import {
	addColleague,
	changeStaff,
	markStaffLeft,
	NewColleague,
	staffList,
	StaffChange,
	type ChangeOutcome
} from '$lib/server/staff-sessions/staff-list';
import { OFFICE_ROLES } from '../roles';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const by = requireStaff(event, OFFICE_ROLES);
	const running = await server();
	const school = await schoolById(running.db, by.schoolId);
	if (!school) throw new Error('Somebody is signed in to a school that is not there.');
	return {
		staff: await staffList(running, by),
		noticeReach: await noticeReach(running.db, by.schoolId, school.timetable),
		portraits: await portraitsOf(running.db, by.schoolId),
		timeZone: school.timetable.timeZone,
		myself: by.staffId
	};
};

async function asked(event: RequestEvent) {
	const by = requireStaff(event, OFFICE_ROLES);
	const typed = formText(await event.request.formData());
	return { by, running: await server(), typed, staffId: typed['staffId'] ?? '' };
}

const told = (outcome: ChangeOutcome | 'revoked', staffId: string) =>
	outcome === 'changed' || outcome === 'revoked'
		? { done: `people.${outcome}`, staffId }
		: fail(outcome === 'not-allowed' ? 403 : 409, { problem: `people.${outcome}`, staffId });

export const actions: Actions = {
	add: async (event) => {
		const { by, running, typed } = await asked(event);
		const parsed = v.safeParse(NewColleague, typed);
		if (!parsed.success) return fail(400, { typed, problems: fieldProblems(parsed.issues) });
		const added = await addColleague(running, by, parsed.output);
		if (added === 'not-allowed') {
			return fail(403, { typed, problems: { role: 'people.role.leads-only' } });
		}
		return { done: 'people.added', staffId: added.staffId };
	},
	invite: async (event) => {
		const { by, running, staffId } = await asked(event);
		const outcome = await invite(running, by, staffId);
		if (outcome.kind !== 'invited') {
			return fail(403, { problem: `people.${outcome.kind}`, staffId });
		}
		return { invited: { link: outcome.link, expiresAt: outcome.expiresAt }, staffId };
	},
	revoke: async (event) => {
		const { by, running, staffId } = await asked(event);
		return told(await revokeInvitation(running, by, staffId), staffId);
	},
	change: async (event) => {
		const { by, running, staffId, typed } = await asked(event);
		const parsed = v.safeParse(StaffChange, {
			role: typed['role'],
			mayBeAsked: typed['mayBeAsked'] === 'yes'
		});
		if (!parsed.success) return fail(400, { problem: 'people.role.missing', staffId });
		return told(await changeStaff(running, by, staffId, parsed.output), staffId);
	},
	leave: async (event) => {
		const { by, running, staffId } = await asked(event);
		return told(await markStaffLeft(running, by, staffId), staffId);
	}
};
