// What the child has said in this visit so far, and the message that it becomes. Rules without a
// clock; `telling.svelte.ts` holds the one value of it and throws it away.
import type { Directory, DirectoryAdult, DirectoryPupil } from '$lib/crossing/directory';
import type { PlaceId } from '$lib/content/cards';
import {
	MOST_CLUES,
	SMALLEST_CLASS_SAID,
	type FeelingSize,
	type Language,
	type NamelessWish,
	type Routing,
	type VisitWish
} from '$lib/domain/check-in';
import { surer } from '$lib/domain/certainty';
import { momentOfDay, suggestedWhen, whensLeft } from '$lib/domain/clock-face';
import type { Certainty, TalkHow, TalkWhen } from '$lib/domain/talk-request';
import { firstAdult, pupilsOfClass, talkTimeOf } from './offered-adults';

export type OfferChoice = 'hello' | 'skip' | TalkHow;
/** What ends a visit. */
export type LastChoice = OfferChoice | { need: string };

/** What is behind the first screen of feelings: a place, or the feeling words of the school's own. */
export type FeelingGroup = PlaceId | 'own-words';

export interface Said {
	/** `undefined`: no class chosen; `null`: the children without a class. */
	readonly classId: string | null | undefined;
	readonly pupil: DirectoryPupil | null;
	/** "I'm new here": `pupil` is made up for this visit. */
	readonly isNew: boolean;
	readonly place: FeelingGroup | null;
	/** A card's id, a word of the school's own, or `null` when none was tapped. */
	readonly feeling: string | null;
	readonly size: FeelingSize | null;
	/** Where the body feels it. */
	readonly clues: readonly string[];
	/** `undefined`: the child's first grown-up; `null`: Anyone. */
	readonly adultId: string | null | undefined;
	/** Asks without a name: the leads see it, and nothing that goes out says who. */
	readonly isNameless: boolean;
	readonly excludedIds: readonly string[];
	/** The times on offer. Read once: chips that move under a finger would be tapped wrongly. */
	readonly whens: readonly TalkWhen[];
	readonly when: TalkWhen;
	/** By the child, not suggested. */
	readonly hasChosenWhen: boolean;
	readonly certainty: Certainty;
	/** Special pictures, in order, about which the server has said nothing yet. */
	readonly triedPictures: readonly string[];
	/** The same of a badge: its token. */
	readonly triedBadge: string | null;
}

export const NOTHING_SAID: Said = {
	classId: undefined,
	pupil: null,
	isNew: false,
	place: null,
	feeling: null,
	size: null,
	clues: [],
	adultId: undefined,
	isNameless: false,
	excludedIds: [],
	whens: [],
	when: 'whenever',
	hasChosenWhen: false,
	certainty: 'not-asked',
	triedPictures: [],
	triedBadge: null
};

/** The times on offer now, with the one that a single tap takes: the child's own where it is still to come. */
export function withTimesOnOffer(said: Said, directory: Directory, now: number): Said {
	const { timetable } = directory.school;
	const whens = whensLeft(now, timetable);
	if (said.hasChosenWhen && whens.includes(said.when)) return { ...said, whens };
	return { ...said, whens, when: suggestedWhen(now, timetable), hasChosenWhen: false };
}

/** The adult's own time for talks is suggested, until the child has chosen one. */
export function withSuggestedTime(said: Said, directory: Directory, now: number): Said {
	if (said.hasChosenWhen) return said;
	const adult = offeredAdult(said, directory);
	const kept = adult && talkTimeOf(adult, directory, now);
	const usual = suggestedWhen(now, directory.school.timetable);
	return {
		...said,
		when: [kept, usual].find((when) => when && said.whens.includes(when)) ?? said.when
	};
}

/** The adult on the offer screen; `null` is Anyone, and nobody in particular without a name. */
export function offeredAdult(said: Said, directory: Directory): DirectoryAdult | null {
	if (!said.pupil || said.adultId === null || said.isNameless) return null;
	const chosen = directory.adults.find((adult) => adult.id === said.adultId);
	return chosen ?? firstAdult(directory, said.pupil, said.excludedIds);
}

/** Chooses an adult, or Anyone. Whoever is chosen is no longer left out. */
export const withAdult = (said: Said, adultId: string | null): Said => ({
	...said,
	adultId,
	isNameless: false,
	excludedIds: said.excludedIds.filter((id) => id !== adultId)
});

/** Leaves an adult out, or takes them back in. Whoever is left out is no longer the chosen one. */
export function withLeftOut(said: Said, adultId: string): Said {
	if (said.excludedIds.includes(adultId))
		return { ...said, excludedIds: said.excludedIds.filter((id) => id !== adultId) };
	return {
		...said,
		excludedIds: [...said.excludedIds, adultId],
		adultId: said.adultId === adultId ? undefined : said.adultId
	};
}

/** The server has compared what was tried: it says so itself, and need not be told again. */
export const withCompared = (said: Said, found: Certainty): Said => ({
	...said,
	certainty: surer(said.certainty, found),
	triedPictures: found.startsWith('badge') ? said.triedPictures : [],
	triedBadge: found.startsWith('badge') ? null : said.triedBadge
});

/** The routing part of the visit's one envelope. */
export function checkInOf(
	said: Said & { pupil: DirectoryPupil },
	choice: LastChoice,
	directory: Directory,
	made: { at: number; language: Language }
): Routing {
	if (said.isNameless && typeof choice !== 'object')
		return namelessOf(said, choice, directory, made.at);
	const visit = {
		v: 1 as const,
		...made,
		pupilId: said.pupil.id,
		certainty: said.certainty,
		moment: momentOfDay(made.at, directory.school.timetable),
		feeling: said.feeling,
		...detailsOf(said),
		excludedAdultIds: [...said.excludedIds],
		...newHere(said),
		...tried(said)
	};
	return typeof choice === 'object'
		? { ...visit, kind: 'need', need: choice.need }
		: { ...visit, kind: 'check-in', wish: wishOf(said, choice, directory) };
}

/** No name, and nothing that would tell: no language, moment, picture, badge or adult of the child's own. */
function namelessOf(
	said: Said & { pupil: DirectoryPupil },
	choice: OfferChoice,
	directory: Directory,
	at: number
): Routing {
	const isLead = (id: string) => directory.adults.some((adult) => adult.id === id && adult.lead);
	const classId = said.classId ?? said.pupil.classIds[0] ?? null;
	const isSaid = pupilsOfClass(directory, classId).length >= SMALLEST_CLASS_SAID;
	return {
		v: 1,
		kind: 'nameless',
		at,
		classId: isSaid ? classId : null,
		feeling: said.feeling,
		...detailsOf(said),
		wish: namelessWish(choice, said.when),
		excludedAdultIds: said.excludedIds.filter(isLead)
	};
}

function namelessWish(choice: OfferChoice, when: TalkWhen): NamelessWish {
	if (choice === 'skip' || choice === 'hello') return { kind: choice };
	return { kind: 'ask', how: choice, when };
}

/** Nothing of it where nothing was tapped. */
const detailsOf = ({ size, clues }: Said) => ({
	...(size !== null && { size }),
	...(clues.length > 0 && { clues: [...clues] })
});

/** Takes a body clue in or out. With as many as there is room for the first one makes room. */
export const withClue = (said: Said, id: string): Said => ({
	...said,
	clues: said.clues.includes(id)
		? said.clues.filter((clue) => clue !== id)
		: [...said.clues, id].slice(-MOST_CLUES)
});

/** Compared on arrival. */
const tried = ({ triedPictures, triedBadge }: Said) => ({
	...(triedPictures.length > 0 && { triedPictures: [...triedPictures] }),
	...(triedBadge !== null && { triedBadge })
});

/** Goes with whatever a child says who is not on the list yet. */
export const newHere = ({ isNew, classId }: Said): { newInClassId?: string | null } =>
	isNew ? { newInClassId: classId ?? null } : {};

function wishOf(said: Said, choice: OfferChoice, directory: Directory): VisitWish {
	if (choice === 'skip') return { kind: 'skip' };
	const adult = offeredAdult(said, directory);
	const adultIds = adult ? [adult.id] : [];
	if (choice === 'hello') return { kind: 'hello', adultIds };
	return { kind: 'ask', adultIds, how: choice, when: said.when };
}
