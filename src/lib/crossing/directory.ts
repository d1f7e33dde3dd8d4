// The directory: what a kiosk may know so that it works offline. No surname, no birth date, no address.
import {
	CARD_COUNTS,
	FONTS,
	READ_IN,
	SCAN_PACES_MS,
	SCANS,
	THEMES,
	VOLUMES
} from '$lib/domain/settings';
import { CARD_SIZES, CARD_STYLES, MOST_OWN_WORDS } from '$lib/domain/card-look';
import { TALK_PARTS } from '$lib/domain/talk-times';
import * as v from 'valibot';

const Id = v.pipe(v.string(), v.uuid());
const Both = v.object({ en: v.string(), cy: v.string() });
const Minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));

/** How feeling cards are drawn. */
const CardLook = v.object({ style: v.picklist(CARD_STYLES), size: v.picklist(CARD_SIZES) });

/**
 * Only what is set otherwise than usual; `settingsFor` says what is in force. Tablets of other versions may
 * know fewer or more: read them with it only.
 */
const SettingsChange = v.partial(
	v.object({
		theme: v.picklist(THEMES),
		font: v.picklist(FONTS),
		still: v.boolean(),
		lowStimulation: v.boolean(),
		scan: v.picklist(SCANS),
		scanPaceMs: v.picklist(SCAN_PACES_MS),
		scanAnywhere: v.boolean(),
		extraTime: v.boolean(),
		leftHanded: v.boolean(),
		cardCount: v.picklist(CARD_COUNTS),
		picturesAtCheckIn: v.boolean(),
		picturesStay: v.boolean(),
		plainPlaces: v.boolean(),
		tapSound: v.boolean(),
		volume: v.picklist(VOLUMES),
		headphones: v.boolean(),
		readIn: v.picklist(READ_IN),
		activitiesOff: v.array(v.string()),
		activitiesFirst: v.array(v.string()),
		fewerWords: v.boolean()
	})
);

export const DirectoryAdult = v.object({
	id: Id,
	/** As children say it: "Miss Evans". */
	name: v.string(),
	initials: v.string(),
	/** Which of the portrait patterns; 0 to 5. */
	pattern: v.number(),
	/** Where to be found, as a whole phrase, or `null`. */
	found: v.nullable(Both),
	/** Away until this time (ms); shown before choosing. */
	awayUntil: v.nullable(v.number()),
	/** Has said to be here, until then (ms); a directory kept from before has none. */
	hereUntil: v.optional(v.nullable(v.number())),
	/** Kept for talks, each week. */
	talkTimes: v.optional(v.array(v.object({ weekday: v.number(), part: v.picklist(TALK_PARTS) }))),
	lead: v.boolean()
});

export const DirectoryPupil = v.object({
	id: Id,
	firstName: v.string(),
	/** An initial, where two in one class share a first name. */
	distinguisher: v.nullable(v.string()),
	/** Animal id. */
	picture: v.string(),
	classIds: v.array(Id),
	band: v.picklist(['4-5-starter', '4-7', '7-11']),
	/** Years at the start of the school year, by the year group; for what is offered to calm down with. */
	age: v.optional(v.nullable(v.number())),
	/** `null`: as this tablet has it. */
	cardLook: v.nullable(CardLook),
	/** In the child's order; the first is shown first. */
	trustedAdultIds: v.array(Id),
	/** Who hears, too, what this child says to the class's adults: those of a class that is not on this tablet. */
	toldIds: v.optional(v.array(Id)),
	language: v.nullable(v.picklist(['en', 'cy'])),
	/** How many special pictures; children who have none see as many places to fill. */
	pictureCount: v.picklist([3, 4]),
	/** What this child has otherwise than this tablet, or than the class on it. */
	settings: v.optional(SettingsChange)
});

export const DirectoryClass = v.object({
	id: Id,
	name: v.string(),
	emblem: v.string(),
	adultIds: v.array(Id),
	/** Of the class, too, and told as they are, but not to be asked: they have not agreed yet. */
	toldIds: v.optional(v.array(Id)),
	/** What children of this class have here instead of `kiosk.settings`. */
	settings: v.optional(SettingsChange)
});

export const Directory = v.object({
	v: v.literal(1),
	school: v.object({
		id: Id,
		name: v.string(),
		/** As the arrival window and the places below: this tablet's, where it has its own. */
		language: v.picklist(['en', 'cy']),
		timetable: v.object({
			timeZone: v.string(),
			schoolDays: v.array(v.number()),
			opensMinutes: Minutes,
			homeMinutes: Minutes,
			closesMinutes: Minutes,
			arrival: v.object({ fromMinutes: Minutes, toMinutes: Minutes }),
			breakMinutes: Minutes,
			afternoonBreakMinutes: v.nullable(Minutes),
			lunchMinutes: Minutes,
			terms: v.array(v.object({ from: v.string(), to: v.string() })),
			closedDates: v.array(v.string()),
			/** The school's clock beside UTC, for this year and the next ones. */
			utcOffsets: v.array(v.object({ from: v.number(), minutes: v.number() }))
		}),
		/** Whether there is a Cwtch to come to. */
		hasCwtch: v.optional(v.boolean()),
		/** Whether anybody here has a badge: else no screen asks for the camera. */
		badges: v.optional(v.boolean()),
		/** Places that always have a grown-up, for "I need a grown-up now". */
		staffedPlaces: v.array(Both)
	}),
	kiosk: v.object({
		id: Id,
		name: v.string(),
		place: v.picklist(['class', 'cwtch', 'corridor']),
		classId: v.nullable(Id),
		/** In a Cwtch: until when (ms) an adult has said to be there; `null` for nobody. */
		grownUpUntil: v.optional(v.nullable(v.number())),
		/** The school's, its own class's and this tablet's together. */
		settings: v.optional(SettingsChange)
	}),
	cards: v.object({
		look: CardLook,
		/** Feeling words of the school's own; `stone` is the one of eight that stands beside it. */
		ownWords: v.pipe(
			v.array(v.object({ id: Id, en: v.string(), cy: v.string(), stone: v.number() })),
			v.maxLength(MOST_OWN_WORDS)
		)
	}),
	classes: v.array(DirectoryClass),
	pupils: v.array(DirectoryPupil),
	/** Whom children may choose. */
	adults: v.array(DirectoryAdult),
	/** Beside those, whom children can only leave out. A list of its own: earlier tablets offer all of `adults`. */
	toldAdults: v.optional(v.array(DirectoryAdult)),
	/** SHA-256 (base64url) of the school's files by kind and name, to be had at `/crossing/v1/files/DIGEST`. */
	files: v.optional(v.record(v.string(), v.record(v.string(), v.string()))),
	keys: v.object({
		/** age recipient of the routing part. */
		routing: v.string(),
		/** age recipients of the words part; at most eight. */
		words: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(8))
	})
});
export type Directory = v.InferOutput<typeof Directory>;
export type DirectoryAdult = v.InferOutput<typeof DirectoryAdult>;
export type DirectoryPupil = v.InferOutput<typeof DirectoryPupil>;
export type DirectoryClass = v.InferOutput<typeof DirectoryClass>;
