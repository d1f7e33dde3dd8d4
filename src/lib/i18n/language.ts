// The two languages, and what a translator is.

export type Language = 'en' | 'cy';
export const LANGUAGES: readonly Language[] = ['en', 'cy'];

export type Messages = Record<string, string>;
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** Which way its lines run. */
export const directionOf = (_language: Language): 'ltr' | 'rtl' => 'ltr';

/** The other language, the one that the language button changes to. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'cy' : 'en');

/** The language a value names, or English. */
export const languageFrom = (value: unknown): Language => (value === 'cy' ? 'cy' : 'en');
