// The check-ins of a day, their feelings, and whom each was for. Who may know of them is a rule of
// domain/visibility.ts.
import type { Db } from './open';

export interface SaidCheckIn {
	/** Hellos and requests have the id of their check-in: that of the envelope. */
	checkInId: string;
	pupilId: string;
	kioskId: string;
	/** Milliseconds UTC. */
	at: number;
	/** Id of a card, or of one of the school's own words; `null` where none was tapped. */
	feeling: string | null;
	/** 1 to 3. */
	size: number | null;
	/** string[] */
	cluesJson: string | null;
	/** string[], the adults left out in that visit. */
	excludedJson: string;
	/** Of the hello or the ask; of a hello to Anyone, who got it. */
	chosenIds: string[];
	/** The ask that it came with was taken back. */
	isTakenBack: boolean;
}

/** Since a moment (ms UTC), of some children, or one alone. */
export type WhichCheckIns =
	{ since: number } | { ofPupils: readonly string[] } | { checkInId: string };

/** Check-ins of children on the list, the latest first. */
export async function saidCheckIns(
	db: Db,
	schoolId: string,
	which: WhichCheckIns
): Promise<SaidCheckIn[]> {
	if ('ofPupils' in which && which.ofPupils.length === 0) return [];
	const rows = await ofWhich(db, schoolId, which)
		.leftJoin('talk_request', (join) =>
			join
				.onRef('talk_request.school_id', '=', 'check_in.school_id')
				.onRef('talk_request.request_id', '=', 'check_in.check_in_id')
		)
		.select([
			'check_in.check_in_id as checkInId',
			'check_in.pupil_id as pupilId',
			'check_in.kiosk_id as kioskId',
			'check_in.checked_in_at as at',
			'check_in.feeling',
			'check_in.size',
			'check_in.clues_json as cluesJson',
			'check_in.excluded_json as excludedJson',
			'talk_request.state'
		])
		.orderBy('check_in.checked_in_at', 'desc')
		.orderBy('check_in.check_in_id', 'desc')
		.execute();
	const chosen = await chosenIn(db, schoolId, which);
	return rows.map(({ state, ...row }) => ({
		...row,
		chosenIds: chosen.get(row.checkInId) ?? [],
		isTakenBack: state === 'taken-back'
	}));
}

const ofWhich = (db: Db, schoolId: string, which: WhichCheckIns) => {
	const ofSchool = db.selectFrom('check_in').where('check_in.school_id', '=', schoolId);
	if ('ofPupils' in which) return ofSchool.where('check_in.pupil_id', 'in', [...which.ofPupils]);
	return 'since' in which
		? ofSchool.where('check_in.checked_in_at', '>=', which.since)
		: ofSchool.where('check_in.check_in_id', '=', which.checkInId);
};

async function chosenIn(
	db: Db,
	schoolId: string,
	which: WhichCheckIns
): Promise<Map<string, string[]>> {
	const ids = ofWhich(db, schoolId, which).select('check_in.check_in_id');
	const rows = await db
		.selectFrom('hello')
		.select(['hello_id as id', 'staff_id as staffId'])
		.where('school_id', '=', schoolId)
		.where('hello_id', 'in', ids)
		.union(
			db
				.selectFrom('talk_holder')
				.select(['request_id as id', 'staff_id as staffId'])
				.where('school_id', '=', schoolId)
				.where('relation', '=', 'chosen')
				.where('request_id', 'in', ids)
		)
		.execute();
	const chosen = new Map<string, string[]>();
	for (const { id, staffId } of rows) chosen.set(id, [...(chosen.get(id) ?? []), staffId]);
	return chosen;
}
