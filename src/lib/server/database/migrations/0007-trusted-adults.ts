// Each choice of trusted adults, by the child or by staff: the latest holds, all of them can be looked at.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const trustedChange = table(
	'trusted_change',
	{
		change_id: 'text',
		pupil_id: 'text',
		changed_by: 'text',
		certainty: 'text?',
		staff_ids_json: 'text',
		before_json: 'text',
		changed_at: 'time',
		received_at: 'time'
	},
	['change_id'],
	['pupil']
);

export async function up(db: Kysely<unknown>): Promise<void> {
	await trustedChange(db);
	await db.schema
		.createIndex('trusted_change_by_pupil')
		.on('trusted_change')
		.columns(['school_id', 'pupil_id', 'changed_at'])
		.execute();
}
