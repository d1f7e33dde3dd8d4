// Badges, and passes by which a grown-up opens For me.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const tables = [
	table('badge', { pupil_id: 'text', token_hash: 'text', issued_at: 'time', issued_by: 'text' }, [
		'pupil_id'
	]),
	table(
		'pass',
		{
			pass_id: 'text',
			pupil_id: 'text',
			kiosk_id: 'text',
			number: 'text',
			excluded_json: 'text',
			asked_at: 'time',
			wrong_numbers: 'number',
			approved_at: 'time?',
			approved_by: 'text?',
			used_at: 'time?'
		},
		['pass_id']
	)
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const create of tables) await create(db);
	await db.schema
		.createIndex('pass_by_time')
		.on('pass')
		.columns(['school_id', 'asked_at'])
		.execute();
}
