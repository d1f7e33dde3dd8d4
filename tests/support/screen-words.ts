// The words of the screens for page objects. Playwright runs them on plain Node, which takes JSON only
// with its type, so they are read here and not through `$lib/i18n`.
import cards from '../../src/lib/content/cards.json' with { type: 'json' };
import cyKiosk from '../../src/lib/i18n/messages/cy/kiosk.json' with { type: 'json' };
import cyStaff from '../../src/lib/i18n/messages/cy/staff.json' with { type: 'json' };
import enKiosk from '../../src/lib/i18n/messages/en/kiosk.json' with { type: 'json' };
import enStaff from '../../src/lib/i18n/messages/en/staff.json' with { type: 'json' };
import { translatorsFor, type Language } from '$lib/i18n/translator';

export const kioskWords = translatorsFor({ en: enKiosk, cy: cyKiosk });
export const staffWords = translatorsFor({ en: enStaff, cy: cyStaff });

/** What is written on a feeling's card. */
export function feelingLabel(id: string, language: Language): string {
	if (id === 'rather-not-say') return kioskWords(language)('feel.skip');
	const card = cards.cards.find((one) => one.id === id);
	if (!card) throw new Error(`No feeling card "${id}" in the content`);
	return card.label[language];
}

/** What is written on one of the four places. */
export function placeName(id: string, language: Language): string {
	const place = cards.places.find((one) => one.id === id);
	if (!place) throw new Error(`No place "${id}" in the content`);
	return place.name[language];
}
