// A talk request is an append-only list of events; what it is now is `replay(events)`.

/** How the child would like the time together. */
export type TalkHow = 'chat' | 'walk' | 'sit' | 'put-right';
/** When the child would like it; the kiosk always suggests a definite time. */
export type TalkWhen = 'now' | 'break' | 'lunch' | 'before-home' | 'whenever';
/** A talk the child asked for, a need for the class's adults at once, or "I need a grown-up now". */
export type TalkKind = 'talk' | 'need' | 'urgent';
/** The times an adult can answer with; each stands for a definite clock time. */
export type AnswerSlot = 'now' | 'break' | 'lunch' | 'before-home' | 'tomorrow';
export type Outcome = 'talked' | 'needs-more' | 'handed-over' | 'safeguarding';
/** How sure the kiosk is of who the child is. Identity is a statement, not a gate. */
export type Certainty =
	'not-asked' | 'pictures-right' | 'pictures-wrong' | 'badge' | 'opened-by-grown-up';

export type TalkEvent = { at: number } & (
	| {
			kind: 'asked';
			talk: TalkKind;
			/** `null` when an urgent request was made without signing in. */
			pupilId: string | null;
			kioskId: string;
			/** In the child's order; empty means Anyone. */
			chosenAdultIds: string[];
			/** Left out by the child in this visit. */
			excludedAdultIds: string[];
			how: TalkHow | null;
			when: TalkWhen;
			need: string | null;
			feeling: string | null;
			certainty: Certainty;
			/** Whom it was given to at once: the chosen adults, or the class's adults, or leads. */
			givenToIds: string[];
	  }
	| { kind: 'seen'; by: string }
	| {
			kind: 'answered';
			by: string;
			slot: AnswerSlot;
			/** The definite time promised. */
			meetAt: number;
			placeId: string;
	  }
	| {
			kind: 'handed-on';
			/** A staff member, or the clock. */
			by: string | 'clock';
			fromId: string | null;
			toIds: string[];
			reason: 'unanswered' | 'by-person' | 'away' | 'time-passed';
			/** The step of the hand-on policy reached; unchanged when a person hands on. */
			step: number;
			note: string | null;
	  }
	| { kind: 'accepted'; by: string }
	| { kind: 'met'; by: string }
	/** The child has read the answer at the kiosk. */
	| { kind: 'answer-read' }
	/** "Did you get your talk?" */
	| { kind: 'talk-checked'; got: 'yes' | 'not-yet' | 'no-need' }
	| { kind: 'taken-back' }
	| { kind: 'closed'; by: string; outcome: Outcome }
);

export type TalkState = 'new' | 'seen' | 'arranged' | 'met' | 'closed' | 'taken-back';

export interface TalkAnswer {
	by: string;
	slot: AnswerSlot;
	meetAt: number;
	placeId: string;
	answeredAt: number;
	readAt: number | null;
}

export interface TalkRequest {
	kind: TalkKind;
	pupilId: string | null;
	kioskId: string;
	askedAt: number;
	how: TalkHow | null;
	when: TalkWhen;
	need: string | null;
	feeling: string | null;
	certainty: Certainty;
	chosenAdultIds: string[];
	excludedAdultIds: string[];
	state: TalkState;
	/** Everybody who has been given it and still has it, in the order they were given it. */
	holderIds: string[];
	seenByIds: string[];
	answer: TalkAnswer | null;
	/** Steps of the hand-on policy already taken. */
	stepsTaken: number;
	/** From when the clock runs; `null` while an answer with a time to come, or the end, stops it. */
	clockFrom: number | null;
	outcome: Outcome | null;
	talkChecked: 'yes' | 'not-yet' | 'no-need' | null;
}
