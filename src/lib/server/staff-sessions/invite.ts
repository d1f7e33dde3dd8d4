// Invitations: a lead or the office makes a link that works once, within a week; whoever opens it
// chooses an e-mail address and a password. For somebody who signs in already it sets both anew.
import { hashPassword } from 'better-auth/crypto';
import { accountIdByEmail, insertAccount, replaceCredentials } from '../database/accounts';
import { writeAudit } from '../database/audit';
import {
	deleteUnusedInvitations,
	openInvitation,
	replaceInvitation,
	useInvitation
} from '../database/invitations';
import type { Db } from '../database/open';
import { staffMember, updateStaffMember, type StaffMember } from '../database/people';
import type { RunningServer } from '../running';
import type { Credentials } from './credentials';
import { hashToken, newToken } from './one-time-token';
import type { StaffSession } from './staff-session';

export const INVITATION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether this person may make a link for that one. A link opens an account: the office invites
 * adults and the office for the first time, and everything that could open requests to somebody
 * else is for leads.
 */
export function mayInvite(
	by: Pick<StaffSession, 'role'>,
	staff: Pick<StaffMember, 'role' | 'accountId'>
): boolean {
	if (by.role === 'lead') return true;
	if (by.role !== 'office') return false;
	return staff.accountId === null && (staff.role === 'adult' || staff.role === 'office');
}

export type InviteOutcome =
	| { kind: 'invited'; link: string; expiresAt: number }
	| { kind: 'not-allowed' }
	/** Nobody of the school has this id, or they have left. */
	| { kind: 'unknown' };

/** Every older link of the same person stops working. Only a hash is kept: show the link now. */
export async function invite(
	running: RunningServer,
	by: Pick<StaffSession, 'schoolId' | 'staffId' | 'role'>,
	staffId: string
): Promise<InviteOutcome> {
	const now = Date.now();
	const token = newToken();
	const expiresAt = now + INVITATION_LIFETIME_MS;
	return running.db.transaction().execute(async (tx): Promise<InviteOutcome> => {
		const staff = await staffMember(tx, by.schoolId, staffId);
		if (!staff) return { kind: 'unknown' };
		if (!mayInvite(by, staff)) return { kind: 'not-allowed' };
		await replaceInvitation(tx, {
			schoolId: by.schoolId,
			staffId,
			tokenHash: hashToken(token),
			madeBy: by.staffId,
			expiresAt
		});
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'invitation-made',
			subject: staffId,
			detail: { role: staff.role, again: staff.accountId !== null },
			at: now
		});
		return {
			kind: 'invited',
			link: `${running.config.origin}/staff/invitation/${token}`,
			expiresAt
		};
	});
}

export async function revokeInvitation(
	running: RunningServer,
	by: Pick<StaffSession, 'schoolId' | 'staffId'>,
	staffId: string
): Promise<'revoked' | 'unknown'> {
	return running.db.transaction().execute(async (tx) => {
		if ((await deleteUnusedInvitations(tx, by.schoolId, staffId)) === 0) return 'unknown';
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'invitation-revoked',
			subject: staffId
		});
		return 'revoked';
	});
}

/** Whom an invitation is for; `null` when it is used, too old, taken back, or never was one. */
export const invitationFor = (db: Db, token: string) =>
	openInvitation(db, hashToken(token), Date.now());

export type AcceptOutcome = 'accepted' | 'email-taken' | 'gone';

/** Uses the invitation up and makes the account, or neither. */
export async function acceptInvitation(
	running: RunningServer,
	token: string,
	{ email, password }: Credentials
): Promise<AcceptOutcome> {
	const passwordHash = await hashPassword(password);
	const now = Date.now();
	const tokenHash = hashToken(token);
	return running.db.transaction().execute(async (tx): Promise<AcceptOutcome> => {
		const invited = await openInvitation(tx, tokenHash, now);
		if (!invited) return 'gone';
		const { schoolId, staffId } = invited;
		const owner = await accountIdByEmail(tx, email);
		if (owner !== null && owner !== invited.accountId) return 'email-taken';
		if (!(await useInvitation(tx, tokenHash, now))) return 'gone';
		if (invited.accountId) {
			await replaceCredentials(tx, invited.accountId, { email, passwordHash, at: now });
		} else {
			const name = invited.displayName;
			const accountId = await insertAccount(tx, { email, name, passwordHash, at: now });
			await updateStaffMember(tx, schoolId, staffId, { accountId });
		}
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: 'invitation-accepted',
			subject: staffId,
			detail: { again: invited.accountId !== null },
			at: now
		});
		return 'accepted';
	});
}
