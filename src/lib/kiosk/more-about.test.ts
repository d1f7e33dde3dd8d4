import { describe, expect, it } from 'vitest';
import { feelingCards } from '$lib/content/cards';
import { bodyClues, feelingSizes } from '$lib/content/feeling-details';
import { pad, ROUTING_SIZES } from '$lib/crossing/padding';
import { MOST_CLUES } from '$lib/domain/check-in';
import { NANT } from './example-school';
import { atOffer, kioskWith } from './example-visit';
import bodies from './art/body-clues.svg?raw';

describe('what is said more about a feeling', () => {
	it('goes with the check-in and the need, and nothing where nothing was tapped', async () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.openMoreAbout();
		visit.telling.chooseSize(3);
		visit.telling.tapClue('funny_tummy');
		visit.telling.tapClue('busy_head');
		visit.telling.tapClue('funny_tummy');
		visit.back();
		expect(visit.screen).toBe('offer');
		visit.telling.wish('hello');
		const silent = atOffer(kiosk);
		silent.telling.wish('hello');
		expect(kiosk.kept[0]).toMatchObject({ feeling: 'sad', size: 3, clues: ['busy_head'] });
		expect(kiosk.kept[1]).not.toHaveProperty('size');
		expect(kiosk.kept[1]).not.toHaveProperty('clues');
	});

	it('can be taken back, and does not stay with another feeling', () => {
		const visit = atOffer();
		visit.telling.chooseSize(1);
		visit.telling.chooseSize(1);
		expect(visit.said.size).toBeNull();
		visit.telling.chooseSize(2);
		visit.telling.tapClue('hot_face');
		visit.back();
		visit.telling.chooseFeeling('angry');
		expect(visit.said).toMatchObject({ size: null, clues: [] });
	});

	it('leaves an envelope in its one size, also with adults left out', () => {
		const kiosk = kioskWith();
		const visit = atOffer(kiosk);
		visit.telling.chooseSize(3);
		for (const { id } of bodyClues) visit.telling.tapClue(id);
		expect(visit.said.clues).toHaveLength(MOST_CLUES);
		for (const id of [NANT.pugh, NANT.jones, NANT.rees]) visit.telling.leaveOut(id);
		visit.telling.wish('put-right');
		const text = new TextEncoder().encode(JSON.stringify(kiosk.kept[0]));
		expect(pad(text, ROUTING_SIZES)).toHaveLength(ROUTING_SIZES[0]);
	});

	it('is drawn, and the same whatever the feeling', () => {
		for (const { id } of bodyClues) expect(bodies).toContain(`id="${id}"`);
		expect(feelingSizes.map(({ id }) => id)).toEqual([1, 2, 3]);
		// Each clue belongs to a feeling of the content: none was made up for this screen.
		const ofCards = new Set(feelingCards.map(({ clue }) => clue));
		expect(bodyClues.filter(({ id }) => ofCards.has(id)).length).toBeGreaterThan(4);
	});
});
