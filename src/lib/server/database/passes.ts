// Queries about passes: a kiosk asks, a member of staff approves or declines, the kiosk uses it once.
import type { Selectable } from 'kysely';
import type { Db } from './open';
import type { Tables } from './schema';

export type PassRow = Selectable<Tables['pass']>;

export async function insertPass(db: Db, row: PassRow): Promise<void> {
	await db.insertInto('pass').values(row).execute();
}

/** Those of the kiosk that nobody has approved: a new one takes their place. */
export async function deleteAskedPasses(db: Db, schoolId: string, kioskId: string): Promise<void> {
	await db
		.deleteFrom('pass')
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('approved_at', 'is', null)
		.execute();
}

/** Asked before a moment (ms): another one for those that somebody has approved. */
export async function deletePassesBefore(
	db: Db,
	schoolId: string,
	before: { unapproved: number; approved: number }
): Promise<void> {
	await db
		.deleteFrom('pass')
		.where('school_id', '=', schoolId)
		.where((eb) =>
			eb.or([
				eb('asked_at', '<', before.approved),
				eb.and([eb('asked_at', '<', before.unapproved), eb('approved_at', 'is', null)])
			])
		)
		.execute();
}

/** Asked since then and not answered yet; oldest first. */
export function openPasses(db: Db, schoolId: string, since: number): Promise<PassRow[]> {
	return db
		.selectFrom('pass')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('asked_at', '>', since)
		.where('approved_at', 'is', null)
		.where('declined_at', 'is', null)
		.orderBy('asked_at')
		.orderBy('pass_id')
		.execute();
}

/** Newest first. */
export function approvedPasses(db: Db, schoolId: string, since: number): Promise<PassRow[]> {
	return db
		.selectFrom('pass')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('approved_at', '>', since)
		.orderBy('approved_at', 'desc')
		.orderBy('pass_id')
		.execute();
}

/** One statement, so that of two grown-ups at once only one has answered it. */
export async function markPassAnswered(
	db: Db,
	schoolId: string,
	passId: string,
	answer: { approved_at: number; approved_by: string } | { declined_at: number }
): Promise<boolean> {
	const result = await db
		.updateTable('pass')
		.set(answer)
		.where('school_id', '=', schoolId)
		.where('pass_id', '=', passId)
		.where('approved_at', 'is', null)
		.where('declined_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function countWrongNumber(db: Db, schoolId: string, passId: string): Promise<void> {
	await db
		.updateTable('pass')
		.set((eb) => ({ wrong_numbers: eb('wrong_numbers', '+', 1) }))
		.where('school_id', '=', schoolId)
		.where('pass_id', '=', passId)
		.execute();
}

/** True once: approved after `approvedAfter`, for this kiosk and child, and not used before. */
export async function markPassUsed(
	db: Db,
	pass: { schoolId: string; passId: string; kioskId: string; pupilId: string },
	times: { approvedAfter: number; now: number }
): Promise<boolean> {
	const result = await db
		.updateTable('pass')
		.set({ used_at: times.now })
		.where('school_id', '=', pass.schoolId)
		.where('pass_id', '=', pass.passId)
		.where('kiosk_id', '=', pass.kioskId)
		.where('pupil_id', '=', pass.pupilId)
		.where('approved_at', '>', times.approvedAfter)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Whom the child has left out of these requests. */
export async function leftOutOfRequests(
	db: Db,
	schoolId: string,
	requestIds: readonly string[]
): Promise<string[]> {
	if (requestIds.length === 0) return [];
	const rows = await db
		.selectFrom('talk_holder')
		.select('staff_id')
		.where('school_id', '=', schoolId)
		.where('request_id', 'in', [...requestIds])
		.where('relation', '=', 'excluded')
		.execute();
	return [...new Set(rows.map(({ staff_id }) => staff_id))];
}
