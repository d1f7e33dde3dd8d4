// What children have said, and what became of it.
import { table } from '../create-table';

export const talk = [
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
	table('talk_words', { request_id: 'text', sealed: 'text' }, ['request_id'], ['talk_request'])
];
