// The feelings as the child sees them. Reviewed wording; see docs/content.md before changing any.
import type { BandSet } from '$lib/domain/band';
import data from './cards.json' with { type: 'json' };

export type BothLanguages = { en: string; cy: string };
export type PlaceId = 'high-comfy' | 'low-comfy' | 'low-uncomfy' | 'high-uncomfy';
export interface FeelingCard {
	id: string;
	place: PlaceId | null;
	/** Where in the body it is drawn, as one of the content's body clues; `null` where there is none. */
	clue: string | null;
	label: BothLanguages;
	/** Read aloud, as the child's own sentence. */
	say: BothLanguages;
}
export interface FeelingPlace {
	id: PlaceId;
	name: BothLanguages;
	explain: BothLanguages;
	pattern: string;
}

export const NOT_SURE = 'not-sure';
export const RATHER_NOT_SAY = 'rather-not-say';

const cards = new Map((data.cards as FeelingCard[]).map((card) => [card.id, card]));

export const feelingPlaces = data.places as FeelingPlace[];

/** Throws for an id that the content does not have: a card on a screen always comes from here. */
export function feelingCard(id: string): FeelingCard {
	const card = cards.get(id);
	if (!card) throw new Error(`No feeling card "${id}" in the content`);
	return card;
}

/** Every card of the content. */
export const feelingCards: readonly FeelingCard[] = [...cards.values()];

/** True for everything that a check-in may carry as its feeling. */
export const isFeeling = (id: string): boolean => id === RATHER_NOT_SAY || cards.has(id);

/** The cards of an age band in their fixed order, without "not sure", which every screen has. */
export function cardsOfBand(band: BandSet): FeelingCard[] {
	return data.bandSets[band].filter((id) => id !== NOT_SURE).map(feelingCard);
}

/**
 * The `most` of these that are kept where fewer are shown, in their order: first the plain feelings, the
 * uncomfortable among them, and then as the cards stand.
 */
export function fewerCards(shown: readonly FeelingCard[], most: number): FeelingCard[] {
	const rank = ({ id }: FeelingCard) => {
		const at = data.fewer.indexOf(id);
		return at < 0 ? data.fewer.length : at;
	};
	const kept = [...shown].sort((a, b) => rank(a) - rank(b)).slice(0, most);
	return shown.filter((card) => kept.includes(card));
}
