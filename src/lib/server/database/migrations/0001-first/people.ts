// The school and its people.
import { table } from '../create-table';

export const people = [
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
	)
];
