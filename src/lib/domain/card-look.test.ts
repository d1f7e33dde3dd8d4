import { describe, expect, it } from 'vitest';
import { feelingOfOwnWord, ownWordIdOf, settingFor, type CardSetting } from './card-look';

const setting = (style: CardSetting['style']): CardSetting => ({
	style,
	size: 'usual',
	band: null
});

describe('the look of a child’s cards', () => {
	const pupil = setting('word');
	const kiosk = setting('weather');
	const ofClass = setting('body-clue');

	it('is the child’s own before the tablet’s, and the tablet’s before the class’s', () => {
		expect(settingFor({ pupil, kiosk, classes: [ofClass] })).toBe(pupil);
		expect(settingFor({ pupil: null, kiosk, classes: [ofClass] })).toBe(kiosk);
		expect(settingFor({ pupil: null, kiosk: null, classes: [null, ofClass] })).toBe(ofClass);
	});
	it('is the school’s where nothing else is set', () => {
		expect(settingFor({ pupil: null, kiosk: null, classes: [null] })).toBeNull();
	});
});

describe('a feeling word of the school’s own', () => {
	it('travels as a feeling that says which word it is', () => {
		expect(ownWordIdOf(feelingOfOwnWord('0192'))).toBe('0192');
	});
	it('is told from the cards of the content, and from no feeling', () => {
		expect(ownWordIdOf('happy')).toBeNull();
		expect(ownWordIdOf(null)).toBeNull();
	});
});
