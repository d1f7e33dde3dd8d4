// The words of the staff side: i18next with one JSON per language and namespace.
import { createInstance, type i18n } from 'i18next';

import type { Language, Messages, Translate } from './language';

export * from './language';

/**
 * A translator over messages that are already loaded, so that it answers at once, on the server too.
 * Keys are flat (`when.in.lunch`); placeholders are `{name}`; plurals follow `Intl.PluralRules`.
 * A missing key throws in development and in tests; a screen never shows a key.
 */
export function createTranslator(language: Language, messages: Messages): Translate {
	const instance: i18n = createInstance();
	void instance.init({
		lng: language,
		initAsync: false,
		keySeparator: false,
		nsSeparator: false,
		defaultNS: 'words',
		resources: { [language]: { words: messages } },
		interpolation: { prefix: '{', suffix: '}', escapeValue: false },
		saveMissing: true,
		missingKeyHandler: (_languages, _namespace, key) => {
			if (import.meta.env?.DEV || import.meta.env?.MODE === 'test')
				throw new Error(`No words for "${key}" in ${language}`);
		}
	});
	return (key, values) => instance.t(key, values ?? {});
}

/** One translator per language for a namespace, each made when it is first asked for. */
export function translatorsFor(
	messages: Record<Language, Messages>
): (language: Language) => Translate {
	const made = new Map<Language, Translate>();
	return (language) => {
		const known = made.get(language) ?? createTranslator(language, messages[language]);
		made.set(language, known);
		return known;
	};
}
