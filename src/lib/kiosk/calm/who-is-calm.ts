// Who goes with what is told from the calm space.
import type { Routing } from '$lib/domain/check-in';
import type { Said } from '../what-was-said';

type WhoIsCalm = Pick<
	Extract<Routing, { kind: 'calm' }>,
	'pupilId' | 'certainty' | 'excludedAdultIds'
>;

/** Whoever asks without a name, or is not on the list yet, is not named beside it either. */
export function whoIsCalm(said: Said): WhoIsCalm {
	const isKnown = said.pupil !== null && !said.isNew && !said.isNameless;
	return isKnown
		? {
				pupilId: said.pupil.id,
				certainty: said.certainty,
				excludedAdultIds: [...said.excludedIds]
			}
		: { pupilId: null, certainty: 'not-asked', excludedAdultIds: [] };
}
