// What a visit says: a feeling, a hello or an ask. One routing part per visit.
import type { StayLength } from './cwtch';
import type { Certainty, TalkHow, TalkWhen } from './talk-request';

export type CheckInMoment = 'arrival' | 'during' | 'home-time';
export type Language = 'en' | 'cy';

/** What the child wanted at the end of the check-in. */
export type VisitWish =
	| { kind: 'skip' }
	/** `adultIds` empty means Anyone. */
	| { kind: 'hello'; adultIds: string[] }
	| { kind: 'ask'; adultIds: string[]; how: TalkHow; when: TalkWhen };

/** As `VisitWish`; whom it goes to is not the child's to choose then. */
export type NamelessWish =
	{ kind: 'skip' } | { kind: 'hello' } | { kind: 'ask'; how: TalkHow; when: TalkWhen };

/** The class of fewer children than this is not said where nobody is to be known. */
export const SMALLEST_CLASS_SAID = 5;

/**
 * Of a child who is not in the directory yet ("I'm new here"): `pupilId` is then an id of this visit
 * only. The class that the child picked, `null` for none.
 */
interface NewHere {
	newInClassId?: string | null;
}

/**
 * Special pictures that were tapped, in order, or the token of a badge that was shown, while the server
 * could not be asked. It compares them when they arrive, says in `certainty` what it found, and throws
 * them away.
 */
interface Tried {
	triedPictures?: string[];
	triedBadge?: string;
}

/**
 * The child's own words stand in the words part, which the server is not to read. That there are some it
 * must know: somebody has to read them, also when the child only said hello, or nothing else.
 */
interface WithWords {
	withWords?: true;
}

/** How big a feeling is: small, big, very big. */
export type FeelingSize = 1 | 2 | 3;

/** How a feeling is after a calm activity. */
export type FeelingAfter = 'smaller' | 'same' | 'bigger';

/** A calm activity was played to its end, or stopped before. */
export type CalmEnd = 'over' | 'stopped';

/** `begun` goes out by itself as a stay begins; the others are tapped. */
export type CwtchSaying = 'come' | 'begun' | StayWord;

/** How a stay in the Cwtch goes on: back to class, staying, or somebody to talk to before that. */
export type StayWord = 'ready' | 'longer' | 'talk';

/** More would make an envelope's routing part outgrow the one size. */
export const MOST_CLUES = 3;

/** What a child says more about a feeling; offered, never asked for. */
export interface FeelingDetails {
	size?: FeelingSize;
	/** Body clues of the content, in the order of the taps. */
	clues?: string[];
}

/** What a child says in a visit, of a check-in and of a need. */
interface OfVisit extends FeelingDetails, NewHere, Tried, WithWords {
	v: 1;
	/** The kiosk's own clock when the last tap was made; may be wrong. */
	at: number;
	pupilId: string;
	certainty: Certainty;
	language: Language;
	moment: CheckInMoment;
	/** A card's id, `not-sure`, `rather-not-say`, or `null` when none was tapped. */
	feeling: string | null;
	excludedAdultIds: string[];
}

/** The routing part of an envelope: sealed to the server's key. Ids are UUIDs of the directory. */
export type Routing =
	| ({ kind: 'check-in'; wish: VisitWish } & OfVisit)
	| ({
			v: 1;
			/** "Ask without my name", to the leads alone: nothing in it says who, nor what would tell. */
			kind: 'nameless';
			at: number;
			/** `null` for no class, and for one so small that it would be a name. */
			classId: string | null;
			feeling: string | null;
			wish: NamelessWish;
			/** Leads alone: who else was left out would tell whose grown-ups they are. */
			excludedAdultIds: string[];
	  } & FeelingDetails &
			WithWords)
	| {
			v: 1;
			kind: 'urgent';
			at: number;
			pupilId: string | null;
			language: Language;
			byMistake: boolean;
			/** Left out in the visit in which it was tapped; earlier versions do not say it. */
			excludedAdultIds?: string[];
	  }
	| ({
			/** A check-in with a wish of its own kind. */
			kind: 'need';
			/** Of the content; one that the server does not know is passed on as it is. */
			need: string;
	  } & OfVisit)
	| {
			v: 1;
			kind: 'trusted-adults';
			at: number;
			pupilId: string;
			certainty: Certainty;
			/** In the child's order; empty for nobody. */
			adultIds: string[];
	  }
	| {
			v: 1;
			/** An activity of the calm space that was played for at least one step. No words part. */
			kind: 'calm';
			at: number;
			/** `null` where nobody said who they are, and of a child who is not in the directory yet. */
			pupilId: string | null;
			certainty: Certainty;
			language: Language;
			/** As in a check-in. */
			feeling: string | null;
			/** Id of an activity; one that the server does not know is kept as it is. */
			activity: string;
			ended: CalmEnd;
			/** Size of the feeling before, where the child showed one. */
			before: FeelingSize | null;
			/** How the feeling is afterwards, where the child said so. */
			after: FeelingAfter | null;
			excludedAdultIds: string[];
	  }
	| {
			v: 1;
			/** About the Cwtch: "May I come?", or what goes on at its own tablet. No words part. */
			kind: 'cwtch';
			at: number;
			/** As of `calm`; "May I come?" always says who asks. */
			pupilId: string | null;
			what: CwtchSaying;
			/** Of `begun`; earlier versions do not say it. */
			length?: StayLength;
			language: Language;
			certainty: Certainty;
			excludedAdultIds: string[];
	  }
	| { v: 1; kind: 'take-back'; at: number; pupilId: string; requestId: string }
	| {
			v: 1;
			kind: 'talk-checked';
			at: number;
			pupilId: string;
			requestId: string;
			got: 'yes' | 'not-yet' | 'no-need';
	  };
