// What a child may need at once. Reviewed wording, and ids that the staff side has words for.
import type { BothLanguages } from './cards';
import data from './needs.json' with { type: 'json' };

export interface Need {
	id: string;
	label: BothLanguages;
}

const needs: Need[] = data;

export const needIds: readonly string[] = needs.map(({ id }) => id);

const ON_A_PAGE = 5;

/** Five and five, in a fixed order, the most pressing first. Both pages look alike from two metres. */
export const needPages: readonly (readonly Need[])[] = [
	needs.slice(0, ON_A_PAGE),
	needs.slice(ON_A_PAGE)
];
