import { describe, expect, it } from 'vitest';
import type { BandSet } from '$lib/domain/band';
import {
	cardsOfBand,
	feelingCard,
	feelingPlaces,
	isFeeling,
	NOT_SURE,
	RATHER_NOT_SAY
} from './cards';

const bands: BandSet[] = ['4-5-starter', '4-7', '7-11'];

describe('feeling cards', () => {
	it.each(bands)('of %s have words in both languages and a place', (band) => {
		for (const card of cardsOfBand(band)) {
			expect(card.label.en && card.label.cy && card.say.en && card.say.cy).toBeTruthy();
			expect(feelingPlaces.map(({ id }) => id)).toContain(card.place);
		}
	});
	it('are few at once: at most eight, or six in each of four places', () => {
		expect(cardsOfBand('4-5-starter').length).toBeLessThanOrEqual(6);
		expect(cardsOfBand('4-7')).toHaveLength(8);
		for (const place of feelingPlaces) {
			const cards = cardsOfBand('7-11').filter((card) => card.place === place.id);
			expect([place.id, cards.length]).toEqual([place.id, 6]);
		}
	});
	it('are known by their ids, and nothing else is', () => {
		expect(isFeeling(RATHER_NOT_SAY) && isFeeling(NOT_SURE) && isFeeling('happy')).toBe(true);
		expect(isFeeling('disgusted')).toBe(false);
		expect(() => feelingCard('disgusted')).toThrow('disgusted');
	});
});
