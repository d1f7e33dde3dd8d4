// The feelings of a day are one stretch of an index, however many terms of check-ins are kept.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createIndex('check_in_by_time')
		.on('check_in')
		.columns(['school_id', 'checked_in_at'])
		.execute();
}
