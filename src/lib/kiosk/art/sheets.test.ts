// A drawing that is named but not on its sheet shows as nothing at all; nobody would see an error.
import { describe, expect, test } from 'vitest';
import content from '$lib/content/activities.json' with { type: 'json' };
import { cardsOfBand, feelingPlaces, NOT_SURE, RATHER_NOT_SAY } from '$lib/content/cards';
import { MOST_OWN_WORDS } from '$lib/domain/card-look';
import { needIds } from '$lib/content/needs';
import { secretPictureIds } from '$lib/content/secret-pictures';
import { animalIds } from '$lib/ui/art/animals';
import animals from '$lib/ui/art/animals.svg?raw';
import olderFaces from '$lib/ui/art/faces-older.svg?raw';
import faces from '$lib/ui/art/faces.svg?raw';
import ownWords from '$lib/ui/art/own-words.svg?raw';
import patterns from '$lib/ui/art/patterns.svg?raw';
import { portraitPatterns } from '$lib/ui/art/portrait-patterns';
import colouring from '$lib/ui/drawing/colouring.svg?raw';
import things from '$lib/ui/drawing/things.svg?raw';
import room from '../calm/room.svg?raw';
import landscape from '../landscape/landscape.svg?raw';
import activities from './activities.svg?raw';
import bodies from './body-clues.svg?raw';
import changes from './calm-change.svg?raw';
import choices from './choices.svg?raw';
import needs from './needs.svg?raw';
import places from './places.svg?raw';
import secretPictures from './secret-pictures.svg?raw';
import weather from './weather.svg?raw';

const drawnOn = (sheet: string) => [...sheet.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1]);
const idsOfCards = (band: '4-5-starter' | '4-7' | '7-11') =>
	cardsOfBand(band).map((card) => card.id);

describe('what a screen can name is drawn', () => {
	test('the younger cards, "not sure" and "I don\'t want to say" come on the first sheet', () => {
		const drawn = drawnOn(faces);
		expect(drawn).toEqual(
			expect.arrayContaining([
				...idsOfCards('4-5-starter'),
				...idsOfCards('4-7'),
				NOT_SURE,
				RATHER_NOT_SAY
			])
		);
	});

	test('every card of the older set has a face, on one sheet only', () => {
		const drawn = [...drawnOn(faces), ...drawnOn(olderFaces)];
		expect(drawn).toEqual(expect.arrayContaining(idsOfCards('7-11')));
		expect(new Set(drawn).size).toBe(drawn.length);
	});

	test('every card has its weather, and the two that every screen has', () => {
		const cards = [...idsOfCards('4-7'), ...idsOfCards('7-11'), NOT_SURE, RATHER_NOT_SAY];
		expect(drawnOn(weather)).toEqual(expect.arrayContaining(cards));
	});

	test('every clue of a card has its body', () => {
		const clues = [...cardsOfBand('4-7'), ...cardsOfBand('7-11')].flatMap(({ clue }) => clue ?? []);
		expect(drawnOn(bodies)).toEqual(expect.arrayContaining(clues));
	});

	test.each([
		[
			'stones of own words',
			ownWords,
			['something-else', ...Array.from({ length: MOST_OWN_WORDS }, (_, at) => `stone-${at}`)]
		],
		['places', places, feelingPlaces.map((place) => place.id)],
		['animals', animals, animalIds],
		['special pictures', secretPictures, secretPictureIds],
		['patterns of portraits', patterns, portraitPatterns],
		['choices', choices, ['hello', 'chat', 'walk', 'sit', 'put-right', 'skip']],
		['the ear', choices, ['ear']],
		['needs', needs, [...needIds, 'something']],
		['activities', activities, [...content.activities.map(({ id }) => id), 'draw', 'quiet']],
		['change of a feeling', changes, ['smaller', 'same', 'bigger']],
		[
			'landscape',
			landscape,
			['distance', 'gate', 'shore', 'shore-near', 'bench', 'bench-near', 'home', 'doorstep']
		],
		['the room', room, ['wall', 'room', 'table', 'things']]
	])('%s', (_what, sheet, ids) => {
		expect(drawnOn(sheet)).toEqual(expect.arrayContaining([...ids]));
	});
});

test.each(
	Object.entries({
		activities,
		animals,
		bodies,
		changes,
		choices,
		colouring,
		faces,
		landscape,
		needs,
		olderFaces,
		ownWords,
		patterns,
		places,
		room,
		secretPictures,
		things,
		weather
	})
)('%s keeps to what works from another file and under our content policy', (_name, sheet) => {
	expect(sheet).not.toMatch(/\bstyle=|<style|<script|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
});
