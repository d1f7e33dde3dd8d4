// The words of the screens for page objects. Playwright runs them on plain Node, which takes JSON only
// with its type named, so they are read here and not through `$lib/i18n`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { translatorsFor, type Language, type Messages, type Translate } from '$lib/i18n/translator';

const LIB = resolve(import.meta.dirname, '../../src/lib');

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** All files of a side, however many they are: `kiosk.json`, `kiosk-rest.json`, … */
function messages(side: 'kiosk' | 'staff', language: Language): Messages {
	const folder = join(LIB, 'i18n/messages', language);
	const files = readdirSync(folder).filter((file) => file.startsWith(side));
	return Object.assign({}, ...files.map((file) => readJson(join(folder, file)))) as Messages;
}

const wordsOf = (side: 'kiosk' | 'staff'): ((language: Language) => Translate) =>
	translatorsFor({ en: messages(side, 'en'), cy: messages(side, 'cy') });

export const kioskWords = wordsOf('kiosk');
export const staffWords = wordsOf('staff');

type Both = Record<Language, string>;
const content = readJson(join(LIB, 'content/cards.json')) as {
	cards: { id: string; label: Both }[];
	places: { id: string; name: Both }[];
};

/** What is written on a feeling's card. */
export function feelingLabel(id: string, language: Language): string {
	if (id === 'rather-not-say') return kioskWords(language)('feel.skip');
	const card = content.cards.find((one) => one.id === id);
	if (!card) throw new Error(`No feeling card "${id}" in the content`);
	return card.label[language];
}

/** What is written on one of the four places. */
export function placeName(id: string, language: Language): string {
	const place = content.places.find((one) => one.id === id);
	if (!place) throw new Error(`No place "${id}" in the content`);
	return place.name[language];
}
