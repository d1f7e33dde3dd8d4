// Which set of feeling cards a child sees.

/** Nursery is -1, Reception 0, then Year 1 to 6. Children enter Reception at the age of 4. */
export type YearGroup = number;
export const BAND_SETS = ['4-5-starter', '4-7', '7-11'] as const;
export type BandSet = (typeof BAND_SETS)[number];

/** Age in years at the start of the school year, 1 September. */
export const ageAtStartOfYear = (yearGroup: YearGroup): number => yearGroup + 4;

/**
 * The cards by year group, so that a whole class sees the same: the starter cards for nursery and
 * Reception, `4-7` for Years 1 and 2, `7-11` from Year 3.
 *
 * The cards themselves are made for below 6, 6, and 7 up. In Year 1 children turn 6 one after the
 * other; they all get the cards of the age that the year is about, since a change in the middle
 * of the year would move every card a child has learnt. A class or a child can be set otherwise.
 * An unknown year group gets `4-7`, which asks for no reading and leaves no common feeling out.
 */
export function bandOfYear(yearGroup: YearGroup | null): BandSet {
	if (yearGroup === null) return '4-7';
	if (yearGroup <= 0) return '4-5-starter';
	return yearGroup <= 2 ? '4-7' : '7-11';
}
