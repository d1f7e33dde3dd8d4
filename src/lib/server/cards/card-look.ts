// Setting how feeling cards look: for the school, and otherwise for a class, a tablet or a child.
import * as v from 'valibot';
import {
	CARD_SIZES,
	CARD_STYLES,
	USUAL_LOOK,
	type CardLook,
	type CardSetting
} from '$lib/domain/card-look';
import { writeAudit } from '../database/audit';
import {
	cardSettings,
	dropCardSetting,
	saveCardSetting,
	type CardScope,
	type SavedCardSetting
} from '../database/card-settings';
import { directoryClasses, directoryClassPupils, directoryPupils } from '../database/directory';
import { kiosksOfSchool } from '../database/kiosks';
import type { Db } from '../database/open';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';

export interface CardSubject {
	scope: Exclude<CardScope, 'school'>;
	subjectId: string;
	name: string;
	/** Of a child: names of the classes, or empty. */
	of: string;
}

export interface CardLookPage {
	school: CardLook;
	/** Everybody and everything that can have cards of its own. */
	subjects: CardSubject[];
	otherwise: (CardSubject & CardSetting)[];
}

export async function loadCardLooks(
	db: Db,
	schoolId: string,
	language: 'en' | 'cy'
): Promise<CardLookPage> {
	const saved = await cardSettings(db, schoolId);
	const school = saved.find(({ scope }) => scope === 'school') ?? USUAL_LOOK;
	const subjects = await subjectsOf(db, schoolId, language);
	const otherwise = subjects.flatMap((subject) =>
		saved
			.filter(({ scope, subjectId }) => scope === subject.scope && subjectId === subject.subjectId)
			.map(({ style, size, band }) => ({ ...subject, style, size, band }))
	);
	return { school: { style: school.style, size: school.size }, subjects, otherwise };
}

/** Every class, tablet in use and child of the school, by name. */
export async function subjectsOf(
	db: Db,
	schoolId: string,
	language: 'en' | 'cy'
): Promise<CardSubject[]> {
	const { compare } = new Intl.Collator(language);
	const byName = (a: CardSubject, b: CardSubject) => compare(a.of, b.of) || compare(a.name, b.name);
	const classes = await directoryClasses(db, schoolId);
	const classNames = new Map(classes.map(({ class_id, name }) => [class_id, name]));
	const memberships = await directoryClassPupils(db, schoolId, null);
	const kiosks = await kiosksOfSchool(db, schoolId);
	const pupils = await directoryPupils(db, schoolId, null);
	const classesOf = (pupilId: string) =>
		memberships
			.filter(({ pupil_id }) => pupil_id === pupilId)
			.flatMap(({ class_id }) => classNames.get(class_id) ?? [])
			.join(', ');
	const isShared = (name: string) => pupils.filter((one) => one.first_name === name).length > 1;
	return [
		...classes
			.map(({ class_id, name }): CardSubject => ({
				scope: 'class',
				subjectId: class_id,
				name,
				of: ''
			}))
			.sort(byName),
		...kiosks
			.filter(({ revoked_at }) => revoked_at === null)
			.map(({ kiosk_id, name }): CardSubject => ({
				scope: 'kiosk',
				subjectId: kiosk_id,
				name,
				of: ''
			}))
			.sort(byName),
		...pupils
			.map(({ pupil_id, first_name, distinguisher }): CardSubject => ({
				scope: 'pupil',
				subjectId: pupil_id,
				name: distinguisher && isShared(first_name) ? `${first_name} ${distinguisher}` : first_name,
				of: classesOf(pupil_id)
			}))
			.sort(byName)
	];
}

const Look = {
	style: v.picklist(CARD_STYLES, 'cards.style.missing'),
	size: v.picklist(CARD_SIZES, 'cards.size.missing')
};
export const SchoolLook = v.object(Look);
export const OtherLook = v.object({
	...Look,
	/** `class:ID`, `kiosk:ID` or `pupil:ID`. */
	subject: v.pipe(v.string('cards.for.missing'), v.nonEmpty('cards.for.missing')),
	band: v.pipe(
		v.picklist(['', '4-5-starter', '4-7', '7-11'], 'cards.band.missing'),
		v.transform((band) => (band === '' ? null : band))
	)
});

type By = { schoolId: string; staffId: string };

/** For everybody who has nothing else set. */
export async function setSchoolLook(running: RunningServer, by: By, look: CardLook): Promise<void> {
	await save(running, by, { ...look, band: null, scope: 'school', subjectId: by.schoolId });
}

/** `unknown` when there is no such class, tablet or child at this school. */
export async function setOtherLook(
	running: RunningServer,
	by: By,
	{ subject, style, size, band }: v.InferOutput<typeof OtherLook>
): Promise<'saved' | 'unknown'> {
	const found = await knownSubject(running.db, by.schoolId, subject);
	if (!found) return 'unknown';
	await save(running, by, { ...found, style, size, band });
	return 'saved';
}

/** From then on with the others. */
export async function dropOtherLook(
	running: RunningServer,
	by: By,
	subject: string
): Promise<'dropped' | 'unknown'> {
	const found = await knownSubject(running.db, by.schoolId, subject);
	if (!found) return 'unknown';
	await running.db.transaction().execute(async (tx) => {
		await dropCardSetting(tx, by.schoolId, found);
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'card-look-dropped',
			subject: found.subjectId,
			detail: { scope: found.scope }
		});
	});
	await directoryChanged(running, by.schoolId);
	return 'dropped';
}

async function knownSubject(
	db: Db,
	schoolId: string,
	subject: string
): Promise<Pick<CardSubject, 'scope' | 'subjectId'> | null> {
	const subjects = await subjectsOf(db, schoolId, 'en');
	const found = subjects.find(({ scope, subjectId }) => `${scope}:${subjectId}` === subject);
	return found ? { scope: found.scope, subjectId: found.subjectId } : null;
}

async function save(running: RunningServer, by: By, setting: SavedCardSetting): Promise<void> {
	const { scope, subjectId, style, size, band } = setting;
	await running.db.transaction().execute(async (tx) => {
		await saveCardSetting(tx, by.schoolId, setting);
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'card-look-set',
			subject: subjectId,
			detail: { scope, style, size, band }
		});
	});
	await directoryChanged(running, by.schoolId);
}
