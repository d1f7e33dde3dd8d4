// The first tables. A migration is never edited once a release carries it.
import {
	PostgresAdapter,
	sql,
	type ColumnDefinitionBuilder,
	type CreateTableBuilder,
	type Kysely
} from 'kysely';

type Column = 'text' | 'text?' | 'time' | 'time?' | 'number' | 'number?';
type Columns = Record<string, Column>;

const types = { text: 'text', time: 'bigint', number: 'integer' } as const;

const parentKeys: Record<string, string> = {
	class: 'class_id',
	pupil: 'pupil_id',
	staff_member: 'staff_id',
	talk_request: 'request_id'
};

/** A table whose key begins with `school_id`. A `?` marks a column that may be null. */
function table(name: string, columns: Columns, key: string[], parents: string[] = []) {
	return async (db: Kysely<unknown>) => {
		let building: CreateTableBuilder<string, string> = db.schema
			.createTable(name)
			.addColumn('school_id', 'text', (column) => column.notNull());
		for (const [column, kind] of Object.entries(columns)) {
			const type = types[kind.replace('?', '') as keyof typeof types];
			const rule = (made: ColumnDefinitionBuilder) => (kind.endsWith('?') ? made : made.notNull());
			building = building.addColumn(column, type, rule);
		}
		building = building.addPrimaryKeyConstraint(`${name}_key`, ['school_id', ...key] as never[]);
		for (const parent of parents) {
			const own = ['school_id', parentKeys[parent] ?? ''] as never[];
			building = building.addForeignKeyConstraint(`${name}_${parent}`, own, parent, own);
		}
		await building.execute();
	};
}

const tables = [
	table(
		'school',
		{
			name: 'text',
			source_id: 'text?',
			language: 'text',
			timetable_json: 'text',
			places_json: 'text',
			staffed_places_json: 'text',
			policy_json: 'text',
			set_up_at: 'time'
		},
		[]
	),
	table(
		'staff_member',
		{
			staff_id: 'text',
			source_id: 'text?',
			display_name: 'text',
			initials: 'text',
			pattern: 'number',
			role: 'text',
			email: 'text?',
			account_id: 'text?',
			language: 'text',
			may_be_asked: 'number',
			found_json: 'text?',
			away_until: 'time?',
			left_at: 'time?'
		},
		['staff_id']
	),
	table(
		'pupil',
		{
			pupil_id: 'text',
			source_id: 'text?',
			first_name: 'text',
			distinguisher: 'text?',
			year_group: 'number?',
			picture: 'text',
			language: 'text?',
			left_at: 'time?'
		},
		['pupil_id']
	),
	table(
		'class',
		{
			class_id: 'text',
			source_id: 'text?',
			name: 'text',
			year_group: 'number?',
			year_groups_json: 'text?',
			emblem: 'text',
			left_at: 'time?'
		},
		['class_id']
	),
	table(
		'class_pupil',
		{ class_id: 'text', pupil_id: 'text' },
		['class_id', 'pupil_id'],
		['class', 'pupil']
	),
	table(
		'class_adult',
		{ class_id: 'text', staff_id: 'text' },
		['class_id', 'staff_id'],
		['class', 'staff_member']
	),
	table(
		'trusted_adult',
		{ pupil_id: 'text', staff_id: 'text', position: 'number' },
		['pupil_id', 'staff_id'],
		['pupil', 'staff_member']
	),
	table(
		'standing_exclusion',
		{ pupil_id: 'text', staff_id: 'text', set_by: 'text', set_at: 'time' },
		['pupil_id', 'staff_id']
	),
	table(
		'kiosk',
		{
			kiosk_id: 'text',
			name: 'text',
			place: 'text',
			class_id: 'text?',
			public_key: 'text',
			paired_at: 'time',
			revoked_at: 'time?',
			last_contact_at: 'time',
			highest_counter: 'time'
		},
		['kiosk_id']
	),
	table(
		'pairing_code',
		{
			code_hash: 'text',
			kiosk_name: 'text',
			place: 'text',
			class_id: 'text?',
			made_by: 'text',
			expires_at: 'time',
			used_at: 'time?'
		},
		['code_hash']
	),
	table(
		'envelope',
		{
			envelope_id: 'text',
			digest: 'text',
			kiosk_id: 'text',
			counter: 'time',
			boot_id: 'text',
			line: 'text',
			received_at: 'time'
		},
		['envelope_id', 'digest']
	),
	table('unopened_envelope', { envelope_id: 'text', digest: 'text', received_at: 'time' }, [
		'envelope_id',
		'digest'
	]),
	table(
		'counter_gap',
		{ kiosk_id: 'text', counter: 'time', noticed_at: 'time', filled_at: 'time?' },
		['kiosk_id', 'counter']
	),
	table(
		'quarantine',
		{
			envelope_id: 'text',
			digest: 'text',
			reason: 'text',
			quarantined_at: 'time',
			looked_at_by: 'text?',
			looked_at: 'time?'
		},
		['envelope_id', 'digest']
	),
	table(
		'alarm',
		{
			alarm_id: 'text',
			kind: 'text',
			detail_json: 'text',
			raised_at: 'time',
			seen_by: 'text?',
			seen_at: 'time?'
		},
		['alarm_id']
	),
	table(
		'check_in',
		{
			check_in_id: 'text',
			pupil_id: 'text',
			kiosk_id: 'text',
			moment: 'text',
			feeling: 'text?',
			certainty: 'text',
			language: 'text',
			excluded_json: 'text',
			checked_in_at: 'time',
			received_at: 'time'
		},
		['check_in_id']
	),
	table('hello', { hello_id: 'text', pupil_id: 'text', staff_id: 'text', said_at: 'time' }, [
		'hello_id',
		'staff_id'
	]),
	table(
		'talk_request',
		{
			request_id: 'text',
			pupil_id: 'text?',
			kiosk_id: 'text',
			kind: 'text',
			state: 'text',
			asked_at: 'time',
			envelope_id: 'text',
			envelope_digest: 'text'
		},
		['request_id']
	),
	table(
		'talk_event',
		{ request_id: 'text', position: 'number', at: 'time', kind: 'text', event_json: 'text' },
		['request_id', 'position'],
		['talk_request']
	),
	table(
		'talk_holder',
		{ request_id: 'text', staff_id: 'text', given_at: 'time', relation: 'text' },
		['request_id', 'staff_id', 'relation'],
		['talk_request', 'staff_member']
	),
	table('talk_words', { request_id: 'text', sealed: 'text' }, ['request_id'], ['talk_request']),
	table(
		'due_work',
		{
			work_id: 'text',
			kind: 'text',
			subject_id: 'text',
			due_at: 'time',
			detail_json: 'text',
			attempts: 'number',
			done_at: 'time?'
		},
		['work_id']
	),
	table(
		'notice',
		{
			notice_id: 'text',
			staff_id: 'text',
			urgent: 'number',
			created_at: 'time',
			sent_at: 'time?',
			failed_at: 'time?',
			attempts: 'number'
		},
		['notice_id']
	),
	table(
		'push_subscription',
		{
			subscription_id: 'text',
			staff_id: 'text',
			endpoint: 'text',
			p256dh: 'text',
			auth: 'text',
			language: 'text',
			created_at: 'time',
			failed_at: 'time?'
		},
		['subscription_id']
	),
	table(
		'staff_feed',
		{ event_id: 'text', staff_id: 'text', kind: 'text', subject_id: 'text', at: 'time' },
		['staff_id', 'event_id']
	),
	table(
		'kiosk_feed',
		{ event_id: 'text', kiosk_id: 'text', kind: 'text', detail_json: 'text', at: 'time' },
		['kiosk_id', 'event_id']
	),
	table(
		'secret_pictures',
		{
			pupil_id: 'text',
			hash: 'text',
			salt: 'text',
			length: 'number',
			issued_at: 'time',
			issued_by: 'text?'
		},
		['pupil_id']
	),
	table('guess', { scope: 'text', misses: 'number', last_miss_at: 'time' }, ['scope']),
	table(
		'answer_token',
		{ token_hash: 'text', pupil_id: 'text', kiosk_id: 'text', expires_at: 'time' },
		['token_hash']
	),
	table(
		'invitation',
		{
			token_hash: 'text',
			staff_id: 'text',
			made_by: 'text?',
			expires_at: 'time',
			used_at: 'time?'
		},
		['token_hash']
	),
	table('set_up_link', { token_hash: 'text', made_at: 'time' }, ['token_hash']),
	table(
		'card_setting',
		{ scope: 'text', subject_id: 'text', style: 'text', size: 'text', band: 'text?' },
		['scope', 'subject_id']
	),
	table(
		'feeling_word',
		{
			word_id: 'text',
			en: 'text',
			cy: 'text',
			stone: 'number',
			added_at: 'time',
			removed_at: 'time?'
		},
		['word_id']
	),
	table(
		'audit',
		{
			audit_id: 'text',
			at: 'time',
			actor: 'text',
			action: 'text',
			subject: 'text',
			detail_json: 'text'
		},
		['audit_id']
	)
];

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
