// A pass that a grown-up does not give now.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('pass').addColumn('declined_at', 'bigint').execute();
}
