import type { Insertable } from 'kysely';
import type { Db } from './open';
import type { Tables } from './schema';

export type NewCheckIn = Insertable<Tables['check_in']>;
export type NewHello = Insertable<Tables['hello']>;

/** Stores what is not stored yet; the same check-in twice changes nothing. */
export async function insertCheckIns(db: Db, rows: readonly NewCheckIn[]): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('check_in')
		.values([...rows])
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function insertHellos(db: Db, rows: readonly NewHello[]): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('hello')
		.values([...rows])
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export interface HelloToMe {
	pupilId: string;
	firstName: string;
	distinguisher: string | null;
	className: string | null;
	emblem: string | null;
}

/** Who said hello to this adult since a moment, each child once, by name; never how often. */
export async function hellosTo(
	db: Db,
	schoolId: string,
	staffId: string,
	since: number
): Promise<HelloToMe[]> {
	const rows = await db
		.selectFrom('hello')
		.innerJoin('pupil', (join) =>
			join
				.onRef('pupil.school_id', '=', 'hello.school_id')
				.onRef('pupil.pupil_id', '=', 'hello.pupil_id')
		)
		.leftJoin('class_pupil', (join) =>
			join
				.onRef('class_pupil.school_id', '=', 'hello.school_id')
				.onRef('class_pupil.pupil_id', '=', 'hello.pupil_id')
		)
		.leftJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_pupil.school_id')
				.onRef('class.class_id', '=', 'class_pupil.class_id')
		)
		.select([
			'pupil.pupil_id',
			'pupil.first_name',
			'pupil.distinguisher',
			'class.name as class_name',
			'class.emblem'
		])
		.where('hello.school_id', '=', schoolId)
		.where('hello.staff_id', '=', staffId)
		.where('hello.said_at', '>=', since)
		// An exclusion that leads set later holds for what was said before, too.
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('standing_exclusion')
						.select('standing_exclusion.staff_id')
						.whereRef('standing_exclusion.school_id', '=', 'hello.school_id')
						.whereRef('standing_exclusion.pupil_id', '=', 'hello.pupil_id')
						.whereRef('standing_exclusion.staff_id', '=', 'hello.staff_id')
				)
			)
		)
		.orderBy('pupil.first_name')
		.orderBy('class.name')
		.execute();
	const children = new Map<string, HelloToMe>();
	for (const row of rows) {
		if (children.has(row.pupil_id)) continue;
		children.set(row.pupil_id, {
			pupilId: row.pupil_id,
			firstName: row.first_name,
			distinguisher: row.distinguisher,
			className: row.class_name,
			emblem: row.emblem
		});
	}
	return [...children.values()];
}
