/**
 * A value as it is compared and shown: composed (NFC, so that ŵ is one letter however it was typed),
 * without control and invisible signs, with single spaces. Joiners stay: Persian and Hindi names use them.
 */
export function cleanText(value: string): string {
	return value
		.normalize('NFC')
		.replace(/\s+/gu, ' ')
		.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}]/gu, '')
		.trim();
}

/** What UTF-8 looks like after it was read as Windows-1252 (“SiÃ´n”), or after a letter was lost. */
const GARBLED =
	/[ÃÅÄ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\ufffd|[?<>{}\\|=]|\p{L}\d|\d\p{L}/u;

/** Whether a name holds what no name has: signs of a lost accent, or digits between letters. */
export function looksGarbled(name: string): boolean {
	return GARBLED.test(name);
}

/** Two spellings of the same name: case and kinds of apostrophe do not count. */
export function nameKey(name: string): string {
	return cleanText(name)
		.replace(/[‘’ʼ`´]/gu, "'")
		.toLocaleLowerCase('cy');
}

/** The first letters as a reader sees them, so that an accent stays with its letter. */
export function firstLetters(name: string, count: number): string {
	const letters = new Intl.Segmenter('cy', { granularity: 'grapheme' }).segment(name);
	return Array.from(letters, ({ segment }) => segment)
		.slice(0, count)
		.join('');
}
