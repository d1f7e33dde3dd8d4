// A calm time is one activity that a child did in the calm space. Its envelope leaves at its own tap; whom
// the child chooses and leaves out may only be said at the end of the visit.
import type { CalmEnd, FeelingAfter } from './check-in';

/** Stands where the activity does: the child was in the Cwtch. */
export const CWTCH_STAY = 'cwtch-stay';

/** What of a calm time is said in words. */
export interface CalmSaying {
	/** Id of an activity, perhaps one that this version does not know. */
	activity: string;
	/** Of a school's own, as long as the school has it. */
	name?: { en: string; cy: string } | undefined;
	ended: CalmEnd;
	after: FeelingAfter | null;
}

/** From something calm to the tap that ends the visit, at most. */
export const VISIT_LASTS_MS = 15 * 60_000;

interface Tapped {
	pupilId: string;
	kioskId: string;
	/** Milliseconds UTC. */
	at: number;
}

/**
 * The check-in that ended the visit: the first of this child at this tablet afterwards. Whom it chose and
 * left out counts for what was calm before it, too.
 */
export function checkInOfVisit<CheckIn extends Tapped>(
	calm: Tapped,
	checkIns: readonly CheckIn[]
): CheckIn | null {
	const after = checkIns.filter(
		({ pupilId, kioskId, at }) =>
			pupilId === calm.pupilId &&
			kioskId === calm.kioskId &&
			at >= calm.at &&
			at <= calm.at + VISIT_LASTS_MS
	);
	return after.reduce<CheckIn | null>(
		(first, one) => (first === null || one.at < first.at ? one : first),
		null
	);
}

/** Until then nobody is told: whom it would be told may be the one whom the child leaves out at the end. */
export const isVisitOver = (receivedAt: number, checkIn: Tapped | null, now: number): boolean =>
	checkIn !== null || now >= receivedAt + VISIT_LASTS_MS;
