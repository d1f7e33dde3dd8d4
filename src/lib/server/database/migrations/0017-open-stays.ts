// Until when a child is taken to be in a Cwtch.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('cwtch_stay').addColumn('open_until', 'bigint').execute();
}
