// A grown-up opens For me for a child without special pictures, or who has forgotten them.
import { withoutExcluded, type PeopleAroundChild } from './people';

/** How long a tablet waits for a grown-up. */
export const PASS_ASK_LASTS_MS = 3 * 60 * 1000;
/** Leads look back so far on their page; the audit keeps it longer. */
export const APPROVED_PASSES_KEPT_MS = 28 * 24 * 60 * 60 * 1000;
/** From the approval; used once, at that tablet, for that child. */
export const PASS_LASTS_MS = 60 * 1000;
/** Of the number that stands on the tablet: then the child asks again. */
export const MOST_WRONG_NUMBERS = 3;

/**
 * Who may open it: the adults of the child's classes, and the leads. Never an adult whom leads keep from
 * this child, nor one whom the child has left out of anything that could be read there.
 *
 * @param leftOutIds by the child, in this visit and in requests that For me may still tell of
 */
export const passOpeners = (
	people: Pick<PeopleAroundChild, 'classAdultIds' | 'leadIds' | 'excludedIds'>,
	leftOutIds: readonly string[]
): string[] =>
	withoutExcluded(
		[...people.classAdultIds, ...people.leadIds],
		[...people.excludedIds, ...leftOutIds]
	);
