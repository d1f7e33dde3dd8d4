import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { BandSet } from '$lib/domain/band';
import details from './card-details.json' with { type: 'json' };
import {
	cardsOfBand,
	feelingCard,
	feelingPlaces,
	isFeeling,
	NOT_SURE,
	RATHER_NOT_SAY
} from './cards';
import cards from './cards.json' with { type: 'json' };

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const Both = v.strictObject({ en: Words, cy: Words });
const Place = v.picklist(['high-comfy', 'low-comfy', 'low-uncomfy', 'high-uncomfy']);
const Content = v.strictObject({
	fewer: v.array(v.string()),
	bandSets: v.strictObject({
		'4-5-starter': v.array(v.string()),
		'4-7': v.array(v.string()),
		'7-11': v.array(v.string())
	}),
	places: v.pipe(
		v.array(v.strictObject({ id: Place, name: Both, explain: Both, pattern: v.string() })),
		v.length(4)
	),
	cards: v.array(
		v.strictObject({
			id: v.pipe(v.string(), v.regex(/^[a-z-]+$/)),
			place: v.nullable(Place),
			clue: v.nullable(v.string()),
			label: Both,
			say: Both
		})
	)
});

const bands: BandSet[] = ['4-5-starter', '4-7', '7-11'];

describe('feeling cards', () => {
	it('are whole: nothing is missing, and nothing is there that no screen reads', () => {
		const parsed = v.safeParse(Content, cards);
		expect(parsed.issues?.map((issue) => v.getDotPath(issue))).toBeUndefined();
		const ids = cards.cards.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of Object.values(cards.bandSets).flat()) expect(ids).toContain(id);
		expect([...cards.fewer].sort()).toEqual(
			cardsOfBand('4-7')
				.map(({ id }) => id)
				.sort()
		);
	});
	it('are drawn where the reviewed content says that they are felt', () => {
		const reviewed: Record<string, { body_clues: string[] }> = details.details;
		for (const { id, clue } of cards.cards) {
			if (clue) expect(reviewed[id]?.body_clues, id).toContain(clue);
			else expect(reviewed[id]?.body_clues, id).toEqual([]);
		}
	});
	it.each(bands)('of %s have words in both languages and a place', (band) => {
		for (const card of cardsOfBand(band)) {
			expect(card.label.en && card.label.cy && card.say.en && card.say.cy).toBeTruthy();
			expect(feelingPlaces.map(({ id }) => id)).toContain(card.place);
		}
	});
	it('are few at once: at most eight, or six in each of four places', () => {
		expect([4, 5, 6]).toContain(cardsOfBand('4-5-starter').length);
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
