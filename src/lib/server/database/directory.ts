// What the directory of a kiosk is made of. Standing exclusions are never read here:
// they never leave the server.
import type { Db } from './open';

/** Classes that are still there. */
export function directoryClasses(db: Db, schoolId: string) {
	return db
		.selectFrom('class')
		.select(['class_id', 'name', 'year_group', 'emblem'])
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.orderBy('class_id')
		.execute();
}

/** Pupils who are still at the school; of one class where `classId` is given. */
export function directoryPupils(db: Db, schoolId: string, classId: string | null) {
	return db
		.selectFrom('pupil')
		.leftJoin('secret_pictures', (join) =>
			join
				.onRef('secret_pictures.school_id', '=', 'pupil.school_id')
				.onRef('secret_pictures.pupil_id', '=', 'pupil.pupil_id')
		)
		.select([
			'pupil.pupil_id',
			'first_name',
			'distinguisher',
			'year_group',
			'picture',
			'language',
			'secret_pictures.length as picture_count'
		])
		.where('pupil.school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.$if(classId !== null, (query) =>
			query.where('pupil.pupil_id', 'in', (sub) =>
				sub
					.selectFrom('class_pupil')
					.select('pupil_id')
					.where('school_id', '=', schoolId)
					.where('class_id', '=', classId ?? '')
			)
		)
		.orderBy('pupil.pupil_id')
		.execute();
}

export function directoryClassPupils(db: Db, schoolId: string) {
	return db
		.selectFrom('class_pupil')
		.select(['class_id', 'pupil_id'])
		.where('school_id', '=', schoolId)
		.orderBy('class_id')
		.execute();
}

/** Everybody on the staff who has not left; the rules choose among them. */
export function directoryStaff(db: Db, schoolId: string) {
	return db
		.selectFrom('staff_member')
		.select([
			'staff_id',
			'display_name',
			'initials',
			'pattern',
			'role',
			'may_be_asked',
			'found_json',
			'away_until'
		])
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.orderBy('staff_id')
		.execute();
}

const add = (lists: Map<string, string[]>, ofId: string, staffId: string) => {
	const list = lists.get(ofId);
	if (list) list.push(staffId);
	else lists.set(ofId, [staffId]);
};

/** Staff ids by class. */
export async function adultsOfClasses(db: Db, schoolId: string): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('class_adult')
		.select(['class_id', 'staff_id'])
		.where('school_id', '=', schoolId)
		.execute();
	const lists = new Map<string, string[]>();
	for (const row of rows) add(lists, row.class_id, row.staff_id);
	return lists;
}

/** Staff ids by pupil, in the pupil's order. */
export async function adultsNamedByPupils(
	db: Db,
	schoolId: string
): Promise<Map<string, string[]>> {
	const rows = await db
		.selectFrom('trusted_adult')
		.select(['pupil_id', 'staff_id'])
		.where('school_id', '=', schoolId)
		.orderBy('position')
		.orderBy('staff_id')
		.execute();
	const lists = new Map<string, string[]>();
	for (const row of rows) add(lists, row.pupil_id, row.staff_id);
	return lists;
}
