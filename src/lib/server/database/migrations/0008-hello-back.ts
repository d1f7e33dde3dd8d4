// When an adult said hello back; the child reads it in For me on the same day.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('hello').addColumn('back_at', 'bigint').execute();
}
