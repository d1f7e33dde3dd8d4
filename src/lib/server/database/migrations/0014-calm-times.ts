// What children did in the calm space, and how the feeling was afterwards.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const calmTime = table(
	'calm_time',
	{
		calm_id: 'text',
		pupil_id: 'text?',
		kiosk_id: 'text',
		activity: 'text',
		ended: 'text',
		feeling: 'text?',
		size_before: 'number?',
		after: 'text?',
		certainty: 'text',
		excluded_json: 'text',
		done_at: 'time',
		received_at: 'time',
		envelope_digest: 'text'
	},
	['calm_id']
);

export async function up(db: Kysely<unknown>): Promise<void> {
	await calmTime(db);
	// A day is one stretch of it, however many terms are kept.
	await db.schema
		.createIndex('calm_time_by_time')
		.on('calm_time')
		.columns(['school_id', 'done_at'])
		.execute();
}
