// The letters of Europe's Latin alphabets beyond the first 256, cut out of Andika: ŵ and ŷ, and what names of
// children have. The file that they come from is eight times as large, and all but them is kept later.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import subsetFont from 'subset-font';

const FROM = 'node_modules/@fontsource/andika/files';
export const WEIGHTS = [400, 700] as const;

/** First and last of each run, as in the `unicode-range` of `app.css`; the file of Latin has ı, Œ and œ. */
export const RUNS: readonly (readonly [first: number, last: number])[] = [
	[0x0100, 0x0130],
	[0x0132, 0x0151],
	[0x0154, 0x017f],
	[0x018f, 0x018f],
	[0x0218, 0x021b],
	[0x0259, 0x0259],
	[0x1e80, 0x1e85],
	[0x1e9e, 0x1e9e],
	[0x1ef2, 0x1ef3]
];

const lettersOf = ([first, last]: readonly [number, number]): string =>
	String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));

/** The licence keeps the font's name for the whole font: what is cut out of it has another, as long. */
function renamed(font: Uint8Array): Uint8Array {
	const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16();
	const copy = Buffer.from(font);
	const [old, own] = [utf16('Andika'), utf16('Europe')];
	for (let at = copy.indexOf(old); at !== -1; at = copy.indexOf(old)) own.copy(copy, at);
	return copy;
}

/** File name → contents. */
export async function europeanLetters(): Promise<Record<string, Uint8Array>> {
	const letters = RUNS.map(lettersOf).join('');
	const files: Record<string, Uint8Array> = {};
	for (const weight of WEIGHTS) {
		const whole = await readFile(resolve(join(FROM, `andika-latin-ext-${weight}-normal.woff2`)));
		const cut = await subsetFont(whole, letters, { targetFormat: 'truetype' });
		const file = await subsetFont(renamed(cut), letters, { targetFormat: 'woff2' });
		files[`european-letters-${weight}.woff2`] = file;
	}
	return files;
}
