// How a child's feeling cards look, and the feeling words of a school's own.
import type { BandSet } from './band';

export const CARD_STYLES = ['face', 'body-clue', 'weather', 'symbols', 'word'] as const;
export type CardStyle = (typeof CARD_STYLES)[number];

export const CARD_SIZES = ['usual', 'large'] as const;
export type CardSize = (typeof CARD_SIZES)[number];

export interface CardLook {
	style: CardStyle;
	size: CardSize;
}

export const USUAL_LOOK: CardLook = { style: 'face', size: 'usual' };

/** What is set for the school, a class, a tablet or a child. */
export interface CardSetting extends CardLook {
	/** `null`: by the child's year. */
	band: BandSet | null;
}

/** More than eight cards at once are not chosen from but searched. */
export const MOST_OWN_WORDS = 8;

const OWN = 'own:';

/** What a check-in carries as its feeling when the child chose a word of the school's own. */
export const feelingOfOwnWord = (wordId: string): string => OWN + wordId;

/** The word's id, or `null` for any other feeling. */
export const ownWordIdOf = (feeling: string | null): string | null =>
	feeling?.startsWith(OWN) ? feeling.slice(OWN.length) : null;
