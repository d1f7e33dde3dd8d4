// A talk request is an append-only list of events; what it is now is `replay(events)`.
import { withoutExcluded } from './people';
import type { AnswerSlot, Asking, Outcome, TalkEvent, TalkKind } from './talk-event';

export type * from './talk-event';

export type TalkState = 'new' | 'seen' | 'arranged' | 'met' | 'closed' | 'taken-back';

export interface TalkAnswer {
	by: string;
	slot: AnswerSlot;
	meetAt: number;
	placeId: string;
	answeredAt: number;
	readAt: number | null;
}

export interface TalkRequest extends Asking {
	kind: TalkKind;
	askedAt: number;
	/** Came in under this child's name, and is somebody else's, as a grown-up has said. */
	isNotThisChild?: true;
	state: TalkState;
	/** Everybody who has been given it and still has it, in the order they were given it. Never an adult left out by the child. */
	holderIds: string[];
	seenByIds: string[];
	/** The last one. Stays after its time has passed; `null` again when its giver hands the request on. */
	answer: TalkAnswer | null;
	/** Steps of the hand-on policy already taken. */
	stepsTaken: number;
	/**
	 * From when the clock runs. After an answer this is the promised time: until then the clock
	 * stands still, and from then on it runs again unless they met. `null` once met, closed or
	 * taken back, and never otherwise.
	 */
	clockFrom: number | null;
	/** May be `safeguarding` before the state is `closed`: that takes a second person. */
	outcome: Outcome | null;
	talkChecked: 'yes' | 'not-yet' | 'no-need' | null;
}

/**
 * Whether who asked can read an answer in For me: not somebody who is on no list, gave no name, or
 * tapped another child's face.
 */
export const canReadAnswers = ({
	pupilId,
	isNotThisChild
}: Pick<TalkRequest, 'pupilId' | 'isNotThisChild'>): boolean => pupilId !== null && !isNotThisChild;

/** Goes to leads, and to nobody else. */
export const isNameless = ({
	namelessInClassId
}: Pick<TalkRequest, 'namelessInClassId'>): boolean => namelessInClassId !== undefined;

/** A request in the making: what replay needs to remember beside what the request shows. */
interface Unfolding {
	request: TalkRequest;
	/** Have handed it on, and keep it until another has accepted or answered. */
	giverIds: string[];
	closerIds: string[];
}

/**
 * What a talk request is now. Events count in the order in which they were appended; later ones
 * may come in any order, also twice, and are never refused.
 *
 * - Only an answer with a definite time stops the clock. "Seen" is no answer, nor is accepting.
 * - The clock runs again from the promised time if nobody says `met` (see `clockFrom`).
 * - An adult's answer no longer holds when that adult hands the request on: nobody has promised
 *   the child a time any more, so the clock runs from there.
 * - Whoever hands a request on keeps it until another has accepted, answered or met.
 * - A take-back stops the clock. It cannot undo a talk that took place, and never cancels an
 *   urgent request: somebody always says hello.
 * - "Did you get your talk?" - "not yet" opens a request again that was said to be met or closed,
 *   at the promised time if that is still to come, else at once. One taken back stays so.
 *   "Yes" counts as met when an adult had answered; otherwise an adult still has to look.
 * - Nothing else opens a closed or taken-back request again.
 * - One person alone cannot close a request as safeguarding: it waits as `met`, with that outcome,
 *   for a second one, and no later closing takes the outcome away.
 * - Said to be another child's, it goes on, to the leads too; an answer that was promised falls away,
 *   since the one who asked cannot read it.
 * - Events by an adult whom the child left out do not count: such an adult cannot know of the
 *   request, so the event is a fault or worse, and must not stop a clock.
 *
 * @throws Error if the first event is not `asked`.
 */
export function replay(events: readonly TalkEvent[]): TalkRequest {
	const [asked, ...later] = events;
	if (asked?.kind !== 'asked') throw new Error('A talk request must begin with `asked`');
	const { at, kind: _kind, talk, givenToIds, ...wish } = asked;
	const unfolding: Unfolding = {
		request: {
			...wish,
			kind: talk,
			askedAt: at,
			chosenAdultIds: [...wish.chosenAdultIds],
			excludedAdultIds: [...wish.excludedAdultIds],
			state: 'new',
			holderIds: withoutExcluded(givenToIds, wish.excludedAdultIds),
			seenByIds: [],
			answer: null,
			stepsTaken: 0,
			clockFrom: at,
			outcome: null,
			talkChecked: null
		},
		giverIds: [],
		closerIds: []
	};
	for (const event of later) {
		const isByExcluded = 'by' in event && wish.excludedAdultIds.includes(event.by);
		if (!isByExcluded) apply(event, unfolding);
	}
	return unfolding.request;
}

function apply(event: TalkEvent, unfolding: Unfolding): void {
	const { request } = unfolding;
	switch (event.kind) {
		case 'asked':
			return;
		case 'seen':
			return noteSeen(request, event.by);
		case 'accepted':
			noteSeen(request, event.by);
			return takeOver(unfolding, event.by);
		case 'answered':
			return applyAnswer(event, unfolding);
		case 'handed-on':
			return applyHandOn(event, unfolding);
		case 'met':
			noteSeen(request, event.by);
			if (isEnded(request)) return;
			takeOver(unfolding, event.by);
			return stopClock(request, 'met');
		case 'answer-read':
			if (request.answer) request.answer.readAt ??= event.at;
			return;
		case 'talk-checked':
			return applyTalkChecked(event, unfolding);
		case 'taken-back':
			if (request.clockFrom !== null && request.kind !== 'urgent') stopClock(request, 'taken-back');
			return;
		case 'closed':
			return applyClosed(event, unfolding);
		case 'not-this-child':
			return applyNotThisChild(event, unfolding);
		case 'this-child':
			delete request.isNotThisChild;
			return;
	}
}

/** Whoever has it keeps it: somebody did ask. A promise that nobody can read does not hold. */
function applyNotThisChild(
	event: TalkEvent & { kind: 'not-this-child' },
	{ request }: Unfolding
): void {
	request.isNotThisChild = true;
	if (isEnded(request)) return;
	const receiverIds = withoutExcluded(event.givenToIds, request.excludedAdultIds);
	request.holderIds = [...new Set([...request.holderIds, ...receiverIds])];
	if (request.state !== 'arranged') return;
	request.answer = null;
	restartClock(request, event.at);
}

function applyAnswer(event: TalkEvent & { kind: 'answered' }, unfolding: Unfolding): void {
	const { request } = unfolding;
	noteSeen(request, event.by);
	// Without a definite time it is no more than seen.
	if (isEnded(request) || !Number.isFinite(event.meetAt)) return;
	takeOver(unfolding, event.by);
	request.answer = {
		by: event.by,
		slot: event.slot,
		meetAt: event.meetAt,
		placeId: event.placeId,
		answeredAt: event.at,
		readAt: null
	};
	request.state = 'arranged';
	request.clockFrom = event.meetAt;
}

function applyHandOn(event: TalkEvent & { kind: 'handed-on' }, unfolding: Unfolding): void {
	const { request, giverIds } = unfolding;
	const { answer } = request;
	if (isEnded(request)) return;
	const receiverIds = withoutExcluded(event.toIds, request.excludedAdultIds);
	request.holderIds = [...new Set([...request.holderIds, ...receiverIds])];
	request.stepsTaken = Math.max(request.stepsTaken, event.step);
	if (event.fromId !== null && receiverIds.some((id) => id !== event.fromId)) {
		giverIds.push(event.fromId);
	}
	if (request.clockFrom === null) return;

	const isGivenAway = event.reason === 'by-person' || event.reason === 'away';
	if (answer && request.state === 'arranged' && isGivenAway && event.fromId === answer.by) {
		request.answer = null;
		restartClock(request, event.at);
	} else if (event.by === 'clock') {
		// An answer may have come while the step was being taken: then its time still holds.
		const isPromised = request.state === 'arranged' && answer !== null && answer.meetAt > event.at;
		if (!isPromised) restartClock(request, event.at);
	}
}

function applyTalkChecked(event: TalkEvent & { kind: 'talk-checked' }, unfolding: Unfolding): void {
	const { request } = unfolding;
	request.talkChecked = event.got;
	// Also after the promised time, when the clock has handed it on: the talk took place, only later.
	if (event.got === 'yes' && request.answer && request.clockFrom !== null)
		stopClock(request, 'met');
	const wasDone = request.state === 'met' || request.state === 'closed';
	if (event.got !== 'not-yet' || !wasDone) return;

	unfolding.closerIds = [];
	if (request.outcome !== 'safeguarding') request.outcome = null;
	if (request.answer && request.answer.meetAt > event.at) {
		request.state = 'arranged';
		request.clockFrom = request.answer.meetAt;
	} else {
		restartClock(request, event.at);
	}
}

function applyClosed(event: TalkEvent & { kind: 'closed' }, unfolding: Unfolding): void {
	const { request, closerIds } = unfolding;
	noteSeen(request, event.by);
	if (!closerIds.includes(event.by)) closerIds.push(event.by);
	if (request.outcome !== 'safeguarding') request.outcome = event.outcome;
	const needsSecondPerson = request.outcome === 'safeguarding' && closerIds.length < 2;
	stopClock(request, needsSecondPerson ? 'met' : 'closed');
}

const isEnded = ({ state }: TalkRequest) => state === 'closed' || state === 'taken-back';

function noteSeen(request: TalkRequest, staffId: string): void {
	if (!request.seenByIds.includes(staffId)) request.seenByIds.push(staffId);
	if (request.state === 'new') request.state = 'seen';
}

/** This adult has it now, and those who handed it on are released. */
function takeOver(unfolding: Unfolding, staffId: string): void {
	const { request, giverIds } = unfolding;
	if (isEnded(request)) return;
	if (!request.holderIds.includes(staffId)) request.holderIds.push(staffId);
	request.holderIds = request.holderIds.filter((id) => id === staffId || !giverIds.includes(id));
	unfolding.giverIds = [];
}

function stopClock(request: TalkRequest, state: 'met' | 'closed' | 'taken-back'): void {
	request.state = state;
	request.clockFrom = null;
}

function restartClock(request: TalkRequest, at: number): void {
	request.clockFrom = at;
	request.state = request.state === 'new' ? 'new' : 'seen';
}
