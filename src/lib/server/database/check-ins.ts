import type { Insertable } from 'kysely';
import { notMistaken } from './entry-marks';
import { notExcluded } from './hello-back';
import { childrenOf, type ListedChild } from './inbox';
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
