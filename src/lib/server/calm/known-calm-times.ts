// What children did in the calm space, for those who may know how they felt.
import type { CalmSaying } from '$lib/domain/calm-time';
import { isMistaken, saidWhose } from '$lib/domain/entry-mark';
import { isOwnActivity } from '$lib/domain/own-activity';
import { ownActivities } from '../activities/own-activities';
import { pupilsMistakenFor } from '../database/calm-times';
import { entryMarksOf } from '../database/entry-marks';
import type { Db } from '../database/open';
import { loadPeople } from '../database/people-around';
import type { RequestViewer } from '../database/visible-requests';
import { mayKnow, mayKnowAsSaid } from '../entries/may-know';
import { saidCalmTimes } from '../entries/said-entries';

export interface KnownCalmTime extends CalmSaying {
	calmId: string;
	/** Under whose face it came in, or whose a grown-up says it was. */
	pupilId: string;
	/** Milliseconds UTC. */
	at: number;
	/** Staff id of that grown-up. */
	saidById: string | null;
}

/** The latest first. @param which since a moment, or of one child; ms UTC */
export async function knownCalmTimes(
	db: Db,
	viewer: RequestViewer,
	which: { since: number } | { pupilId: string },
	now: number
): Promise<KnownCalmTime[]> {
	const { schoolId } = viewer;
	const times = await saidCalmTimes(
		db,
		schoolId,
		'since' in which
			? which
			: { ofPupils: [which.pupilId, ...(await pupilsMistakenFor(db, schoolId, which.pupilId))] },
		now
	);
	const marks = await entryMarksOf(
		db,
		schoolId,
		times.flatMap(({ calmId, checkInId }) => [calmId, checkInId ?? []].flat())
	);
	const marksOf = (calmId: string, checkInId: string | null) =>
		marks.get(calmId) ?? marks.get(checkInId ?? '') ?? [];
	const namedIds = [...marks.values()].flatMap((own) => saidWhose(own)?.pupilId ?? []);
	const people = await loadPeople(db, schoolId, {
		pupilIds: [...times.map(({ pupilId }) => pupilId), ...namedIds],
		kioskIds: []
	});
	const known = times.flatMap(
		({ calmId, checkInId, said, at, activity, ended, after }): KnownCalmTime[] => {
			const own = marksOf(calmId, checkInId);
			const whose = saidWhose(own);
			if (isMistaken(own) && !whose) return [];
			const may = whose
				? mayKnowAsSaid(viewer, said, whose, people, now)
				: mayKnow(viewer, said, people, now);
			if (!may) return [];
			const pupilId = whose?.pupilId ?? said.pupilId;
			return [{ calmId, pupilId, at, activity, ended, after, saidById: whose?.by ?? null }];
		}
	);
	const wanted =
		'since' in which ? known : known.filter(({ pupilId }) => pupilId === which.pupilId);
	return withOwnNames(db, schoolId, wanted);
}

/** What schools add has its name with the school. */
async function withOwnNames(
	db: Db,
	schoolId: string,
	times: KnownCalmTime[]
): Promise<KnownCalmTime[]> {
	if (!times.some(({ activity }) => isOwnActivity(activity))) return times;
	const own = new Map((await ownActivities(db, schoolId)).map(({ id, name }) => [id, name]));
	return times.map((time) => ({ ...time, name: own.get(time.activity) }));
}
