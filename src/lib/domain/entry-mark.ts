// An entry is what one envelope brought under a child's name: a check-in, with the hello or the request
// that came with it. They share one id. Where somebody had tapped another child's face, a grown-up says so.

export type EntrySays = 'not-this-child' | 'this-child';

export interface EntryMark {
	says: EntrySays;
	/** With 'not-this-child': whose it was; `null` while nobody has said. */
	pupilId: string | null;
	/** Staff id. */
	by: string;
	/** Milliseconds UTC. */
	at: number;
}

/** @param marks of one entry, in the order in which they were set */
export const isMistaken = (marks: readonly EntryMark[]): boolean =>
	marks.at(-1)?.says === 'not-this-child';

/** Whose it really was, and who has said so. `null` while nobody has, and when it was taken back. */
export function saidWhose(marks: readonly EntryMark[]): { pupilId: string; by: string } | null {
	const last = marks.at(-1);
	if (!last || !isMistaken(marks) || last.pupilId === null) return null;
	return { pupilId: last.pupilId, by: last.by };
}

/** Leads may undo each mark; whoever set the last one may undo that. */
export const mayUndoMark = (
	viewer: { staffId: string; role: string },
	marks: readonly EntryMark[]
): boolean => viewer.role === 'lead' || marks.at(-1)?.by === viewer.staffId;
