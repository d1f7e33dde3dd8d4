import { describe, expect, it } from 'vitest';
import { kioskWords } from './kiosk-words';
import cy from './messages/cy/kiosk-rest.json';
import en from './messages/en/kiosk-rest.json';
import { restWords } from './rest-words';

describe.each([
	['en', en],
	['cy', cy]
] as const)('the first words in %s', (language, messages) => {
	it.each(Object.keys(messages))('say of "%s" what i18next says', (key) => {
		const values = { adult: 'Miss Evans' };
		expect(restWords(language)(key, values)).toBe(kioskWords(language)(key, values));
	});
	it('shout about a missing key', () => {
		expect(() => restWords(language)('no.such.key')).toThrow('no.such.key');
	});
});
