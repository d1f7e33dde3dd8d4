// The school's voices for "Read it to me": one for each string and language, among the school's files.
import { stepStrings } from '$lib/content/activity-strings';
import {
	recordingName,
	recordingOf,
	stringsByScreen,
	wordsOf,
	type OwnWord,
	type ReadScreen,
	type StringKey
} from '$lib/content/read-aloud';
import { HOME_LANGUAGES } from '$lib/domain/settings';
import { SOUND_TYPES } from '$lib/domain/school-file';
import { kioskMessage } from '$lib/i18n/kiosk-messages';
import { ownActivities } from '../activities/own-activities';
import { feelingWords } from '../database/feeling-words';
import type { Db } from '../database/open';
import { listStaff } from '../database/people';
import { deleteSchoolFile, listSchoolFiles } from '../database/school-files';
import type { RunningServer } from '../running';
import { dropFile, keepFile, type FileProblem } from '../school-files/school-files';

/** A sentence of nine words takes a few seconds; at 32 kbit/s this is a minute. */
export const MOST_SOUND_BYTES = 256 * 1024;
/** The languages of the screens. */
const SCREEN_LANGUAGES: readonly string[] = ['cy', 'en'];

type By = { schoolId: string; staffId: string };
/** One string in one language. */
export interface Voiced {
	/** BCP 47. */
	language: string;
	key: StringKey;
}

/** Whether strings are recorded in it: a language of the screens, or of a home. */
export const isVoiceLanguage = (tag: string): boolean =>
	[...SCREEN_LANGUAGES, ...HOME_LANGUAGES].includes(tag);

/** What there is to be said in a school, beside what is the same in all. */
interface Said {
	ownWords: readonly OwnWord[];
	steps: ReturnType<typeof stepStrings>;
}

/** On a screen, or in a calm activity. */
const wordsAt = (key: StringKey, { ownWords, steps }: Said) =>
	steps.get(key) ?? wordsOf(key, kioskMessage, ownWords);

/** What is to be said: a home language that the screens do not have is said from the English. */
function saidIn(language: string, key: StringKey, said: Said): string | null {
	const words = wordsAt(key, said);
	return words && (language === 'cy' ? words.cy : words.en);
}

async function saidAtSchool(db: Db, schoolId: string): Promise<Said> {
	const words = await feelingWords(db, schoolId);
	return {
		ownWords: words.map(({ wordId, en, cy }) => ({ id: wordId, en, cy })),
		steps: stepStrings(await ownActivities(db, schoolId))
	};
}

/** All that was ever recorded for it, also for words that have changed since. */
async function namesOf(db: Db, schoolId: string, { language, key }: Voiced): Promise<string[]> {
	const files = await listSchoolFiles(db, schoolId, ['recording']);
	return files
		.map(({ name }) => name)
		.filter((name) => {
			const voiced = recordingOf(name);
			return voiced?.language === language && voiced.key === key;
		});
}

/** Keeps a voice for one string in one language, in the place of the one before. */
export async function keepRecording(
	running: RunningServer,
	by: By,
	{ language, key }: Voiced,
	bytes: Uint8Array
): Promise<'kept' | 'unknown-string' | FileProblem> {
	const said = saidIn(language, key, await saidAtSchool(running.db, by.schoolId));
	if (said === null) return 'unknown-string';
	const name = recordingName(language, key, said);
	const rules = { types: SOUND_TYPES, mostBytes: MOST_SOUND_BYTES };
	return keepFile(running, by, { kind: 'recording', name, bytes }, rules, async (tx) => {
		for (const other of await namesOf(tx, by.schoolId, { language, key })) {
			if (other !== name) await deleteSchoolFile(tx, by.schoolId, 'recording', other);
		}
	});
}

export async function removeRecording(
	running: RunningServer,
	by: By,
	voiced: Voiced
): Promise<'removed' | 'unknown'> {
	const names = await namesOf(running.db, by.schoolId, voiced);
	for (const name of names) await dropFile(running, by, { kind: 'recording', name });
	return names.length > 0 ? 'removed' : 'unknown';
}

export interface StudioString {
	key: StringKey;
	en: string;
	cy: string;
	recording: { digest: string; by: string; at: number } | null;
	/** Recorded for words that the screens do not say any more. */
	isOutdated: boolean;
}

export interface Studio {
	language: string;
	screens: { screen: ReadScreen | 'everywhere' | 'calm-steps'; strings: StudioString[] }[];
	/** How far each language is; those of the screens stand first. */
	progress: { language: string; recorded: number; all: number }[];
	/** Those that nothing is recorded in yet. */
	others: readonly string[];
}

/** Everything that can be recorded, and what is recorded in this language. */
export async function loadStudio(db: Db, schoolId: string, language: string): Promise<Studio> {
	const atSchool = await saidAtSchool(db, schoolId);
	const files = await listSchoolFiles(db, schoolId, ['recording']);
	const byName = new Map(files.map((file) => [file.name, file]));
	const voiced = files.flatMap(({ name }) => recordingOf(name) ?? []);
	const staff = new Map(
		(await listStaff(db, schoolId)).map(({ staffId, displayName }) => [staffId, displayName])
	);
	const fileOf = (of: string, key: StringKey) =>
		byName.get(recordingName(of, key, saidIn(of, key, atSchool) ?? ''));

	const strings = [
		...stringsByScreen(atSchool.ownWords),
		{ screen: 'calm-steps' as const, keys: [...atSchool.steps.keys()] }
	];
	const screens = strings.map(({ screen, keys }) => ({
		screen,
		strings: keys.flatMap((key): StudioString[] => {
			const words = wordsAt(key, atSchool);
			if (!words) return [];
			const file = fileOf(language, key);
			const isOutdated =
				!file && voiced.some((one) => one.language === language && one.key === key);
			const recording = file
				? { digest: file.digest, by: staff.get(file.keptBy) ?? '', at: file.keptAt }
				: null;
			return [{ key, en: words.en, cy: words.cy, recording, isOutdated }];
		})
	}));
	const keys = screens.flatMap(({ strings }) => strings.map(({ key }) => key));
	const languages = [
		...new Set([...SCREEN_LANGUAGES, ...voiced.map((one) => one.language).sort(), language])
	];
	const progress = languages.map((of) => ({
		language: of,
		recorded: keys.filter((key) => fileOf(of, key)).length,
		all: keys.length
	}));
	const others = HOME_LANGUAGES.filter((of) => !languages.includes(of));
	return { language, screens, progress, others };
}
