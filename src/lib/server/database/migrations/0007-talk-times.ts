// When adults keep time for talks, and who has said that they are here today.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const tables = [
	table(
		'talk_time',
		{ staff_id: 'text', weekday: 'number', part: 'text' },
		['staff_id', 'weekday', 'part'],
		['staff_member']
	),
	table(
		'staff_presence',
		{ staff_id: 'text', here_until: 'time', said_by: 'text', said_at: 'time' },
		['staff_id'],
		['staff_member']
	)
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const create of tables) await create(db);
}
