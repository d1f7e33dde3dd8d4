// An entry is what one envelope brought under a child's name: a check-in, with the hello or the request
// that came with it. They share one id. Where somebody had tapped another child's face, a grown-up says so.

export type EntrySays = 'not-this-child' | 'this-child';

export interface EntryMark {
	says: EntrySays;
	/** Staff id. */
	by: string;
	/** Milliseconds UTC. */
	at: number;
}

/** @param marks of one entry, in the order in which they were set */
export const isMistaken = (marks: readonly EntryMark[]): boolean =>
	marks.at(-1)?.says === 'not-this-child';

/** Leads may undo each mark; whoever set the last one may undo that. */
export const mayUndoMark = (
	viewer: { staffId: string; role: string },
	marks: readonly EntryMark[]
): boolean => viewer.role === 'lead' || marks.at(-1)?.by === viewer.staffId;
