// What a child says more about a feeling, where they do.
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('check_in').addColumn('size', 'integer').execute();
	await db.schema.alterTable('check_in').addColumn('clues_json', 'text').execute();
}
