// What a child may read at the kiosk: opened by special pictures, a badge or a grown-up, which the server
// alone can check.
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.uuid());

export const PicturesCheck = v.object({
	pupilId: Id,
	/** Picture ids in the order they were tapped. */
	pictures: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(8))
});
export type PicturesCheck = v.InferOutput<typeof PicturesCheck>;

export const BadgeCheck = v.object({
	pupilId: Id,
	/** The token in the QR code. */
	badge: v.pipe(v.string(), v.maxLength(40))
});
export type BadgeCheck = v.InferOutput<typeof BadgeCheck>;

/** "A grown-up can open this": answered with `asked`. */
export const PassAsk = v.object({
	pupilId: Id,
	/** Left out in this visit: none of these is asked. */
	passWithout: v.pipe(v.array(Id), v.maxLength(100))
});
export type PassAsk = v.InferOutput<typeof PassAsk>;

/** A grown-up has opened it, as the feed has told. */
export const PassUse = v.object({ pupilId: Id, passId: Id });
export type PassUse = v.InferOutput<typeof PassUse>;

/** How a child shows, or has a grown-up say, who they are. */
export const WhoCheck = v.union([PicturesCheck, BadgeCheck, PassAsk, PassUse]);
export type WhoCheck = v.InferOutput<typeof WhoCheck>;

/** A check is filled up with blanks to this many bytes: the network cannot tell pictures from a badge. */
export const WHO_CHECK_BYTES = 1024;

export const PicturesAnswer = v.variant('outcome', [
	/** The token opens the answers for two minutes. */
	v.object({ outcome: v.literal('right'), token: v.string() }),
	v.object({ outcome: v.literal('wrong') }),
	/** Too many misses: try again after this many milliseconds. */
	v.object({ outcome: v.literal('rest'), waitMs: v.number() }),
	/** This child has no special pictures yet: a grown-up can help. */
	v.object({ outcome: v.literal('none') }),
	/** Grown-ups have been asked; the one who opens it types this number. */
	v.object({ outcome: v.literal('asked'), passId: Id, number: v.string() })
]);
export type PicturesAnswer = v.InferOutput<typeof PicturesAnswer>;

const Both = v.object({ en: v.string(), cy: v.string() });

/** "I changed my mind": false for an urgent request, which nothing cancels. */
const mayTakeBack = v.boolean();

/** What waits for this child today; one layout for all of them. */
export const Waiting = v.variant('kind', [
	v.object({
		kind: v.literal('meeting'),
		requestId: v.pipe(v.string(), v.uuid()),
		adultId: v.string(),
		how: v.nullable(v.picklist(['chat', 'walk', 'sit', 'put-right'])),
		slot: v.picklist(['now', 'soon', 'break', 'lunch', 'before-home', 'tomorrow']),
		/** Definite time, ms. */
		meetAt: v.number(),
		/** To come to the Cwtch. */
		come: v.optional(v.literal(true)),
		/** `null` when the school has taken it off its list since: say only who and when. */
		place: v.nullable(v.object({ phrase: Both, picture: v.string() })),
		mayTakeBack
	}),
	/** Asked, and nobody has answered with a time yet. */
	v.object({
		kind: v.literal('asked'),
		requestId: v.pipe(v.string(), v.uuid()),
		/** `null` for Anyone. */
		adultId: v.nullable(v.string()),
		seen: v.boolean(),
		mayTakeBack
	}),
	/** Another adult has taken it on. */
	v.object({
		kind: v.literal('handed-on'),
		requestId: v.pipe(v.string(), v.uuid()),
		fromAdultId: v.nullable(v.string()),
		adultId: v.string(),
		mayTakeBack
	}),
	v.object({
		kind: v.literal('talk-check'),
		requestId: v.pipe(v.string(), v.uuid()),
		adultId: v.string()
	}),
	/** May not come to the Cwtch now. */
	v.object({
		kind: v.literal('not-now'),
		requestId: v.pipe(v.string(), v.uuid()),
		adultId: v.string()
	}),
	/** An adult whom the child said hello to today has said hello back. */
	v.object({ kind: v.literal('hello-back'), adultId: v.string() })
]);
export type Waiting = v.InferOutput<typeof Waiting>;

/** An adult who answered, as children say it: need not be one whom the directory has. */
export const AnsweringAdult = v.object({
	id: v.string(),
	name: v.string(),
	initials: v.string(),
	pattern: v.number()
});
export type AnsweringAdult = v.InferOutput<typeof AnsweringAdult>;

/** The token of the special pictures goes here, never into an address. */
export const ANSWER_TOKEN_HEADER = 'cwtch-answer-token';

export const Answers = v.object({
	waiting: v.array(Waiting),
	/** Everybody named in `waiting`. */
	adults: v.array(AnsweringAdult),
	/** Fills the answer up, so that the network cannot tell a meeting from nothing. */
	pad: v.string()
});
export type Answers = v.InferOutput<typeof Answers>;
