// What a tablet seals at the end of a visit.
import type { CwtchSaying, Routing } from '$lib/domain/check-in';

export type CheckIn = Extract<Routing, { kind: 'check-in' }>;
type Need = Extract<Routing, { kind: 'need' }>;
type Calm = Extract<Routing, { kind: 'calm' }>;
type Cwtch = Extract<Routing, { kind: 'cwtch' }>;

/** Somebody is worried and wishes for nothing, unless `said` says otherwise. */
export const checkInOf = (pupilId: string, said: Partial<CheckIn> = {}): CheckIn => ({
	v: 1,
	kind: 'check-in',
	at: Date.now(),
	pupilId,
	certainty: 'not-asked',
	language: 'en',
	moment: 'arrival',
	feeling: 'worried',
	wish: { kind: 'skip' },
	excludedAdultIds: [],
	...said
});

/** As `checkInOf`, with something that somebody needs. */
export function needOf(pupilId: string, said: Partial<Need> & Pick<Need, 'need'>): Need {
	const { wish: _wish, ...told } = checkInOf(pupilId);
	return { ...told, kind: 'need', ...said };
}

/** The balloon to its end, and a feeling that is smaller, unless `said` says otherwise. */
export const calmOf = (pupilId: string | null, said: Partial<Calm> = {}): Calm => ({
	v: 1,
	kind: 'calm',
	at: Date.now(),
	pupilId,
	certainty: 'not-asked',
	language: 'en',
	feeling: 'worried',
	activity: 'balloon',
	ended: 'over',
	before: null,
	after: 'smaller',
	excludedAdultIds: [],
	...said
});

/** Somebody who has not said who they are, unless `said` says otherwise. */
export const cwtchOf = (what: CwtchSaying, said: Partial<Cwtch> = {}): Cwtch => ({
	v: 1,
	kind: 'cwtch',
	at: Date.now(),
	pupilId: null,
	what,
	language: 'en',
	certainty: 'not-asked',
	excludedAdultIds: [],
	...said
});
