// What grown-ups set for the school, for a class, for one tablet and for one child.
import type { CardSetting } from './card-look';

export const THEMES = ['soft', 'plain', 'contrast'] as const;
export const FONTS = ['andika', 'lexend', 'atkinson'] as const;
export const SCANS = ['off', 'one-switch', 'two-switch'] as const;
/** How long a mark stays that moves by itself, in ms. */
export const SCAN_PACES_MS = [500, 1_000, 1_500, 2_000, 3_000, 4_500, 6_000] as const;
/** The most feelings at once; fewer than four would leave out what hurts. */
export const CARD_COUNTS = [8, 6, 4] as const;
/** The most that anything sounds here, in per cent of what the tablet can; 0 is silent. */
export const VOLUMES = [100, 75, 50, 25, 0] as const;
/** Languages of homes that the screens do not speak, by BCP 47 tag. */
export const HOME_LANGUAGES = [
	'ar',
	'bg',
	'bn',
	'de',
	'es',
	'fa',
	'fil',
	'fr',
	'hi',
	'hu',
	'it',
	'ku',
	'lt',
	'ml',
	'pa',
	'pl',
	'ps',
	'pt',
	'ro',
	'so',
	'ta',
	'tr',
	'uk',
	'ur',
	'zh'
] as const;
export const READ_IN = ['screen', ...HOME_LANGUAGES] as const;

export interface Settings {
	theme: (typeof THEMES)[number];
	font: (typeof FONTS)[number];
	/** Nothing moves by itself. */
	still: boolean;
	/** Less of everything, as `LESS` says. */
	lowStimulation: boolean;
	/** Choosing by one switch or two. */
	scan: (typeof SCANS)[number];
	scanPaceMs: (typeof SCAN_PACES_MS)[number];
	/** A touch anywhere on the screen is the one switch. */
	scanAnywhere: boolean;
	/** Longer before the child is asked whether they are still there, and longer to answer. */
	extraTime: boolean;
	/** What stands at the left and right edges changes places. */
	leftHanded: boolean;
	/** The most feeling cards on a screen. Which of them stay, the content says. */
	cardCount: (typeof CARD_COUNTS)[number];
	/** Special pictures are asked before the feelings, too, and never stand in the way. */
	picturesAtCheckIn: boolean;
	/** Special pictures stand in the same places each time, for a child who finds them by their place. */
	picturesStay: boolean;
	/** The four places of feelings say what they mean, instead of weather. */
	plainPlaces: boolean;
	/** Every tap that counts sounds, and all the same. */
	tapSound: boolean;
	volume: (typeof VOLUMES)[number];
	/** Only this child hears what is read. */
	headphones: boolean;
	/** What is recorded in this language is read in it; the rest in the screen's. */
	readIn: (typeof READ_IN)[number];
	/** Ids of calm activities that are not offered. */
	activitiesOff: string[];
	/** Ids of calm activities that are offered before the others, in this order. One that is off stays off. */
	activitiesFirst: string[];
	/** Fewer words in calm activities. */
	fewerWords: boolean;
}

/** What is set otherwise; what is left out is as it was. */
export type SettingsChange = Partial<Settings>;

/** From the farthest to the nearest to the child; what is set nearer counts. */
export const SETTING_SCOPES = ['school', 'class', 'kiosk', 'pupil'] as const;
export type SettingScope = (typeof SETTING_SCOPES)[number];

/** Whatever can be set in one of the scopes. A child's language stands with the child. */
export interface ScopeChange extends SettingsChange {
	/** How feeling cards look and which there are: taken whole, from the nearest that sets them. */
	cards?: CardSetting;
	/** Of a class or a tablet: Rest, the faces and visits begin in it. */
	language?: 'en' | 'cy';
}

/** A tablet has these besides, instead of what the school has: where it stands, children come otherwise. */
export interface KioskChange extends ScopeChange {
	/** Minutes of the day in the school's own time zone. */
	arrival?: { fromMinutes: number; toMinutes: number };
	/** Places that always have a grown-up, the nearest first. */
	staffedPlaces?: readonly { en: string; cy: string }[];
}

export const USUAL_SETTINGS: Settings = {
	theme: 'soft',
	font: 'andika',
	still: false,
	lowStimulation: false,
	scan: 'off',
	scanPaceMs: 2_000,
	scanAnywhere: false,
	extraTime: false,
	leftHanded: false,
	cardCount: 8,
	picturesAtCheckIn: false,
	picturesStay: false,
	plainPlaces: false,
	tapSound: false,
	volume: 100,
	headphones: false,
	readIn: 'screen',
	activitiesOff: [],
	activitiesFirst: [],
	fewerWords: false
};

/** What the low-stimulation profile brings along, unless it is set otherwise beside it or nearer. */
const LESS = { theme: 'plain', still: true, volume: 25 } as const satisfies SettingsChange;

const YES_OR_NO = [true, false] as const;

/** What each can be; the calm activities are the content's. */
export const SETTING_VALUES = {
	theme: THEMES,
	font: FONTS,
	still: YES_OR_NO,
	lowStimulation: YES_OR_NO,
	scan: SCANS,
	scanPaceMs: SCAN_PACES_MS,
	scanAnywhere: YES_OR_NO,
	extraTime: YES_OR_NO,
	leftHanded: YES_OR_NO,
	cardCount: CARD_COUNTS,
	picturesAtCheckIn: YES_OR_NO,
	picturesStay: YES_OR_NO,
	plainPlaces: YES_OR_NO,
	tapSound: YES_OR_NO,
	volume: VOLUMES,
	headphones: YES_OR_NO,
	readIn: READ_IN,
	fewerWords: YES_OR_NO
} as const satisfies Record<Exclude<keyof Settings, ActivityList>, readonly unknown[]>;

/** Lists of ids of calm activities. */
type ActivityList = 'activitiesOff' | 'activitiesFirst';

/** As many as a child is offered at once. */
export const MOST_FIRST = 3;
/** In the first field of a form: none comes first here, whatever others have. */
export const NONE_FIRST = 'none';

const isActivityList = (name: keyof Settings): name is ActivityList =>
	name === 'activitiesOff' || name === 'activitiesFirst';

const SETTING_NAMES = Object.keys(USUAL_SETTINGS) as (keyof Settings)[];

export function isKnownSetting(name: keyof Settings, value: unknown): boolean {
	if (isActivityList(name))
		return Array.isArray(value) && value.every((id) => typeof id === 'string');
	const known: readonly unknown[] = SETTING_VALUES[name];
	return known.includes(value);
}

/** Without what this version does not know: a newer or older server may have written it. */
export function knownChange(given: object | null | undefined): SettingsChange {
	const values = new Map<string, unknown>(Object.entries(given ?? {}));
	const known = SETTING_NAMES.filter((name) => isKnownSetting(name, values.get(name)));
	return Object.fromEntries(known.map((name) => [name, values.get(name)]));
}

/**
 * Two changes as one; `nearer` to the child counts. An activity that one of them has off is off;
 * which come first is taken whole.
 */
export function changedBy(farther: SettingsChange, nearer: SettingsChange): SettingsChange {
	// A child who needs less gets less also where the school as a whole has chosen something else.
	const before: SettingsChange = nearer.lowStimulation ? withoutLess(farther) : farther;
	const off = [...new Set([...(farther.activitiesOff ?? []), ...(nearer.activitiesOff ?? [])])];
	return { ...before, ...nearer, ...(off.length > 0 ? { activitiesOff: off } : {}) };
}

const withoutLess = (change: SettingsChange): SettingsChange =>
	Object.fromEntries(Object.entries(change).filter(([name]) => !(name in LESS)));

/**
 * What is in force: the child's own before the tablet's before the class's before the school's, setting by
 * setting.
 *
 * @param changes from the school's to the child's; what this version does not know counts for nothing
 */
export function settingsFor(...changes: readonly (object | null | undefined)[]): Settings {
	const change = changes.map(knownChange).reduce(changedBy, {});
	return { ...USUAL_SETTINGS, ...(change.lowStimulation ? LESS : {}), ...change };
}
