// The words of the child's side, without i18next, which would be a twelfth of all script that a tablet keeps:
// nothing that a child reads has a plural. A test compares every sentence with what i18next makes of it.
import type { Language, Messages, Translate } from './language';

/**
 * One translator per language, which fills gaps such as `{name}`. A missing key throws in development and
 * in tests; a screen never shows a key.
 */
export const plainTranslatorsFor =
	(messages: Record<Language, Messages>) =>
	(language: Language): Translate =>
	(key, values = {}) => {
		const sentence = messages[language][key];
		if (sentence === undefined) {
			if (import.meta.env?.PROD) return '';
			throw new Error(`No words for "${key}" in ${language}`);
		}
		return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
	};
