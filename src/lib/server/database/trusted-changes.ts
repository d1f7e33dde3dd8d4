// Who was named as a child's trusted adults, when and by whom. Rows are only ever added.
import type { Selectable } from 'kysely';
import type { TrustedChange } from '$lib/domain/trusted-adults';
import type { Db } from './open';
import type { Tables } from './schema';

export interface SavedTrustedChange extends TrustedChange {
	pupilId: string;
	/** `child`, or a staff id. */
	by: string;
	/** How sure it is that it was this child; `null` where staff set it. */
	certainty: string | null;
	/** Who was named until then. */
	beforeIds: readonly string[];
	receivedAt: number;
}

const asChange = (row: Selectable<Tables['trusted_change']>): SavedTrustedChange => ({
	changeId: row.change_id,
	pupilId: row.pupil_id,
	by: row.changed_by,
	certainty: row.certainty,
	adultIds: JSON.parse(row.staff_ids_json) as string[],
	beforeIds: JSON.parse(row.before_json) as string[],
	at: row.changed_at,
	receivedAt: row.received_at
});

/** @returns false when this change was there already */
export async function insertTrustedChange(
	db: Db,
	schoolId: string,
	change: SavedTrustedChange
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('trusted_change')
		.values({
			school_id: schoolId,
			change_id: change.changeId,
			pupil_id: change.pupilId,
			changed_by: change.by,
			certainty: change.certainty,
			staff_ids_json: JSON.stringify(change.adultIds),
			before_json: JSON.stringify(change.beforeIds),
			changed_at: change.at,
			received_at: change.receivedAt
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) > 0;
}

export async function trustedChangesOf(
	db: Db,
	schoolId: string,
	pupilId: string
): Promise<SavedTrustedChange[]> {
	const rows = await db
		.selectFrom('trusted_change')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.execute();
	return rows.map(asChange);
}

/** Those that arrived since, the latest first. */
export async function trustedChangesSince(
	db: Db,
	schoolId: string,
	from: number
): Promise<SavedTrustedChange[]> {
	const rows = await db
		.selectFrom('trusted_change')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('received_at', '>=', from)
		.orderBy('received_at', 'desc')
		.orderBy('change_id', 'desc')
		.execute();
	return rows.map(asChange);
}
