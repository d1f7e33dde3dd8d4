// Kiosks, what they show, and how a child opens For me on one.
import { table } from '../create-table';

export const kiosks = [
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
	)
];
