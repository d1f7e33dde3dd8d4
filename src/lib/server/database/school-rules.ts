// What the clocks and rules of a school run on: its timetable, its hand-on policy, its places.
import type { HandOnPolicy, MeetingPlace, SchoolTimetable } from '$lib/domain/school';
import type { Db } from './open';

export interface SchoolRules {
	name: string;
	language: 'en' | 'cy';
	timetable: SchoolTimetable;
	policy: HandOnPolicy;
	places: MeetingPlace[];
}

const LAST_MINUTE_OF_DAY = 24 * 60;

/**
 * Open at every hour of every day, with the breaks where they are, and nobody arriving: for the demo
 * and for tests, which must not depend on the hour.
 */
const alwaysOpen = (timetable: SchoolTimetable): SchoolTimetable => ({
	...timetable,
	schoolDays: [1, 2, 3, 4, 5, 6, 7],
	opensMinutes: 0,
	arrival: { fromMinutes: timetable.arrival.toMinutes, toMinutes: timetable.arrival.toMinutes },
	closesMinutes: LAST_MINUTE_OF_DAY,
	terms: [],
	closedDates: []
});

/** The school's own, unless the settings keep it open. */
export const timetableInForce = (
	timetable: SchoolTimetable,
	settings: { schoolAlwaysOpen: boolean }
): SchoolTimetable => (settings.schoolAlwaysOpen ? alwaysOpen(timetable) : timetable);

/** @throws Error when there is no such school. */
export async function loadSchoolRules(
	db: Db,
	schoolId: string,
	settings: { schoolAlwaysOpen: boolean }
): Promise<SchoolRules> {
	const row = await db
		.selectFrom('school')
		.select(['name', 'language', 'timetable_json', 'policy_json', 'places_json'])
		.where('school_id', '=', schoolId)
		.executeTakeFirst();
	if (!row) throw new Error(`There is no school ${schoolId}`);
	const timetable = JSON.parse(row.timetable_json) as SchoolTimetable;
	return {
		name: row.name,
		language: row.language,
		timetable: timetableInForce(timetable, settings),
		policy: JSON.parse(row.policy_json) as HandOnPolicy,
		places: JSON.parse(row.places_json) as MeetingPlace[]
	};
}
