// Who has said to be in a Cwtch, and when children began to be calm in one.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const tables = [
	table(
		'cwtch_presence',
		{ kiosk_id: 'text', staff_id: 'text', here_until: 'time', said_at: 'time' },
		['kiosk_id', 'staff_id'],
		['staff_member']
	),
	table(
		'cwtch_stay',
		{
			stay_id: 'text',
			kiosk_id: 'text',
			pupil_id: 'text?',
			excluded_json: 'text',
			began_at: 'time',
			received_at: 'time',
			alone: 'number',
			said: 'text?',
			said_at: 'time?'
		},
		['stay_id']
	)
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const create of tables) await create(db);
	// The page looks at the last of each room.
	await db.schema
		.createIndex('cwtch_stay_by_kiosk')
		.on('cwtch_stay')
		.columns(['school_id', 'kiosk_id', 'received_at'])
		.execute();
}
