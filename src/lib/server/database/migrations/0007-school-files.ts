// Files that a school gives its tablets: portraits, symbols, recordings.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const schoolFile = table(
	'school_file',
	{
		kind: 'text',
		name: 'text',
		digest: 'text',
		type: 'text',
		bytes: 'bytes',
		length: 'number',
		kept_by: 'text',
		kept_at: 'time'
	},
	['kind', 'name']
);

export async function up(db: Kysely<unknown>): Promise<void> {
	await schoolFile(db);
	await db.schema
		.createIndex('school_file_by_digest')
		.on('school_file')
		.columns(['school_id', 'digest'])
		.execute();
}
