// The language that a child's visits begin in, and since when it is known.
import type { KioskChange } from '$lib/domain/settings';
import type { Db } from './open';

type Language = 'en' | 'cy';

export async function languageOfPupil(
	db: Db,
	schoolId: string,
	pupilId: string
): Promise<Language | null> {
	const row = await db
		.selectFrom('pupil')
		.select('language')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.executeTakeFirst();
	return row?.language ?? null;
}

/** @param at when it was said: what was said before that and comes later changes nothing */
export async function setPupilLanguage(
	db: Db,
	schoolId: string,
	pupilId: string,
	language: Language | null,
	at: number
): Promise<void> {
	await db
		.updateTable('pupil')
		.set({ language, language_at: at })
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.where((eb) => eb.or([eb('language_at', 'is', null), eb('language_at', '<=', at)]))
		.execute();
}

export interface KnownLanguages {
	/** Of children whose own is not known. */
	ofTablet(kioskId: string): Language;
	/** `null` where it is not known; undefined for a child who is not at the school. */
	ofPupil: Map<string, Language | null>;
}

/** What the visits of these children at these tablets began in. */
export async function knownLanguages(
	db: Db,
	schoolId: string,
	{ pupilIds, kioskIds }: { pupilIds: readonly string[]; kioskIds: readonly string[] }
): Promise<KnownLanguages> {
	const pupils = await db
		.selectFrom('pupil')
		.innerJoin('school', 'school.school_id', 'pupil.school_id')
		.select(['pupil_id', 'pupil.language', 'school.language as school_language'])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil_id', 'in', pupilIds)
		.execute();
	const settings = await db
		.selectFrom('setting')
		.select(['subject_id', 'change_json'])
		.where('school_id', '=', schoolId)
		.where('scope', '=', 'kiosk')
		.where('subject_id', 'in', kioskIds)
		.execute();
	const ofSchool = pupils[0]?.school_language ?? 'en';
	const ofKiosk = new Map(
		settings.map(({ subject_id, change_json }) => [
			subject_id,
			(JSON.parse(change_json) as KioskChange).language
		])
	);
	return {
		ofTablet: (kioskId) => ofKiosk.get(kioskId) ?? ofSchool,
		ofPupil: new Map(pupils.map(({ pupil_id, language }) => [pupil_id, language]))
	};
}
