import { describe, expect, it } from 'vitest';
import { feelingPlaces } from '$lib/content/cards';
import { cardLookOf, cardsShown } from './cards-shown';
import { exampleDirectory, examplePupil } from './example-school';

const word = { id: '01920000-0000-7000-8000-000000000001', en: 'Wobbly', cy: 'Sigledig', stone: 2 };
const directory = exampleDirectory({
	cards: { look: { style: 'weather', size: 'large' }, ownWords: [word] }
});
const feelings = (shown: ReturnType<typeof cardsShown>) => shown?.map(({ feeling }) => feeling);

describe('the cards of a screen', () => {
	it('are all there at once for the younger children', () => {
		expect(feelings(cardsShown(directory, examplePupil({ band: '4-5-starter' }), null, 8))).toEqual(
			['happy', 'sad', 'angry', 'scared', 'tired']
		);
		expect(cardsShown(directory, examplePupil({ band: '4-7' }), null, 8)).toHaveLength(8);
	});
	it('are six of one place for the older ones, who choose the place first', () => {
		const older = examplePupil({ band: '7-11' });
		expect(cardsShown(directory, older, null, 8)).toBeNull();
		for (const { id } of feelingPlaces) expect(cardsShown(directory, older, id, 8)).toHaveLength(6);
	});
	it('are fewer where that is set, the uncomfortable ones still among them, in their order', () => {
		const ofBand = (band: '4-5-starter' | '4-7', most: number) =>
			feelings(cardsShown(directory, examplePupil({ band }), null, most));
		expect(ofBand('4-7', 4)).toEqual(['happy', 'sad', 'angry', 'scared']);
		expect(ofBand('4-7', 6)).toEqual(['happy', 'sad', 'angry', 'scared', 'worried', 'tired']);
		expect(ofBand('4-5-starter', 6)).toHaveLength(5);
		expect(ofBand('4-5-starter', 4)).toEqual(['happy', 'sad', 'angry', 'scared']);
		const older = examplePupil({ band: '7-11' });
		expect(feelings(cardsShown(directory, older, 'high-uncomfy', 4))).toEqual([
			'angry',
			'scared',
			'worried',
			'frustrated'
		]);
		for (const { id } of feelingPlaces) expect(cardsShown(directory, older, id, 4)).toHaveLength(4);
	});
	it.each(['4-5-starter', '4-7', '7-11'] as const)(
		'of the school’s own words are the same for %s, and say which word it is',
		(band) => {
			expect(cardsShown(directory, examplePupil({ band }), 'own-words', 4)).toEqual([
				{
					feeling: `own:${word.id}`,
					label: { en: 'Wobbly', cy: 'Sigledig' },
					clue: null,
					stone: 2
				}
			]);
		}
	);
});

describe('the look of the cards', () => {
	it('is the child’s own before the tablet’s', () => {
		const cardLook = { style: 'word', size: 'usual' } as const;
		expect(cardLookOf(directory, examplePupil({ cardLook }))).toEqual(cardLook);
		expect(cardLookOf(directory, examplePupil())).toEqual({ style: 'weather', size: 'large' });
	});
	it('is faces until the tablet knows its school', () => {
		expect(cardLookOf(null, null)).toEqual({ style: 'face', size: 'usual' });
	});
});
