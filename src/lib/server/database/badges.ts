// Queries about badges.
import type { Selectable } from 'kysely';
import type { Db } from './open';
import type { Tables } from './schema';

export type BadgeRow = Selectable<Tables['badge']>;

export async function badgeOf(db: Db, schoolId: string, pupilId: string): Promise<BadgeRow | null> {
	const row = await db
		.selectFrom('badge')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.executeTakeFirst();
	return row ?? null;
}

/** When each pupil who has a badge was given it. */
export async function badgesIssuedAt(db: Db, schoolId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('badge')
		.select(['pupil_id', 'issued_at'])
		.where('school_id', '=', schoolId)
		.execute();
	return new Map(rows.map(({ pupil_id, issued_at }) => [pupil_id, issued_at]));
}

/** A new badge takes the place of the old one. */
export async function putBadge(db: Db, row: BadgeRow): Promise<void> {
	const { school_id: _school, pupil_id: _pupil, ...renewed } = row;
	await db
		.insertInto('badge')
		.values(row)
		.onConflict((conflict) => conflict.columns(['school_id', 'pupil_id']).doUpdateSet(renewed))
		.execute();
}

/** False when there was none. */
export async function deleteBadge(db: Db, schoolId: string, pupilId: string): Promise<boolean> {
	const result = await db
		.deleteFrom('badge')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.executeTakeFirst();
	return result.numDeletedRows > 0n;
}
