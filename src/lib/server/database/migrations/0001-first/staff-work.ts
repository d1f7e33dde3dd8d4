// What staff are told, what is due, who may sign in, and what was done.
import { table } from '../create-table';

export const staffWork = [
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
