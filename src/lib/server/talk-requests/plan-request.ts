// The request that an opened envelope becomes, without touching the database.
import type { FeelingDetails, NamelessWish, VisitWish } from '$lib/domain/check-in';
import type { PeopleAroundChild } from '$lib/domain/people';
import { replay, type Asking, type TalkEvent, type TalkKind } from '$lib/domain/talk-request';
import type { OpenedEnvelope } from '../crossing/recorder';
import { peopleAround, type PeopleOfSchool } from '../database/people-around';
import type { NewTalkRequest } from '../database/talk-requests';

/** Whom it is given to comes after. */
export type NewAsk = Omit<Asking, 'kioskId'> & { talk: TalkKind };

export interface PlannedRequest extends NewTalkRequest {
	/** Who has it at once, and is told by a notice. */
	toldIds: string[];
	/** Whose pages should look: those and the leads. */
	wakeIds: string[];
}

/** A kiosk's clock that is off by more than this is not a clock. */
const OLDEST_BELIEVED_MS = 60 * 24 * 60 * 60 * 1000;

/** When it was tapped: by the kiosk's clock if that can be true, never later than it arrived. */
export function tappedAt(kioskAt: number, receivedAt: number): number {
	const isNonsense = !Number.isSafeInteger(kioskAt) || kioskAt < receivedAt - OLDEST_BELIEVED_MS;
	return isNonsense ? receivedAt : Math.min(kioskAt, receivedAt);
}

/** How and when the child wants to talk; a hello or nothing says neither. */
export const howAndWhen = (wish: VisitWish | NamelessWish): Pick<NewAsk, 'how' | 'when'> =>
	wish.kind === 'ask' ? { how: wish.how, when: wish.when } : { how: null, when: 'whenever' };

/** Goes with whatever a child asked; `withWords`, so that somebody knows that there is something to read. */
export const alongWith = (
	said: FeelingDetails & { feeling: string | null; excludedAdultIds: string[]; withWords?: true }
): Pick<NewAsk, 'feeling' | 'details' | 'excludedAdultIds' | 'withWords'> => {
	const { feeling, size, clues, excludedAdultIds, withWords } = said;
	return {
		excludedAdultIds,
		feeling,
		...((size || clues) && { details: { ...(size && { size }), ...(clues && { clues }) } }),
		...(withWords && { withWords })
	};
};

/** @param newInClassId of a child who is on no list */
export const aroundChild = (
	{ kioskId, receivedAt }: OpenedEnvelope,
	pupilId: string | null,
	excludedByChildIds: readonly string[],
	people: PeopleOfSchool,
	newInClassId?: string | null
) => peopleAround(people, { pupilId, kioskId, excludedByChildIds, newInClassId }, receivedAt);

export function planRequest(
	opened: Omit<OpenedEnvelope, 'routing'>,
	ask: NewAsk,
	holderIds: string[],
	around: PeopleAroundChild,
	at: number
): PlannedRequest {
	const event: TalkEvent = {
		kind: 'asked',
		at,
		...ask,
		kioskId: opened.kioskId,
		givenToIds: holderIds
	};
	const isExcluded = (id: string) => around.excludedIds.includes(id);
	return {
		requestId: opened.envelopeId,
		pupilId: ask.pupilId,
		kioskId: opened.kioskId,
		kind: ask.talk,
		askedAt: at,
		envelopeId: opened.envelopeId,
		envelopeDigest: opened.digest,
		sealedWords: opened.sealedWords,
		event,
		request: replay([event]),
		toldIds: holderIds,
		wakeIds: [...new Set([...holderIds, ...around.leadIds.filter((id) => !isExcluded(id))])]
	};
}
