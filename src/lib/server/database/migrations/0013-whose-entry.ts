// Whose an entry really was, as a grown-up says it with "not this child".
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('entry_mark').addColumn('pupil_id', 'text').execute();
}
