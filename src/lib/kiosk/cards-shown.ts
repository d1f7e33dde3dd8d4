// Which feeling cards a child sees, and how they look.
import { cardsOfBand, fewerCards, type BothLanguages } from '$lib/content/cards';
import type { Directory, DirectoryPupil } from '$lib/crossing/directory';
import { feelingOfOwnWord, USUAL_LOOK, type CardLook } from '$lib/domain/card-look';
import type { FeelingGroup } from './what-was-said';

export interface ShownCard {
	/** What the check-in carries. */
	feeling: string;
	label: BothLanguages;
	/** Where in the body it is drawn, in that style. */
	clue: string | null;
	/** The stone beside a word of the school's own. */
	stone: number | null;
}

export type CardsKnown = Pick<Directory, 'cards'>;

/** The child's own look, or the one that this tablet has. */
export const cardLookOf = (directory: CardsKnown | null, pupil: DirectoryPupil | null): CardLook =>
	pupil?.cardLook ?? directory?.cards.look ?? USUAL_LOOK;

/**
 * The cards of one screen in their fixed order, without those that every screen has; `null` where one
 * of the four places is chosen first.
 *
 * @param most as it is set for the child; words of the school's own are never left out
 */
export function cardsShown(
	directory: CardsKnown | null,
	pupil: DirectoryPupil | null,
	group: FeelingGroup | null,
	most: number
): ShownCard[] | null {
	if (group === 'own-words') return ownWordCards(directory);
	const band = pupil?.band ?? '4-7';
	const isByPlace = band === '7-11';
	if (isByPlace && group === null) return null;
	const ofGroup = cardsOfBand(band).filter(({ place }) => !isByPlace || place === group);
	return fewerCards(ofGroup, most).map(({ id, label, clue }) => ({
		feeling: id,
		label,
		clue,
		stone: null
	}));
}

const ownWordCards = (directory: CardsKnown | null): ShownCard[] =>
	(directory?.cards.ownWords ?? []).map(({ id, en, cy, stone }) => ({
		feeling: feelingOfOwnWord(id),
		label: { en, cy },
		clue: null,
		stone
	}));
