// Which adults children may ask, where they are found, and whom each child has named.
import type { Db } from './open';

/** Agreed to be named; `found` is a whole phrase, said to children. */
export async function agreeToBeAsked(
	db: Db,
	schoolId: string,
	staffId: string,
	found: { en: string; cy: string } | null
): Promise<void> {
	await db
		.updateTable('staff_member')
		.set({ may_be_asked: 1, found_json: found ? JSON.stringify(found) : null })
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.execute();
}

/** Replaces whom a pupil has named; the first is shown first. */
export async function setTrustedAdults(
	db: Db,
	schoolId: string,
	pupilId: string,
	staffIds: readonly string[]
): Promise<void> {
	await db
		.deleteFrom('trusted_adult')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.execute();
	if (staffIds.length === 0) return;
	await db
		.insertInto('trusted_adult')
		.values(
			staffIds.map((staff_id, position) => ({
				school_id: schoolId,
				pupil_id: pupilId,
				staff_id,
				position
			}))
		)
		.execute();
}

export interface ClassPeople {
	classId: string;
	name: string;
	pupils: { pupilId: string; firstName: string; yearGroup: number | null }[];
	adultIds: string[];
}

/** Every class with its pupils and adults, in the order of the names. */
export async function classPeople(db: Db, schoolId: string): Promise<ClassPeople[]> {
	const [classes, pupils, adults] = await Promise.all([
		db
			.selectFrom('class')
			.select(['class_id', 'name'])
			.where('school_id', '=', schoolId)
			.where('left_at', 'is', null)
			.orderBy('name')
			.execute(),
		db
			.selectFrom('class_pupil')
			.innerJoin('pupil', (join) =>
				join
					.onRef('pupil.school_id', '=', 'class_pupil.school_id')
					.onRef('pupil.pupil_id', '=', 'class_pupil.pupil_id')
			)
			.select(['class_id', 'pupil.pupil_id', 'first_name', 'year_group'])
			.where('class_pupil.school_id', '=', schoolId)
			.where('pupil.left_at', 'is', null)
			.orderBy('first_name')
			.orderBy('pupil.pupil_id')
			.execute(),
		db
			.selectFrom('class_adult')
			.select(['class_id', 'staff_id'])
			.where('school_id', '=', schoolId)
			.orderBy('staff_id')
			.execute()
	]);
	return classes.map(({ class_id: classId, name }) => ({
		classId,
		name,
		pupils: pupils
			.filter((row) => row.class_id === classId)
			.map((row) => ({
				pupilId: row.pupil_id,
				firstName: row.first_name,
				yearGroup: row.year_group
			})),
		adultIds: adults.filter((row) => row.class_id === classId).map((row) => row.staff_id)
	}));
}
