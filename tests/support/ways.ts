// In how many ways the same journeys are gone. `npm test` takes a few in which everything comes;
// `npm run test:full` sets CWTCH_WHOLE_MATRIX and takes them all. Only this file reads that.
import { THEMES, type Settings } from '$lib/domain/settings';
import type { Language } from '$lib/i18n/translator';
import { INPUTS, type Input } from './hands';

export const LANGUAGES: Language[] = ['en', 'cy'];
/** CSS pixels; 640x400 is a tablet of 1280 × 800 at 200 % zoom. */
export const SIZES = ['1280x800', '640x400', '800x1280', '1920x1080'] as const;
/** The same tablet at 200 % zoom, in either orientation. */
export const ZOOMED = ['640x400', '400x640'] as const;
export type Size = (typeof SIZES)[number] | (typeof ZOOMED)[number];

export interface Way {
	input: Input;
	language: Language;
	theme: Settings['theme'];
	size: Size;
}

export const isWhole = process.env['CWTCH_WHOLE_MATRIX'] === '1';

export const viewportOf = (size: Size): { width: number; height: number } => {
	const [width = 0, height = 0] = size.split('x').map(Number);
	return { width, height };
};

const allWays: Way[] = SIZES.flatMap((size) =>
	THEMES.flatMap((theme) =>
		LANGUAGES.flatMap((language) => INPUTS.map((input) => ({ input, language, theme, size })))
	)
);

/** Each input, language, theme and orientation comes; at 200 % zoom every screen is looked at besides. */
const QUICK: Way[] = [
	{ input: 'touch', language: 'en', theme: 'plain', size: '800x1280' },
	{ input: 'touch', language: 'cy', theme: 'contrast', size: '1280x800' },
	{ input: 'keyboard', language: 'cy', theme: 'soft', size: '800x1280' },
	{ input: 'keyboard', language: 'en', theme: 'contrast', size: '1280x800' },
	{ input: 'one-switch', language: 'en', theme: 'soft', size: '1280x800' },
	{ input: 'two-switch', language: 'cy', theme: 'plain', size: '800x1280' }
];

export const ways: readonly Way[] = isWhole ? allWays : QUICK;

/** Where axe looks at every screen: each theme and language once between them, or all at all sizes. */
export const looks: readonly { language: Language; theme: Settings['theme']; sizes: Size[] }[] =
	isWhole
		? LANGUAGES.flatMap((language) =>
				THEMES.map((theme) => ({ language, theme, sizes: ['1280x800', '800x1280', '640x400'] }))
			)
		: [
				{ language: 'en', theme: 'soft', sizes: ['1280x800'] },
				{ language: 'cy', theme: 'contrast', sizes: ['800x1280'] }
			];

export interface CalmWay {
	input: Input;
	language: Language;
	still: boolean;
	/** Which of the four parts of all activities. */
	part: number;
}

/** Each pair of language, form and input comes in these four. */
const CALM_PAIRS: readonly Omit<CalmWay, 'part'>[] = [
	{ language: 'en', still: false, input: 'touch' },
	{ language: 'cy', still: true, input: 'touch' },
	{ language: 'cy', still: false, input: 'two-switch' },
	{ language: 'en', still: true, input: 'two-switch' }
];
const PARTS = [0, 1, 2, 3];

/** How calm activities are done: each in one way, or each in every way. */
export const calmWays: readonly CalmWay[] = isWhole
	? LANGUAGES.flatMap((language) =>
			[false, true].flatMap((still) =>
				INPUTS.flatMap((input) => PARTS.map((part) => ({ language, still, input, part })))
			)
		)
	: CALM_PAIRS.map((way, part) => ({ ...way, part }));
