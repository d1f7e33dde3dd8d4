// Pupils, classes, staff and who belongs together, as a roster import compares them.
import type { KnownRoster } from '../roster/plan-import';
import type { Db } from './open';

function lists(pairs: readonly { of: string; sourceId: string | null }[]): Map<string, string[]> {
	const found = new Map<string, string[]>();
	for (const { of, sourceId } of pairs) {
		if (sourceId !== null) found.set(of, [...(found.get(of) ?? []), sourceId]);
	}
	for (const list of found.values()) list.sort();
	return found;
}

/** What the school has, those who left included; classes made by hand count for nobody. */
export async function knownRoster(db: Db, schoolId: string): Promise<KnownRoster> {
	const classes = await db
		.selectFrom('class')
		.selectAll()
		.where('school_id', '=', schoolId)
		.execute();
	const pupils = await db
		.selectFrom('pupil')
		.selectAll()
		.where('school_id', '=', schoolId)
		.execute();
	const staff = await db
		.selectFrom('staff_member')
		.selectAll()
		.where('school_id', '=', schoolId)
		.execute();
	const ofPupils = await db
		.selectFrom('class_pupil')
		.innerJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_pupil.school_id')
				.onRef('class.class_id', '=', 'class_pupil.class_id')
		)
		.select(['class_pupil.pupil_id as of', 'class.source_id as sourceId'])
		.where('class.school_id', '=', schoolId)
		.execute();
	const ofStaff = await db
		.selectFrom('class_adult')
		.innerJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_adult.school_id')
				.onRef('class.class_id', '=', 'class_adult.class_id')
		)
		.select(['class_adult.staff_id as of', 'class.source_id as sourceId'])
		.where('class.school_id', '=', schoolId)
		.execute();
	const classesOfPupil = lists(ofPupils);
	const classesOfStaff = lists(ofStaff);
	return {
		classes: classes.map((row) => ({
			id: row.class_id,
			sourceId: row.source_id,
			left: row.left_at !== null,
			name: row.name,
			yearGroups: row.year_groups_json ? (JSON.parse(row.year_groups_json) as number[]) : []
		})),
		pupils: pupils.map((row) => ({
			id: row.pupil_id,
			sourceId: row.source_id,
			left: row.left_at !== null,
			firstName: row.first_name,
			distinguisher: row.distinguisher,
			yearGroup: row.year_group,
			classSourceIds: classesOfPupil.get(row.pupil_id) ?? []
		})),
		staff: staff.map((row) => ({
			id: row.staff_id,
			sourceId: row.source_id,
			left: row.left_at !== null,
			displayName: row.display_name,
			role: row.role,
			email: row.email,
			classSourceIds: classesOfStaff.get(row.staff_id) ?? []
		}))
	};
}
