// What children did in the calm space. Who may know of it is a rule of domain/visibility.ts.
import type { Insertable } from 'kysely';
import type { CalmEnd, FeelingAfter, FeelingSize } from '$lib/domain/check-in';
import type { Certainty } from '$lib/domain/talk-request';
import type { Db } from './open';
import type { Tables } from './schema';

export type NewCalmTime = Insertable<Tables['calm_time']>;

export interface CalmTime {
	/** That of the envelope. */
	calmId: string;
	pupilId: string;
	kioskId: string;
	/** Milliseconds UTC, as `receivedAt`. */
	at: number;
	receivedAt: number;
	/** Id of an activity, perhaps one that this version does not know. */
	activity: string;
	ended: CalmEnd;
	feeling: string | null;
	sizeBefore: FeelingSize | null;
	after: FeelingAfter | null;
	certainty: Certainty;
	/** string[], the adults left out so far. */
	excludedJson: string;
	envelopeDigest: string;
}

/** Stores what is not stored yet; the same twice changes nothing. */
export async function insertCalmTimes(db: Db, rows: readonly NewCalmTime[]): Promise<void> {
	if (rows.length === 0) return;
	await db
		.insertInto('calm_time')
		.values([...rows])
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Since a moment (ms UTC), of some children, or one alone. */
export type WhichCalmTimes =
	{ since: number } | { ofPupils: readonly string[] } | { calmId: string };

/** Those of which it is said who it was, the latest first. */
export async function calmTimes(
	db: Db,
	schoolId: string,
	which: WhichCalmTimes
): Promise<CalmTime[]> {
	if ('ofPupils' in which && which.ofPupils.length === 0) return [];
	const ofSchool = db
		.selectFrom('calm_time')
		.where('school_id', '=', schoolId)
		.where('pupil_id', 'is not', null);
	const wanted =
		'since' in which
			? ofSchool.where('done_at', '>=', which.since)
			: 'calmId' in which
				? ofSchool.where('calm_id', '=', which.calmId)
				: ofSchool.where('pupil_id', 'in', [...which.ofPupils]);
	const rows = await wanted
		.selectAll()
		.orderBy('done_at', 'desc')
		.orderBy('calm_id', 'desc')
		.execute();
	return rows.flatMap((row) =>
		row.pupil_id === null
			? []
			: {
					calmId: row.calm_id,
					pupilId: row.pupil_id,
					kioskId: row.kiosk_id,
					at: row.done_at,
					receivedAt: row.received_at,
					activity: row.activity,
					ended: row.ended,
					feeling: row.feeling,
					sizeBefore: row.size_before as FeelingSize | null,
					after: row.after,
					certainty: row.certainty as Certainty,
					excludedJson: row.excluded_json,
					envelopeDigest: row.envelope_digest
				}
	);
}

/** Children under whose faces came what a grown-up once said was this child's. */
export async function pupilsMistakenFor(
	db: Db,
	schoolId: string,
	pupilId: string
): Promise<string[]> {
	const marked = db
		.selectFrom('entry_mark')
		.select('entry_id')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId);
	const rows = await db
		.selectFrom('check_in')
		.select('pupil_id')
		.where('school_id', '=', schoolId)
		.where('check_in_id', 'in', marked)
		.union(
			db
				.selectFrom('calm_time')
				.select((eb) => eb.ref('pupil_id').$notNull().as('pupil_id'))
				.where('school_id', '=', schoolId)
				.where('pupil_id', 'is not', null)
				.where('calm_id', 'in', marked)
		)
		.execute();
	return rows.map((row) => row.pupil_id);
}
