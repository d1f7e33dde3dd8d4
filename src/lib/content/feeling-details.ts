// What can be said more about a feeling: its size, and where the body feels it. Reviewed wording. The same
// for every feeling, so that the screen does not tell which one was tapped.
import type { FeelingSize } from '$lib/domain/check-in';
import type { BothLanguages } from './cards';
import data from './feeling-details.json' with { type: 'json' };

export const feelingSizes = data.sizes as { id: FeelingSize; label: BothLanguages }[];

/** In a fixed order; each is drawn on the sheet of bodies. */
export const bodyClues: readonly { id: string; say: BothLanguages }[] = data.clues;

/** `null` for a clue of another version. */
export const bodyClue = (id: string) => bodyClues.find((clue) => clue.id === id) ?? null;
