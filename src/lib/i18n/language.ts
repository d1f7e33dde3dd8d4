// The two languages, and what a translator is.

export type Language = 'en' | 'cy';
export const LANGUAGES: readonly Language[] = ['en', 'cy'];

export type Messages = Record<string, string>;
export type Translate = (key: string, values?: Record<string, string | number>) => string;

const DIRECTIONS: Record<Language, 'ltr' | 'rtl'> = { en: 'ltr', cy: 'ltr' };

/** Which way its lines run. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => DIRECTIONS[language];

/** The one that the language button changes to: of several the next, and after the last the first. */
export const otherLanguage = (language: Language): Language =>
	LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? language;

/** The language a value names, or English. */
export const languageFrom = (value: unknown): Language => (value === 'cy' ? 'cy' : 'en');
