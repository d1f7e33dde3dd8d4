// The people around one child, as the rules of visibility and hand-on see them. Ids of staff.

export interface PeopleAroundChild {
	/** The adults whom the child has named, in the child's order. */
	trustedIds: string[];
	/** The adults of the child's class, or of the kiosk's class when the child is not known. */
	classAdultIds: string[];
	leadIds: string[];
	headIds: string[];
	/** Outside the team, for example the chair of governors. */
	outOfTeamIds: string[];
	/** Left out by the child in this visit, and standing exclusions by leads. Both, always. */
	excludedIds: string[];
	/** Marked as away today. */
	awayIds: string[];
}

/** The ids without repeats and without the excluded, in the order they came. */
export function withoutExcluded(ids: readonly string[], excludedIds: readonly string[]): string[] {
	return [...new Set(ids)].filter((id) => !excludedIds.includes(id));
}
