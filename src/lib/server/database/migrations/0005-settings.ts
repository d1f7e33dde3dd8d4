// What is set for the school, a tablet or a child, and since when a child's language is known.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const setting = table(
	'setting',
	{ scope: 'text', subject_id: 'text', change_json: 'text', changed_at: 'time' },
	['scope', 'subject_id']
);

export async function up(db: Kysely<unknown>): Promise<void> {
	await setting(db);
	await db.schema.alterTable('pupil').addColumn('language_at', 'bigint').execute();
}
