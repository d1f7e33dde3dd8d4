// What came in today under which child's name, for whoever may know of it; to correct a wrong face.
import { isMistaken, mayUndoMark, saidWhose, type EntryMark } from '$lib/domain/entry-mark';
import { midnightBefore } from '$lib/domain/school-time';
import { entryMarksOf } from '../database/entry-marks';
import { adultsOf, childrenOf, kioskNames } from '../database/inbox';
import { loadPeople } from '../database/people-around';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { nameOf, nameOfAdult, sayTime, type SaidTime } from '../talk-requests/say-request';
import { mayKnow, mayKnowAsSaid } from './may-know';
import { saidEntries } from './said-entries';

export interface Entry {
	id: string;
	/** Under whose name it came in. */
	pupilId: string;
	name: string;
	className: string | null;
	at: SaidTime;
	kioskName: string;
	/** Who has said that it is not this child; `null` where nobody has. */
	mistakenBy: string | null;
	/** Whose it was, as that colleague or a lead has said; `null` also for who is kept from that child. */
	whose: { pupilId: string; name: string } | null;
}

/** By name, and in time. What a colleague has marked, leads alone still see. @param now ms UTC */
export async function entriesToday(
	{ db, config }: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<Entry[]> {
	const { schoolId } = viewer;
	const rules = await loadSchoolRules(db, schoolId, config);
	const all = await saidEntries(db, schoolId, { since: midnightBefore(now, rules.timetable) }, now);
	const pupilIds = all.map(({ pupilId }) => pupilId);
	const kiosks = await kioskNames(db, schoolId);
	const adults = await adultsOf(db, schoolId);
	const marks = await entryMarksOf(
		db,
		schoolId,
		all.map(({ checkInId }) => checkInId)
	);
	const namedIds = [...marks.values()].flatMap((own) => saidWhose(own)?.pupilId ?? []);
	const everyId = [...pupilIds, ...namedIds];
	const people = await loadPeople(db, schoolId, { pupilIds: everyId, kioskIds: [] });
	const said = all.filter((one) => mayKnow(viewer, one, people, now));
	const children = await childrenOf(db, schoolId, everyId);
	const entries = said.flatMap((one): Entry[] => {
		const { checkInId, pupilId, kioskId, at } = one;
		const child = children.get(pupilId);
		const own: EntryMark[] = marks.get(checkInId) ?? [];
		const mistaken = isMistaken(own);
		const whose = saidWhose(own);
		const named =
			whose && mayKnowAsSaid(viewer, one, whose, people, now) && children.get(whose.pupilId);
		if (!child || (mistaken && !mayUndoMark(viewer, own))) return [];
		return [
			{
				id: checkInId,
				pupilId,
				name: nameOf(child),
				className: child.className,
				at: sayTime(at, { rules, now }),
				kioskName: kiosks.get(kioskId)?.name ?? '',
				mistakenBy: mistaken ? nameOfAdult(adults, own.at(-1)?.by) : null,
				whose: named ? { pupilId: whose.pupilId, name: nameOf(named) } : null
			}
		];
	});
	return entries.sort(
		(a, b) => a.name.localeCompare(b.name) || a.at.minutes - b.at.minutes || (a.id < b.id ? -1 : 1)
	);
}
