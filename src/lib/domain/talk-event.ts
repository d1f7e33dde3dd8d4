// What can happen to a talk request. Events are only ever appended.
import type { FeelingDetails } from './check-in';

/** How the child would like the time together. */
export type TalkHow = 'chat' | 'walk' | 'sit' | 'put-right';
/** When the child would like it; the kiosk always suggests a definite time. */
export type TalkWhen = 'now' | 'break' | 'lunch' | 'before-home' | 'whenever';
/**
 * A talk the child asked for, a need for the class's adults at once, or "I need a grown-up now". `reflect`:
 * after something calm the feeling was bigger, and a grown-up is to talk about it with the child the same
 * day. The child has not asked, and reads nothing of it. `come`: "May I come to the Cwtch?"
 */
export type TalkKind = 'talk' | 'need' | 'urgent' | 'reflect' | 'come';
/** The times an adult can answer with; each stands for a definite clock time. `soon` is in ten minutes, for the Cwtch. */
export type AnswerSlot = 'now' | 'soon' | 'break' | 'lunch' | 'before-home' | 'tomorrow';
/** `helped` is for a need that has been seen to, `not-now` for who may not come to the Cwtch now. */
export type Outcome =
	'talked' | 'helped' | 'not-now' | 'needs-more' | 'handed-over' | 'safeguarding';
/** How sure the kiosk is of who the child is. Identity is a statement, not a gate. */
export type Certainty =
	| 'not-asked'
	| 'pictures-right'
	| 'pictures-wrong'
	| 'badge'
	/** Of somebody else, or one that does not count any more. */
	| 'badge-wrong'
	| 'opened-by-grown-up';

/** What a child asks for, and from where; of `reflect` what it is about. */
export interface Asking {
	/** `null` when an urgent request was made without signing in, and for a new child. */
	pupilId: string | null;
	/** Of a child who is not on the list yet: the class that the child picked, `null` for none. `undefined` for others. */
	newInClassId?: string | null;
	/** Asked without a name: the class that it came from, `null` for none. Leads alone have it. `undefined` for others. */
	namelessInClassId?: string | null;
	kioskId: string;
	/** In the child's order; empty means Anyone. */
	chosenAdultIds: string[];
	/** Left out by the child in this visit. */
	excludedAdultIds: string[];
	how: TalkHow | null;
	when: TalkWhen;
	need: string | null;
	feeling: string | null;
	/** How big the feeling is, and where the body feels it, where the child said so. */
	details?: FeelingDetails;
	certainty: Certainty;
	/** The child's own words came with it, sealed; where the child asked for nothing, `how` is `null`. */
	withWords?: true;
}

export type TalkEvent = { at: number } & (
	| ({
			kind: 'asked';
			talk: TalkKind;
			/** Whom it was given to at once: the chosen adults, or the class's adults, or leads. */
			givenToIds: string[];
	  } & Asking)
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
	/** Somebody else had tapped this child's face. Who asked is not known, so leads have it too. */
	| { kind: 'not-this-child'; by: string; givenToIds: string[] }
	/** It was this child after all. */
	| { kind: 'this-child'; by: string }
	| { kind: 'closed'; by: string; outcome: Outcome }
);
