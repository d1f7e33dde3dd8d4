// Pupils, classes and who belongs together, as a roster import writes them.
import type { RosterClass, RosterPupil, RosterStaff } from '../roster/roster';
import type { Db } from './open';

/** Rows per statement: well below the number of values that SQLite and PostgreSQL take at once. */
const ROWS_AT_ONCE = 500;

async function inPortions<Row>(
	rows: readonly Row[],
	write: (portion: Row[]) => Promise<unknown>
): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
		await write(rows.slice(from, from + ROWS_AT_ONCE));
	}
}

export interface NewClass extends RosterClass {
	id: string;
	emblem: string;
}

/** Of a class, as the roster has it. */
const classColumns = ({ sourceId, name, yearGroups }: RosterClass) => ({
	source_id: sourceId,
	name,
	year_group: yearGroups[0] ?? null,
	year_groups_json: JSON.stringify(yearGroups),
	left_at: null
});

export async function insertClasses(db: Db, schoolId: string, classes: NewClass[]): Promise<void> {
	await inPortions(classes, (portion) =>
		db
			.insertInto('class')
			.values(
				portion.map((one) => ({
					school_id: schoolId,
					class_id: one.id,
					emblem: one.emblem,
					...classColumns(one)
				}))
			)
			.execute()
	);
}

/** Also brings a class back that had left. */
export async function updateClass(
	db: Db,
	schoolId: string,
	id: string,
	to: RosterClass
): Promise<void> {
	await db
		.updateTable('class')
		.set(classColumns(to))
		.where('school_id', '=', schoolId)
		.where('class_id', '=', id)
		.execute();
}

/** Emblems and pictures that are in use, so that new ones are given out evenly. */
export async function picturesInUse(
	db: Db,
	schoolId: string
): Promise<{ emblems: string[]; pupilsByClass: Map<string, string[]> }> {
	const classes = await db
		.selectFrom('class')
		.select('emblem')
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.execute();
	const pupils = await db
		.selectFrom('class_pupil')
		.innerJoin('pupil', (join) =>
			join
				.onRef('pupil.school_id', '=', 'class_pupil.school_id')
				.onRef('pupil.pupil_id', '=', 'class_pupil.pupil_id')
		)
		.select(['class_pupil.class_id', 'pupil.picture'])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil.left_at', 'is', null)
		.execute();
	const pupilsByClass = new Map<string, string[]>();
	for (const { class_id, picture } of pupils) {
		pupilsByClass.set(class_id, [...(pupilsByClass.get(class_id) ?? []), picture]);
	}
	return { emblems: classes.map(({ emblem }) => emblem), pupilsByClass };
}

export interface NewPupil extends RosterPupil {
	id: string;
	picture: string;
}

/** Of a pupil, as the roster has it. */
const pupilColumns = ({ sourceId, firstName, distinguisher, yearGroup }: RosterPupil) => ({
	source_id: sourceId,
	first_name: firstName,
	distinguisher,
	year_group: yearGroup,
	left_at: null
});

export async function insertPupils(db: Db, schoolId: string, pupils: NewPupil[]): Promise<void> {
	await inPortions(pupils, (portion) =>
		db
			.insertInto('pupil')
			.values(
				portion.map((one) => ({
					school_id: schoolId,
					pupil_id: one.id,
					picture: one.picture,
					language: null,
					...pupilColumns(one)
				}))
			)
			.execute()
	);
}

/** Also brings a pupil back who had left; picture and language stay the child's own. */
export async function updatePupil(
	db: Db,
	schoolId: string,
	id: string,
	to: RosterPupil
): Promise<void> {
	await db
		.updateTable('pupil')
		.set(pupilColumns(to))
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', id)
		.execute();
}

/** Also brings a staff member back who had left. */
export async function updateStaffFromRoster(
	db: Db,
	schoolId: string,
	id: string,
	to: Omit<RosterStaff, 'classSourceIds'> & { initials: string }
): Promise<void> {
	await db
		.updateTable('staff_member')
		.set({
			source_id: to.sourceId,
			display_name: to.displayName,
			initials: to.initials,
			role: to.role,
			email: to.email,
			left_at: null
		})
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', id)
		.execute();
}

/** They left: the rows stay, with the time. */
export async function markLeft(
	db: Db,
	schoolId: string,
	left: { classIds: string[]; pupilIds: string[]; staffIds: string[] },
	at: number
): Promise<void> {
	const kinds = [
		['class', 'class_id', left.classIds],
		['pupil', 'pupil_id', left.pupilIds],
		['staff_member', 'staff_id', left.staffIds]
	] as const;
	for (const [table, id, leaving] of kinds) {
		await inPortions(leaving, (portion) =>
			db
				.updateTable(table)
				.set({ left_at: at })
				.where('school_id', '=', schoolId)
				.where(id, 'in', portion)
				.execute()
		);
	}
}

export interface Membership {
	/** Of a pupil or a staff member. */
	id: string;
	classIds: string[];
}

const MEMBERS = {
	pupils: ['class_pupil', 'pupil_id'],
	staff: ['class_adult', 'staff_id']
} as const;

/** Sets the roster's classes of these pupils or staff; classes made by hand stay as they are. */
export async function replaceClasses(
	db: Db,
	schoolId: string,
	of: keyof typeof MEMBERS,
	people: Membership[],
	rosterClassIds: string[]
): Promise<void> {
	if (rosterClassIds.length === 0) return;
	const [table, personId] = MEMBERS[of];
	await inPortions(people, (portion) =>
		db
			.deleteFrom(table)
			.where('school_id', '=', schoolId)
			.where('class_id', 'in', rosterClassIds)
			.where(
				personId,
				'in',
				portion.map(({ id }) => id)
			)
			.execute()
	);
	const rows = people.flatMap(({ id, classIds }) =>
		classIds.map((classId) => ({ school_id: schoolId, class_id: classId, id }))
	);
	await inPortions(rows, (portion) =>
		of === 'pupils'
			? db
					.insertInto('class_pupil')
					.values(portion.map(({ id, ...row }) => ({ ...row, pupil_id: id })))
					.execute()
			: db
					.insertInto('class_adult')
					.values(portion.map(({ id, ...row }) => ({ ...row, staff_id: id })))
					.execute()
	);
}

/** Classes that pupils are in now, by name. */
export async function listClasses(
	db: Db,
	schoolId: string
): Promise<{ classId: string; name: string; emblem: string }[]> {
	return db
		.selectFrom('class')
		.select(['class_id as classId', 'name', 'emblem'])
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.orderBy('name')
		.orderBy('class_id')
		.execute();
}

export async function countPupils(db: Db, schoolId: string): Promise<number> {
	const row = await db
		.selectFrom('pupil')
		.select((eb) => eb.fn.countAll().as('count'))
		.where('school_id', '=', schoolId)
		.where('left_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}
