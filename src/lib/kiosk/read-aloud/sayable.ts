// What may be read on a screen, and what each of it is read with. Whatever a screen shows besides is silent:
// nothing is read for standing there, only for being listed.
import {
	recordingName,
	stringsOn,
	wordsOf,
	type OwnWord,
	type ReadScreen,
	type StringKey
} from '$lib/content/read-aloud';
import type { Directory } from '$lib/crossing/directory';
import type { Language } from '$lib/domain/check-in';
import type { Settings } from '$lib/domain/settings';
import { kioskMessage } from '$lib/i18n/kiosk-messages';

export interface Sayable {
	/** As it stands on the screen. */
	text: string;
	/** What it is; a name is none. Two buttons may say the same. */
	keys: readonly StringKey[];
	/** Recordings that say it, the best first. */
	recordings: readonly string[];
}

/** By what stands on the screen. */
export type Sayables = ReadonlyMap<string, Sayable>;

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export interface WhatMayBeRead {
	screen: ReadScreen;
	language: Language;
	readIn: Settings['readIn'];
	ownWords: readonly OwnWord[];
	/** Only where nobody else listens. */
	names: readonly string[];
}

export function sayableOn({ screen, language, readIn, ownWords, names }: WhatMayBeRead): Sayables {
	const known = new Map<string, Sayable>();
	for (const name of names) known.set(plain(name), { text: plain(name), keys: [], recordings: [] });
	for (const key of stringsOn(screen, ownWords)) {
		const words = wordsOf(key, kioskMessage, ownWords);
		// A gap would be filled with a name.
		if (!words || words[language].includes('{')) continue;
		const text = plain(words[language]);
		const before = known.get(text);
		const own = [recordingName(language, key, words[language])];
		// A language of home is recorded from the English.
		if (readIn !== 'screen') own.unshift(recordingName(readIn, key, words.en));
		known.set(text, {
			text,
			keys: [...(before?.keys ?? []), key],
			recordings: [...(before?.recordings ?? []), ...own]
		});
	}
	return known;
}

/** What is said of these words on the screen; `null` when they are not to be read. */
export const sayableAs = (sayables: Sayables, text: string | null): Sayable | null =>
	sayables.get(plain(text ?? '')) ?? null;

/** The names that a screen shows, as it writes them. */
export function namesOn(screen: ReadScreen, { pupils, adults }: Directory): string[] {
	if (screen === 'who') {
		return pupils.map(({ firstName, distinguisher }) =>
			distinguisher ? `${firstName} ${distinguisher}` : firstName
		);
	}
	const showsAdults = screen === 'offer' || screen === 'others' || screen === 'needs';
	return showsAdults ? adults.map(({ name }) => name) : [];
}

type DeviceVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** The tablet's own voice for this language. One that speaks over the network would send the words away. */
export function deviceVoice<Voice extends DeviceVoice>(
	voices: readonly Voice[],
	language: Language
): Voice | null {
	const spoken = (voice: Voice) => voice.lang.replace('_', '-').toLowerCase();
	const fitting = voices.filter(
		(voice) =>
			voice.localService && (spoken(voice) === language || spoken(voice).startsWith(`${language}-`))
	);
	const british = fitting.filter((voice) => spoken(voice).endsWith('-gb'));
	const among = british.length > 0 ? british : fitting;
	return among.find((voice) => voice.default) ?? among[0] ?? null;
}
