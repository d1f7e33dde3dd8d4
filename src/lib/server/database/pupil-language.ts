// The language that a child's visits begin in, and since when it is known.
import type { Language } from '$lib/domain/check-in';
import type { KioskChange } from '$lib/domain/settings';
import type { Db } from './open';

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

/** What these children's visits at these tablets began in; undefined for a child who is not at the school. */
export async function knownLanguages(
	db: Db,
	schoolId: string,
	{ pupilIds, kioskIds }: { pupilIds: readonly string[]; kioskIds: readonly string[] }
): Promise<(pupilId: string, kioskId: string) => Language | undefined> {
	const pupils = await db
		.selectFrom('pupil')
		.innerJoin('school', 'school.school_id', 'pupil.school_id')
		.select(['pupil_id', 'pupil.language', 'school.language as school_language'])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil_id', 'in', pupilIds)
		.execute();
	const memberships = await db
		.selectFrom('class_pupil')
		.select(['class_id', 'pupil_id'])
		.where('school_id', '=', schoolId)
		.where('pupil_id', 'in', pupilIds)
		.orderBy('class_id')
		.execute();
	const settings = await db
		.selectFrom('setting')
		.select(['subject_id', 'change_json'])
		.where('school_id', '=', schoolId)
		.where('scope', 'in', ['class', 'kiosk'])
		.where('subject_id', 'in', [...kioskIds, ...memberships.map(({ class_id }) => class_id)])
		.execute();
	const ofPupil = new Map(pupils.map((pupil) => [pupil.pupil_id, pupil]));
	const isSetFor = new Map(
		settings.map(({ subject_id, change_json }) => [
			subject_id,
			(JSON.parse(change_json) as KioskChange).language
		])
	);
	const ofClasses = (pupilId: string) =>
		memberships
			.filter(({ pupil_id }) => pupil_id === pupilId)
			.map(({ class_id }) => isSetFor.get(class_id))
			.find((language) => language !== undefined);
	return (pupilId, kioskId) => {
		const pupil = ofPupil.get(pupilId);
		if (!pupil) return undefined;
		return pupil.language ?? isSetFor.get(kioskId) ?? ofClasses(pupilId) ?? pupil.school_language;
	};
}
