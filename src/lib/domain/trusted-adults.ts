// The grown-ups whom a child has named as their own. No reason is asked, and none has to stay.

/** More than a few are not chosen from but searched. */
export const MOST_TRUSTED_ADULTS = 4;

/** With this adult put last, or taken out; unchanged where there is no room for one more. */
export function withTrusted(ids: readonly string[], adultId: string): readonly string[] {
	if (ids.includes(adultId)) return ids.filter((id) => id !== adultId);
	return ids.length < MOST_TRUSTED_ADULTS ? [...ids, adultId] : ids;
}

export interface TrustedChange {
	changeId: string;
	/** When it was chosen, ms: envelopes may come late and in another order. */
	at: number;
	/** In the child's order; empty for nobody. */
	adultIds: readonly string[];
}

/** What holds: the latest choice, whenever it arrived. */
export const latestChange = <Change extends TrustedChange>(
	changes: readonly Change[]
): Change | null =>
	changes.reduce<Change | null>(
		(latest, one) =>
			!latest || one.at > latest.at || (one.at === latest.at && one.changeId > latest.changeId)
				? one
				: latest,
		null
	);
