// The first tables. A migration is never edited once a release carries it.
import { PostgresAdapter, sql, type Kysely } from 'kysely';
import { crossing } from './0001-first/crossing';
import { kiosks } from './0001-first/kiosks';
import { people } from './0001-first/people';
import { staffWork } from './0001-first/staff-work';
import { talk } from './0001-first/talk';

/** In this order: a table stands after those it points to. */
const tables = [...people, ...kiosks, ...crossing, ...talk, ...staffWork];

const indexes: [name: string, table: string, columns: string[]][] = [
	['unopened_envelope_in_order', 'unopened_envelope', ['received_at', 'envelope_id']],
	['check_in_by_pupil', 'check_in', ['school_id', 'pupil_id', 'received_at']],
	['hello_by_adult', 'hello', ['school_id', 'staff_id', 'said_at']],
	['talk_request_by_pupil', 'talk_request', ['school_id', 'pupil_id', 'asked_at']],
	['talk_request_by_state', 'talk_request', ['school_id', 'state', 'asked_at']],
	['talk_holder_by_adult', 'talk_holder', ['school_id', 'staff_id', 'request_id']],
	['due_work_open', 'due_work', ['done_at', 'due_at']],
	['notice_by_staff', 'notice', ['school_id', 'staff_id', 'created_at']],
	['staff_member_by_account', 'staff_member', ['account_id']],
	['kiosk_by_id', 'kiosk', ['kiosk_id']],
	['pairing_code_by_hash', 'pairing_code', ['code_hash']]
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const create of tables) await create(db);
	for (const [name, on, columns] of indexes) {
		await db.schema.createIndex(name).on(on).columns(columns).execute();
	}
	if (db.getExecutor().adapter instanceof PostgresAdapter) {
		// Sealed bytes do not shrink; trying costs more than storing them.
		await sql`alter table envelope alter column line set storage external`.execute(db);
	}
}
