// The cards that the office prints: who has one, and new ones. A card says a first name, the pictures in
// order, and nothing of school or class: who finds one knows too little to use it.
import type { SecretPictureId } from '$lib/content/secret-pictures';
import type { Language } from '$lib/domain/check-in';
import { listClasses } from '../database/roster';
import { schoolById } from '../database/school';
import { pupilsOfSchool, type PupilOfSchool } from '../database/secret-pictures';
import type { RunningServer } from '../running';
import { issuePictures } from './secret-pictures';

export interface ClassForCards {
	/** `null`: the children without a class. */
	classId: string | null;
	/** `null` with it. */
	name: string | null;
	/** By name. */
	pupils: { pupilId: string; name: string; hasCard: boolean }[];
}

export interface PictureCard {
	/** First name, and what tells two of one name in the class apart. */
	name: string;
	/** The child's, else the school's. */
	language: Language;
	/** In order. */
	pictures: SecretPictureId[];
}

/** Those with children in them, by name; last the children without a class. */
export async function classesForCards(
	{ db }: Pick<RunningServer, 'db'>,
	schoolId: string
): Promise<ClassForCards[]> {
	const school = await schoolById(db, schoolId);
	// Sorted here: the two databases disagree about capitals and accents.
	const { compare } = new Intl.Collator(school?.language);
	const pupils = await pupilsOfSchool(db, schoolId);
	const classes = (await listClasses(db, schoolId)).sort((a, b) => compare(a.name, b.name));
	return [...classes, { classId: null, name: null }]
		.map(({ classId, name }) => {
			const inIt = pupils.filter(({ classIds }) =>
				classId === null ? classIds.length === 0 : classIds.includes(classId)
			);
			return { classId, name, pupils: named(inIt).sort((a, b) => compare(a.name, b.name)) };
		})
		.filter((one) => one.pupils.length > 0);
}

/** As children see themselves on the tablet. */
function named(pupils: readonly PupilOfSchool[]) {
	const key = ({ firstName }: PupilOfSchool) => firstName.normalize('NFC').toLocaleLowerCase('cy');
	const times = Map.groupBy(pupils, key);
	return pupils.map((pupil) => {
		const { pupilId, firstName, distinguisher, issuedAt } = pupil;
		const isShared = (times.get(key(pupil))?.length ?? 0) > 1;
		return {
			pupilId,
			name: isShared && distinguisher ? `${firstName} ${distinguisher}` : firstName,
			hasCard: issuedAt !== null
		};
	});
}

/** Children of one class, `null` for those without: all, those without a card yet, or one. */
export interface WhoseCards {
	classId: string | null;
	whom: 'without' | 'all' | { pupilId: string };
}

/** New cards, in the order of the list; the old ones stop working. Nobody is an empty list. */
export async function makePictureCards(
	running: RunningServer,
	whose: WhoseCards & {
		schoolId: string;
		/** A staff id. */
		by: string;
	}
): Promise<PictureCard[]> {
	const { schoolId, classId, whom, by } = whose;
	const school = await schoolById(running.db, schoolId);
	const all = await classesForCards(running, schoolId);
	const inClass = all.find((one) => one.classId === classId)?.pupils ?? [];
	const chosen = inClass.filter(({ pupilId, hasCard }) => {
		if (typeof whom === 'object') return pupilId === whom.pupilId;
		return whom === 'all' || !hasCard;
	});
	if (chosen.length === 0) return [];
	const pupilIds = chosen.map(({ pupilId }) => pupilId);
	const issued = await issuePictures(running, { schoolId, pupilIds, by });
	return chosen.flatMap(({ pupilId, name }) => {
		const given = issued.find((one) => one.pupilId === pupilId);
		if (!given) return [];
		const language = given.language ?? school?.language ?? 'en';
		return { name, language, pictures: given.pictures };
	});
}
