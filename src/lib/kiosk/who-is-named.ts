// Under whose name goes what is told beside the check-in: from the calm space, and urgently.
import type { Routing } from '$lib/domain/check-in';
import type { Said } from './what-was-said';

type Named = Pick<Extract<Routing, { kind: 'calm' }>, 'pupilId' | 'certainty' | 'excludedAdultIds'>;

/** Whoever asks without a name, or is not on the list yet, is not named beside it either. */
export function whoIsNamed(said: Said): Named {
	const isKnown = said.pupil !== null && !said.isNew && !said.isNameless;
	return isKnown
		? {
				pupilId: said.pupil.id,
				certainty: said.certainty,
				excludedAdultIds: [...said.excludedIds]
			}
		: { pupilId: null, certainty: 'not-asked', excludedAdultIds: [] };
}
