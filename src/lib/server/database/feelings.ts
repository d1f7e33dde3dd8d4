// The feelings of a day and whom each was for. Who may read them is a rule of domain/visibility.ts.
import type { Db } from './open';

export interface SaidFeeling {
	pupilId: string;
	/** Id of a card, or of one of the school's own words. */
	feeling: string;
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

/** Feelings tapped since a moment (ms UTC) by children on the list, the latest first. */
export async function feelingsSince(
	db: Db,
	schoolId: string,
	since: number
): Promise<SaidFeeling[]> {
	const rows = await db
		.selectFrom('check_in')
		// Hellos and requests have the id of their check-in: that of the envelope.
		.leftJoin('talk_request', (join) =>
			join
				.onRef('talk_request.school_id', '=', 'check_in.school_id')
				.onRef('talk_request.request_id', '=', 'check_in.check_in_id')
		)
		.select([
			'check_in.check_in_id as id',
			'check_in.pupil_id as pupilId',
			'check_in.feeling',
			'check_in.size',
			'check_in.clues_json as cluesJson',
			'check_in.excluded_json as excludedJson',
			'talk_request.state'
		])
		.where('check_in.school_id', '=', schoolId)
		.where('check_in.checked_in_at', '>=', since)
		.orderBy('check_in.checked_in_at', 'desc')
		.orderBy('check_in.check_in_id', 'desc')
		.execute();
	const chosen = await chosenSince(db, schoolId, since);
	return rows.flatMap(({ id, state, feeling, ...row }) =>
		feeling === null
			? []
			: { ...row, feeling, chosenIds: chosen.get(id) ?? [], isTakenBack: state === 'taken-back' }
	);
}

async function chosenSince(
	db: Db,
	schoolId: string,
	since: number
): Promise<Map<string, string[]>> {
	const ofDay = db
		.selectFrom('check_in')
		.select('check_in_id')
		.where('school_id', '=', schoolId)
		.where('checked_in_at', '>=', since);
	const rows = await db
		.selectFrom('hello')
		.select(['hello_id as id', 'staff_id as staffId'])
		.where('school_id', '=', schoolId)
		.where('hello_id', 'in', ofDay)
		.union(
			db
				.selectFrom('talk_holder')
				.select(['request_id as id', 'staff_id as staffId'])
				.where('school_id', '=', schoolId)
				.where('relation', '=', 'chosen')
				.where('request_id', 'in', ofDay)
		)
		.execute();
	const chosen = new Map<string, string[]>();
	for (const { id, staffId } of rows) chosen.set(id, [...(chosen.get(id) ?? []), staffId]);
	return chosen;
}
