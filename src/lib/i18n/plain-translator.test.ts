import { describe, expect, it } from 'vitest';
import cyKioskLater from './messages/cy/kiosk-later.json';
import cyKioskRest from './messages/cy/kiosk-rest.json';
import cyKiosk from './messages/cy/kiosk.json';
import cyMaking from './messages/cy/making.json';
import cyPictures from './messages/cy/secret-pictures.json';
import enKioskLater from './messages/en/kiosk-later.json';
import enKioskRest from './messages/en/kiosk-rest.json';
import enKiosk from './messages/en/kiosk.json';
import enMaking from './messages/en/making.json';
import enPictures from './messages/en/secret-pictures.json';
import type { Messages } from './language';
import { plainTranslatorsFor } from './plain-translator';
import { createTranslator } from './translator';

const en: Messages = { ...enKioskRest, ...enKiosk, ...enKioskLater, ...enMaking, ...enPictures };
const cy: Messages = { ...cyKioskRest, ...cyKiosk, ...cyKioskLater, ...cyMaking, ...cyPictures };
const words = plainTranslatorsFor({ en, cy });

describe.each([
	['en', en],
	['cy', cy]
] as const)("a child's words in %s", (language, messages) => {
	const withPlurals = createTranslator(language, messages);
	it('say what i18next says, every sentence of them', () => {
		for (const [key, sentence] of Object.entries(messages)) {
			const gaps = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => [gap, `<${gap}> $&`]);
			const values = Object.fromEntries(gaps) as Record<string, string>;
			expect(words(language)(key, values)).toBe(withPlurals(key, values));
		}
	});
	it('count nothing: a plural needs i18next', () => {
		for (const sentence of Object.values(messages)) expect(sentence).not.toContain('{count}');
	});
	it('shout about a missing key', () => {
		expect(() => words(language)('no.such.key')).toThrow('no.such.key');
	});
});
