// The people of a school as the office looks after them: who they are, and whether they can sign in.
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import type { StaffRole } from '$lib/domain/school';
import { endSessionsOf } from '../database/accounts';
import { writeAudit } from '../database/audit';
import { unusedInvitations } from '../database/invitations';
import type { Db } from '../database/open';
import {
	insertStaffMember,
	leadsWhoSignIn,
	listStaff,
	staffMember,
	updateStaffMember,
	type StaffMember
} from '../database/people';
import { schoolById } from '../database/school';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { initialsOf, patternFor } from '../set-up/portrait';
import { nameOf } from '../set-up/set-up-school';
import { Email } from './credentials';
import { mayInvite } from './invite';
import type { StaffSession } from './staff-session';

type By = Pick<StaffSession, 'schoolId' | 'staffId' | 'role'>;

export interface ListedStaff {
	staffId: string;
	displayName: string;
	initials: string;
	pattern: number;
	role: StaffRole;
	mayBeAsked: boolean;
	/** `over`: a link was made and nobody used it in time. */
	signIn: 'signs-in' | 'invited' | 'over' | 'not-invited';
	/** When the open link ends; `null` without one. */
	invitedUntil: number | null;
	mayInvite: boolean;
	mayChangeRole: boolean;
}

const ROLE_ORDER: readonly StaffRole[] = ['lead', 'head', 'adult', 'office'];
const familyName = (displayName: string) => displayName.split(' ').at(-1) ?? displayName;

/** Leads first; then by what follows Mrs, Mr or Miss. */
const byRoleAndName = (a: StaffMember, b: StaffMember): number =>
	ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) ||
	familyName(a.displayName).localeCompare(familyName(b.displayName), 'cy') ||
	a.displayName.localeCompare(b.displayName, 'cy');

export async function staffList(running: RunningServer, by: By): Promise<ListedStaff[]> {
	const { db } = running;
	const staff = await listStaff(db, by.schoolId);
	const invitations = await unusedInvitations(db, by.schoolId);
	const now = Date.now();
	return staff.sort(byRoleAndName).map((one) => {
		const until = invitations.get(one.staffId)?.expiresAt ?? null;
		const open = until !== null && until > now;
		const waits = open ? 'invited' : until !== null ? 'over' : 'not-invited';
		return {
			staffId: one.staffId,
			displayName: one.displayName,
			initials: one.initials,
			pattern: one.pattern,
			role: one.role,
			mayBeAsked: one.mayBeAsked,
			signIn: one.accountId !== null ? 'signs-in' : waits,
			invitedUntil: open ? until : null,
			mayInvite: mayInvite(by, one),
			mayChangeRole: by.role === 'lead'
		};
	});
}

export const NewColleague = v.object({
	displayName: nameOf('people.name.missing'),
	role: v.picklist(['adult', 'lead', 'office', 'head'], 'people.role.missing'),
	email: v.union(
		[
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			v.pipe(Email, v.toLowerCase())
		],
		'credentials.email.wrong'
	)
});
export type NewColleague = v.InferOutput<typeof NewColleague>;

export type ChangeOutcome = 'changed' | 'unknown' | 'not-allowed' | 'last-lead';

/** Leads read requests, so only a lead makes one, or a head. */
const mayGive = (by: By, role: StaffRole) =>
	by.role === 'lead' || role === 'adult' || role === 'office';

export async function addColleague(
	running: RunningServer,
	by: By,
	colleague: NewColleague
): Promise<{ staffId: string } | 'not-allowed'> {
	if (!mayGive(by, colleague.role)) return 'not-allowed';
	return running.db.transaction().execute(async (tx) => {
		const school = await schoolById(tx, by.schoolId);
		const staff = await listStaff(tx, by.schoolId);
		const staffId = newId();
		await insertStaffMember(tx, by.schoolId, {
			staffId,
			sourceId: null,
			displayName: colleague.displayName,
			initials: initialsOf(colleague.displayName),
			pattern: patternFor(staff.length),
			role: colleague.role,
			email: colleague.email,
			accountId: null,
			language: school?.language ?? 'en',
			mayBeAsked: false
		});
		await audit(tx, by, 'staff-added', staffId, { role: colleague.role });
		return { staffId };
	});
}

/** Children see who may be asked, so their tablets hear of it once it is committed. */
async function tellingKiosks(
	running: RunningServer,
	schoolId: string,
	change: (tx: Db) => Promise<ChangeOutcome>
): Promise<ChangeOutcome> {
	const outcome = await running.db.transaction().execute(change);
	if (outcome === 'changed') await directoryChanged(running, schoolId);
	return outcome;
}

export const StaffChange = v.object({
	role: v.optional(v.picklist(['adult', 'lead', 'office', 'head'], 'people.role.missing')),
	mayBeAsked: v.boolean()
});
export type StaffChange = v.InferOutput<typeof StaffChange>;

export async function changeStaff(
	running: RunningServer,
	by: By,
	staffId: string,
	{ role, mayBeAsked }: StaffChange
): Promise<ChangeOutcome> {
	return tellingKiosks(running, by.schoolId, async (tx) => {
		const staff = await staffMember(tx, by.schoolId, staffId);
		if (!staff) return 'unknown';
		const newRole = role ?? staff.role;
		if (newRole !== staff.role) {
			if (by.role !== 'lead') return 'not-allowed';
			const leads = await leadsWhoSignIn(tx, by.schoolId);
			if (staff.role === 'lead' && staff.accountId !== null && leads <= 1) return 'last-lead';
		}
		await updateStaffMember(tx, by.schoolId, staffId, { role: newRole, mayBeAsked });
		await audit(tx, by, 'staff-changed', staffId, {
			from: { role: staff.role, mayBeAsked: staff.mayBeAsked },
			to: { role: newRole, mayBeAsked }
		});
		return 'changed';
	});
}

/** They leave: nothing of theirs is deleted, and they are signed out everywhere. */
export async function markStaffLeft(
	running: RunningServer,
	by: By,
	staffId: string
): Promise<ChangeOutcome> {
	return tellingKiosks(running, by.schoolId, async (tx) => {
		const staff = await staffMember(tx, by.schoolId, staffId);
		if (!staff) return 'unknown';
		if (staffId === by.staffId || !mayGive(by, staff.role)) return 'not-allowed';
		const leads = await leadsWhoSignIn(tx, by.schoolId);
		if (staff.role === 'lead' && staff.accountId !== null && leads <= 1) return 'last-lead';
		await updateStaffMember(tx, by.schoolId, staffId, { leftAt: Date.now() });
		if (staff.accountId) await endSessionsOf(tx, staff.accountId);
		await audit(tx, by, 'staff-left', staffId, { role: staff.role });
		return 'changed';
	});
}

const audit = (
	tx: Parameters<typeof writeAudit>[0],
	by: By,
	action: string,
	subject: string,
	detail: Record<string, unknown>
) => writeAudit(tx, { schoolId: by.schoolId, actor: by.staffId, action, subject, detail });
