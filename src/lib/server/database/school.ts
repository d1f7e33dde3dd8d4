// The school itself: its name, times and places.
import type { HandOnPolicy, MeetingPlace, SchoolTimetable } from '$lib/domain/school';
import { planTidying } from './due-work';
import type { Db } from './open';

export interface StaffedPlace {
	en: string;
	cy: string;
}

export interface School {
	schoolId: string;
	name: string;
	sourceId: string | null;
	language: 'en' | 'cy';
	timetable: SchoolTimetable;
	places: MeetingPlace[];
	/** Places that always have a grown-up, for "I need a grown-up now". */
	staffedPlaces: StaffedPlace[];
	policy: HandOnPolicy;
	setUpAt: number;
}

/** With the work that every school has due from its first day. */
export async function insertSchool(db: Db, school: School): Promise<void> {
	await db
		.insertInto('school')
		.values({
			school_id: school.schoolId,
			name: school.name,
			source_id: school.sourceId,
			language: school.language,
			timetable_json: JSON.stringify(school.timetable),
			places_json: JSON.stringify(school.places),
			staffed_places_json: JSON.stringify(school.staffedPlaces),
			policy_json: JSON.stringify(school.policy),
			set_up_at: school.setUpAt
		})
		.execute();
	await planTidying(db, school.schoolId, school.setUpAt);
}

export async function schoolById(db: Db, schoolId: string): Promise<School | null> {
	const row = await db
		.selectFrom('school')
		.selectAll()
		.where('school_id', '=', schoolId)
		.executeTakeFirst();
	if (!row) return null;
	return {
		schoolId: row.school_id,
		name: row.name,
		sourceId: row.source_id,
		language: row.language,
		timetable: JSON.parse(row.timetable_json) as SchoolTimetable,
		places: JSON.parse(row.places_json) as MeetingPlace[],
		staffedPlaces: JSON.parse(row.staffed_places_json) as StaffedPlace[],
		policy: JSON.parse(row.policy_json) as HandOnPolicy,
		setUpAt: row.set_up_at
	};
}

/** In the order in which they were set up. */
export async function listSchools(
	db: Db
): Promise<{ schoolId: string; name: string; sourceId: string | null }[]> {
	return db
		.selectFrom('school')
		.select(['school_id as schoolId', 'name', 'source_id as sourceId'])
		.orderBy('set_up_at')
		.orderBy('school_id')
		.execute();
}

export async function updateSchool(
	db: Db,
	schoolId: string,
	changes: Partial<
		Pick<School, 'name' | 'language' | 'sourceId' | 'timetable' | 'places' | 'staffedPlaces'>
	>
): Promise<void> {
	const { name, language, sourceId, timetable, places, staffedPlaces } = changes;
	await db
		.updateTable('school')
		.set({
			...(name !== undefined && { name }),
			...(language !== undefined && { language }),
			...(sourceId !== undefined && { source_id: sourceId }),
			...(timetable && { timetable_json: JSON.stringify(timetable) }),
			...(places && { places_json: JSON.stringify(places) }),
			...(staffedPlaces && { staffed_places_json: JSON.stringify(staffedPlaces) })
		})
		.where('school_id', '=', schoolId)
		.execute();
}

/** Until the transaction ends nobody else changes this school: of two imports one comes after the other. */
export async function lockSchool(db: Db, schoolId: string): Promise<void> {
	await db
		.updateTable('school')
		.set((eb) => ({ name: eb.ref('name') }))
		.where('school_id', '=', schoolId)
		.execute();
}

/** A server without anybody who can sign in still waits to be set up. */
export async function somebodyCanSignIn(db: Db): Promise<boolean> {
	const row = await db
		.selectFrom('staff_member')
		.select('staff_id')
		.where('account_id', 'is not', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
