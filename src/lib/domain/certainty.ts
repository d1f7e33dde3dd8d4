// How sure it is who a child is. A statement for grown-ups, never a gate: nobody is refused.
import type { Certainty } from './talk-request';

/** From nothing known to the surest. What was found wrong says more than what was never asked. */
const WEAKEST_FIRST: readonly Certainty[] = [
	'not-asked',
	'badge-wrong',
	'pictures-wrong',
	'opened-by-grown-up',
	'pictures-right',
	'badge'
];

/** The surer of two: right once in a visit is right for the visit. */
export const surer = (one: Certainty, other: Certainty): Certainty =>
	WEAKEST_FIRST.indexOf(other) > WEAKEST_FIRST.indexOf(one) ? other : one;
