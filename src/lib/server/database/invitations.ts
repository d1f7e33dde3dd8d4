// One-time links with which a staff member chooses an e-mail address and a password.
import type { Db } from './open';

export interface Invitation {
	schoolId: string;
	staffId: string;
	madeBy: string | null;
	expiresAt: number;
	usedAt: number | null;
}

/** A new one takes the place of every older one that was not used. */
export async function replaceInvitation(
	db: Db,
	invitation: {
		schoolId: string;
		staffId: string;
		tokenHash: string;
		madeBy: string | null;
		expiresAt: number;
	}
): Promise<void> {
	await deleteUnusedInvitations(db, invitation.schoolId, invitation.staffId);
	await db
		.insertInto('invitation')
		.values({
			school_id: invitation.schoolId,
			token_hash: invitation.tokenHash,
			staff_id: invitation.staffId,
			made_by: invitation.madeBy,
			expires_at: invitation.expiresAt,
			used_at: null
		})
		.execute();
}

/** @returns how many were taken away. */
export async function deleteUnusedInvitations(
	db: Db,
	schoolId: string,
	staffId: string
): Promise<number> {
	const { numDeletedRows } = await db
		.deleteFrom('invitation')
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

/** An invitation that still opens: not used, not over, for somebody who has not left. */
export async function openInvitation(db: Db, tokenHash: string, now: number) {
	return (
		(await db
			.selectFrom('invitation')
			.innerJoin('staff_member', (join) =>
				join
					.onRef('staff_member.school_id', '=', 'invitation.school_id')
					.onRef('staff_member.staff_id', '=', 'invitation.staff_id')
			)
			.innerJoin('school', 'school.school_id', 'invitation.school_id')
			.select([
				'invitation.school_id as schoolId',
				'invitation.staff_id as staffId',
				'staff_member.display_name as displayName',
				'staff_member.email as email',
				'staff_member.role as role',
				'staff_member.account_id as accountId',
				'school.name as schoolName'
			])
			.where('invitation.token_hash', '=', tokenHash)
			.where('invitation.used_at', 'is', null)
			.where('invitation.expires_at', '>', now)
			.where('staff_member.left_at', 'is', null)
			.executeTakeFirst()) ?? null
	);
}

/** @returns true for the one caller who used it up. */
export async function useInvitation(db: Db, tokenHash: string, now: number): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('invitation')
		.set({ used_at: now })
		.where('token_hash', '=', tokenHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** The newest invitation of each staff member that nobody has used. */
export async function unusedInvitations(
	db: Db,
	schoolId: string
): Promise<Map<string, { expiresAt: number }>> {
	const rows = await db
		.selectFrom('invitation')
		.select(['staff_id', 'expires_at'])
		.where('school_id', '=', schoolId)
		.where('used_at', 'is', null)
		.orderBy('expires_at')
		.execute();
	return new Map(rows.map((row) => [row.staff_id, { expiresAt: row.expires_at }]));
}
