// "Not this child": somebody had tapped another child's face. The entry leaves that child's page and For
// me, and leads keep it; a request goes on, with leads, since somebody did ask. Undone in the same way.
import { isMistaken, mayUndoMark, type EntrySays } from '$lib/domain/entry-mark';
import { withoutExcluded } from '$lib/domain/people';
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import { writeAudit } from '../database/audit';
import { entryMarksOf, insertEntryMark } from '../database/entry-marks';
import { visibleRequest } from '../database/inbox';
import type { Db } from '../database/open';
import { loadPeople, peopleAround } from '../database/people-around';
import { lockRequest } from '../database/talk-requests';
import type { RequestViewer } from '../database/visible-requests';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';
import { appendAndFollow, excludedOf } from '../talk-requests/follow-events';
import { mayKnow } from './may-know';
import { saidEntries } from './said-entries';

export type EntryMarked =
	| 'done'
	/** There is none, or this viewer may not know of it: the same answer for both. */
	| 'not-found'
	/** A colleague has said so; a lead may undo it. */
	| 'not-yours';

/** @param entryId of the check-in, the hello or the request: they share one. Twice is as once. */
export async function markEntry(
	running: RunningServer,
	by: RequestViewer,
	entryId: string,
	says: EntrySays,
	now: number
): Promise<EntryMarked> {
	const { schoolId, staffId } = by;
	let wake: string[] = [];
	const marked = await running.db.transaction().execute(async (tx): Promise<EntryMarked> => {
		const known = await lockRequest(tx, schoolId, entryId);
		if (!(await mayKnowEntry(tx, by, entryId, now))) return 'not-found';
		const marks = (await entryMarksOf(tx, schoolId, [entryId])).get(entryId) ?? [];
		const wanted = says === 'not-this-child';
		if (isMistaken(marks) === wanted) return 'done';
		if (!wanted && !mayUndoMark(by, marks)) return 'not-yours';
		const of = { schoolId, entryId, position: marks.length };
		if (!(await insertEntryMark(tx, of, { says, pupilId: null, by: staffId, at: now })))
			return 'done';
		if (known) wake = await markRequest(tx, running, by, { entryId, known, says, now });
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: `entry-${says}`,
			subject: entryId,
			at: now
		});
		return 'done';
	});
	announce(running, { schoolId, staffIds: wake, kioskIds: [] });
	return marked;
}

export async function mayKnowEntry(
	tx: Db,
	by: RequestViewer,
	entryId: string,
	now: number
): Promise<boolean> {
	const request = await visibleRequest(tx, by, entryId);
	// Where nobody said who they are, there is no name to correct.
	if (request) return request.pupilId !== null;
	const [said] = await saidEntries(tx, by.schoolId, { entryId }, now);
	if (!said) return false;
	const people = await loadPeople(tx, by.schoolId, { pupilIds: [said.pupilId], kioskIds: [] });
	return mayKnow(by, said, people, now);
}

/** @returns whose pages should look */
async function markRequest(
	tx: Db,
	{ config: settings }: RunningServer,
	{ schoolId, staffId }: RequestViewer,
	mark: { entryId: string; known: readonly TalkEvent[]; says: EntrySays; now: number }
): Promise<string[]> {
	const { entryId: requestId, known, says, now } = mark;
	const request = replay(known);
	const people = await loadPeople(tx, schoolId, {
		pupilIds: request.pupilId === null ? [] : [request.pupilId],
		kioskIds: [request.kioskId]
	});
	const { leadIds, excludedIds } = peopleAround(people, excludedOf(request), now);
	const said = { at: now, by: staffId };
	const added: TalkEvent[] =
		says === 'not-this-child'
			? [{ ...said, kind: says, givenToIds: withoutExcluded(leadIds, excludedIds) }]
			: [{ ...said, kind: says }];
	const on = { schoolId, requestId, known, added, settings, now };
	return (await appendAndFollow(tx, on)).wake;
}
