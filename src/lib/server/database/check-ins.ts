import type { Selectable } from 'kysely';
import { notMistaken } from './entry-marks';
import { notExcluded } from './hello-back';
import { childrenOf, type ListedChild } from './inbox';
import type { Db } from './open';
import { RowsStatement } from './rows-statement';
import type { Tables } from './schema';

export type NewCheckIn = Selectable<Tables['check_in']>;
export type NewHello = Omit<Selectable<Tables['hello']>, 'back_at'>;

const checkInRows = new RowsStatement<NewCheckIn>(
	[
		'school_id',
		'check_in_id',
		'pupil_id',
		'kiosk_id',
		'moment',
		'feeling',
		'size',
		'clues_json',
		'certainty',
		'language',
		'excluded_json',
		'checked_in_at',
		'received_at'
	],
	(db, rows) =>
		db
			.insertInto('check_in')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
);

const helloRows = new RowsStatement<NewHello>(
	['school_id', 'hello_id', 'pupil_id', 'staff_id', 'said_at'],
	(db, rows) =>
		db
			.insertInto('hello')
			.values(rows)
			.onConflict((conflict) => conflict.doNothing())
);

/** Stores what is not stored yet; the same check-in twice changes nothing. */
export async function insertCheckIns(db: Db, rows: readonly NewCheckIn[]): Promise<void> {
	await checkInRows.run(db, rows);
}

export async function insertHellos(db: Db, rows: readonly NewHello[]): Promise<void> {
	await helloRows.run(db, rows);
}

export interface HelloToMe extends Pick<
	ListedChild,
	'firstName' | 'distinguisher' | 'className' | 'emblem'
> {
	pupilId: string;
	/** The adult has said hello back. */
	saidBack: boolean;
}

/** Who said hello to this adult since a moment, each child once, by name; never how often. */
export async function hellosTo(
	db: Db,
	schoolId: string,
	staffId: string,
	since: number
): Promise<HelloToMe[]> {
	const said = await db
		.selectFrom('hello')
		.select(['pupil_id', 'back_at'])
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('said_at', '>=', since)
		.where(notExcluded)
		.where(notMistaken)
		.execute();
	const waiting = new Set(said.filter((one) => one.back_at === null).map((one) => one.pupil_id));
	const children = await childrenOf(db, schoolId, [
		...new Set(said.map(({ pupil_id }) => pupil_id))
	]);
	return [...children].map(([pupilId, { firstName, distinguisher, className, emblem }]) => ({
		pupilId,
		firstName,
		distinguisher,
		className,
		emblem,
		saidBack: !waiting.has(pupilId)
	}));
}
