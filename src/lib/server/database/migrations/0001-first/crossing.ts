// What arrives from kiosks, before it is understood.
import { table } from '../create-table';

export const crossing = [
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
	)
];
