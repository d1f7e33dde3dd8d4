// Who is away from school, and until when.
import type { Db } from './open';

/** Everybody who has not left, by name; `awayUntil` in ms, also when it has passed. */
export function staffWithAway(db: Db, schoolId: string) {
	return db
		.selectFrom('staff_member')
		.select([
			'staff_id as staffId',
			'display_name as name',
			'initials',
			'pattern',
			'away_until as awayUntil'
		])
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.orderBy('display_name')
		.orderBy('staff_id')
		.execute();
}

/** @returns whether there is such a person, who has not left */
export async function setAwayUntil(
	db: Db,
	schoolId: string,
	staffId: string,
	awayUntil: number | null
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('staff_member')
		.set({ away_until: awayUntil })
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows) > 0;
}
