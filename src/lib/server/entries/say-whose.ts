// "It was this child": of an entry that came in under another child's name, a grown-up who may know of it says
// whose it was, or takes that back. A request stays as it is: it is answered by going there.
import { isMistaken, mayUndoMark } from '$lib/domain/entry-mark';
import { writeAudit } from '../database/audit';
import { adultsOfClasses, directoryClassPupils, directoryPupils } from '../database/directory';
import { entryMarksOf, insertEntryMark } from '../database/entry-marks';
import { childrenOf } from '../database/inbox';
import type { Db } from '../database/open';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { nameOf } from '../talk-requests/say-request';
import { mayKnowEntry, type EntryMarked } from './mark-entry';
import { saidEntries } from './said-entries';

export interface NamedChild {
	pupilId: string;
	name: string;
	className: string | null;
}

/**
 * Whom this member of staff may name: the children of their classes; for leads all of the school. Also those
 * from whom they are kept, since a name that is missing would tell them so.
 */
export async function nameableChildren(
	db: Db,
	{ schoolId, staffId, role }: RequestViewer
): Promise<NamedChild[]> {
	const pupilIds =
		role === 'lead'
			? (await directoryPupils(db, schoolId, null)).map(({ pupil_id }) => pupil_id)
			: await pupilIdsTaughtBy(db, schoolId, staffId);
	const children = await childrenOf(db, schoolId, pupilIds);
	return [...children]
		.map(([pupilId, child]) => ({ pupilId, name: nameOf(child), className: child.className }))
		.sort(
			(a, b) => (a.className ?? '').localeCompare(b.className ?? '') || a.name.localeCompare(b.name)
		);
}

async function pupilIdsTaughtBy(db: Db, schoolId: string, staffId: string): Promise<string[]> {
	const adults = await adultsOfClasses(db, schoolId);
	const memberships = await directoryClassPupils(db, schoolId);
	return memberships
		.filter(({ class_id }) => adults.get(class_id)?.includes(staffId))
		.map(({ pupil_id }) => pupil_id);
}

/** @param pupilId `null` takes back what was said; it stays not the first child's */
export async function sayWhose(
	{ db }: Pick<RunningServer, 'db'>,
	by: RequestViewer,
	entryId: string,
	pupilId: string | null,
	now: number
): Promise<EntryMarked> {
	const { schoolId, staffId } = by;
	const mayBeNamed =
		pupilId === null || (await nameableChildren(db, by)).some((one) => one.pupilId === pupilId);
	if (!mayBeNamed) return 'not-found';
	return db.transaction().execute(async (tx): Promise<EntryMarked> => {
		if (!(await mayKnowEntry(tx, by, entryId, now))) return 'not-found';
		const [said] = await saidEntries(tx, schoolId, { entryId }, now);
		if (!said || said.pupilId === pupilId) return 'not-found';
		const marks = (await entryMarksOf(tx, schoolId, [entryId])).get(entryId) ?? [];
		if (!isMistaken(marks)) return 'not-found';
		if (!mayUndoMark(by, marks)) return 'not-yours';
		if (marks.at(-1)?.pupilId === pupilId) return 'done';
		const of = { schoolId, entryId, position: marks.length };
		const mark = { says: 'not-this-child' as const, pupilId, by: staffId, at: now };
		if (!(await insertEntryMark(tx, of, mark))) return 'done';
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: pupilId === null ? 'entry-whose-taken-back' : 'entry-was-of',
			subject: entryId,
			detail: { pupilId },
			at: now
		});
		return 'done';
	});
}
