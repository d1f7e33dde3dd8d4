// What a new school starts with; all of it is the school's to change.
import {
	DEFAULT_HAND_ON_POLICY,
	type MeetingPlace,
	type SchoolTimetable
} from '$lib/domain/school';
import cy from '$lib/i18n/messages/cy/kiosk.json' with { type: 'json' };
import en from '$lib/i18n/messages/en/kiosk.json' with { type: 'json' };
import type { School, StaffedPlace } from '../database/school';

const at = (hour: number, minute: number) => hour * 60 + minute;

/** The usual day of a primary school in Wales and England. Without term dates every weekday is a school day. */
export const defaultTimetable = (): SchoolTimetable => ({
	timeZone: 'Europe/London',
	schoolDays: [1, 2, 3, 4, 5],
	opensMinutes: at(8, 50),
	homeMinutes: at(15, 20),
	closesMinutes: at(16, 30),
	arrival: { fromMinutes: at(8, 50), toMinutes: at(9, 10) },
	breakMinutes: at(10, 30),
	afternoonBreakMinutes: at(14, 0),
	lunchMinutes: at(12, 0),
	terms: [],
	closedDates: []
});

/** Only places that others can see into. */
export const defaultPlaces = (): MeetingPlace[] => {
	const place = (
		id: 'library' | 'cwtch' | 'class' | 'hall' | 'outside',
		overlookedBy: MeetingPlace['overlookedBy']
	): MeetingPlace => ({
		id,
		phrase: { en: en[`where.${id}`], cy: cy[`where.${id}`] },
		picture: id,
		overlookedBy
	});
	return [
		place('library', 'others-near'),
		place('cwtch', 'open-door'),
		place('class', 'open-door'),
		place('hall', 'in-view'),
		place('outside', 'in-view')
	];
};

export const defaultStaffedPlaces = (): StaffedPlace[] => [
	{ en: 'the school office', cy: 'swyddfa’r ysgol' }
];

export const newSchool = (school: {
	schoolId: string;
	name: string;
	language: 'en' | 'cy';
	setUpAt: number;
}): School => ({
	...school,
	sourceId: null,
	timetable: defaultTimetable(),
	places: defaultPlaces(),
	staffedPlaces: defaultStaffedPlaces(),
	policy: DEFAULT_HAND_ON_POLICY
});
