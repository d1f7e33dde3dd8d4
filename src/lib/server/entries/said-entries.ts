// Entries are check-ins, and what a child did in the calm space in a visit that ended without one.
import { checkInOfVisit, isVisitOver } from '$lib/domain/calm-time';
import { calmTimes, type CalmTime } from '../database/calm-times';
import type { Db } from '../database/open';
import { saidCheckIns, type SaidCheckIn } from '../database/said-check-ins';

export interface SaidCalmTime extends CalmTime {
	/** Who may know of it, as of a feeling: whom the visit chose, and whom it left out. */
	said: SaidCheckIn;
	/** Its visit ended with this check-in; otherwise it is an entry of its own. */
	checkInId: string | null;
}

/** Since a moment (ms UTC), of some children, or one alone. */
export type WhichEntries =
	{ since: number } | { ofPupils: readonly string[] } | { entryId: string };

/** Those of visits that are over, the latest first. @param now ms UTC */
export async function saidCalmTimes(
	db: Db,
	schoolId: string,
	which: WhichEntries,
	now: number
): Promise<SaidCalmTime[]> {
	const times = await calmTimes(
		db,
		schoolId,
		'entryId' in which ? { calmId: which.entryId } : which
	);
	if (times.length === 0) return [];
	const checkIns = await saidCheckIns(
		db,
		schoolId,
		'since' in which ? which : { ofPupils: [...new Set(times.map(({ pupilId }) => pupilId))] }
	);
	return times.flatMap((time) => {
		const checkIn = checkInOfVisit(time, checkIns);
		if (!isVisitOver(time.receivedAt, checkIn, now)) return [];
		return { ...time, said: asSaid(time, checkIn), checkInId: checkIn?.checkInId ?? null };
	});
}

/** Everything that came in under a child's name, the latest first. @param now ms UTC */
export async function saidEntries(
	db: Db,
	schoolId: string,
	which: { since: number } | { entryId: string },
	now: number
): Promise<SaidCheckIn[]> {
	const checkIns = await saidCheckIns(
		db,
		schoolId,
		'entryId' in which ? { checkInId: which.entryId } : which
	);
	if ('entryId' in which && checkIns.length > 0) return checkIns;
	const calm = await saidCalmTimes(db, schoolId, which, now);
	const ownEntries = calm.filter(({ checkInId }) => checkInId === null);
	return [...checkIns, ...ownEntries.map(({ said }) => said)].sort((a, b) => b.at - a.at);
}

function asSaid(time: CalmTime, checkIn: SaidCheckIn | null): SaidCheckIn {
	const { calmId, pupilId, kioskId, at, feeling, sizeBefore, excludedJson } = time;
	const leftOut = [excludedJson, checkIn?.excludedJson ?? '[]'].flatMap(
		(json) => JSON.parse(json) as string[]
	);
	return {
		checkInId: calmId,
		pupilId,
		kioskId,
		at,
		feeling,
		size: sizeBefore,
		cluesJson: null,
		excludedJson: JSON.stringify([...new Set(leftOut)]),
		chosenIds: checkIn?.chosenIds ?? [],
		isTakenBack: checkIn?.isTakenBack ?? false
	};
}
