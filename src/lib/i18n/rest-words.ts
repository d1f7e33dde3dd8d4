// The words of the kiosk's first screens, without i18next: it would be a fifth of all that Rest loads,
// and nothing here has a plural. A test compares every sentence with what i18next makes of it.
import type { Language, Messages, Translate } from './language';
import cy from './messages/cy/kiosk-rest.json' with { type: 'json' };
import en from './messages/en/kiosk-rest.json' with { type: 'json' };

const words: Record<Language, Messages> = { en, cy };

/** Throws for a key that is not one of the first screens' own: it would show as nothing. */
export function restWords(language: Language): Translate {
	return (key, values = {}) => {
		const sentence = words[language][key];
		if (sentence === undefined) throw new Error(`No words for "${key}" at rest in ${language}`);
		return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
	};
}
