// Setting what a class, a tablet or a child has otherwise than the school, and the school's own way.
import * as v from 'valibot';
import { USUAL_LOOK, type CardSetting } from '$lib/domain/card-look';
import type { Language } from '$lib/domain/check-in';
import { settingsFor, type KioskChange, type Settings } from '$lib/domain/settings';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { languageOfPupil, setPupilLanguage } from '../database/pupil-language';
import { schoolById } from '../database/school';
import { dropSetting, saveSetting } from '../database/settings';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { Cards, setOfSchool } from './set-of-school';
import { changeAsFields, type Fields } from './setting-fields';
import { ofScope, subjectNamed, subjectsOf, type NamedSubject } from './subjects';

type By = { schoolId: string; staffId: string };

export interface SettingsPage {
	subject: NamedSubject;
	fields: Fields;
	/** What is in force here where a field is empty. Of a child it depends on the tablet. */
	otherwise: Settings;
	/** As `otherwise`; `null` are the usual ones. */
	cards: CardSetting | null;
	/** What the tablets speak where nothing is set here. */
	language: Language;
}

/** `null` when this school has no such class, tablet or child. @param speaking the reader's language */
export async function loadSettings(
	db: Db,
	schoolId: string,
	wanted: { scope: string; id: string },
	speaking: Language
): Promise<SettingsPage | null> {
	const subject = await subjectNamed(db, schoolId, wanted, speaking);
	const school = await schoolById(db, schoolId);
	if (!subject || !school) return null;
	const { changeOf } = await setOfSchool(db, schoolId);
	const { scope, subjectId, classId } = subject;
	const change = changeOf(scope, subjectId);
	const farther = scope === 'school' ? [] : [changeOf('school', schoolId)];
	if (scope === 'kiosk' && classId !== null) farther.push(changeOf('class', classId));
	const language =
		scope === 'pupil' ? await languageOfPupil(db, schoolId, subjectId) : change.language;
	return {
		subject,
		fields: changeAsFields(change, language ?? null),
		otherwise: settingsFor(...farther),
		cards: farther.findLast(({ cards }) => v.is(Cards, cards))?.cards ?? null,
		language: farther.findLast((one) => one.language)?.language ?? school.language
	};
}

/**
 * Takes effect at each tablet with its next directory, between two visits. `unknown` when the school has
 * no such class, tablet or child.
 */
export async function saveSettings(
	running: RunningServer,
	by: By,
	wanted: { scope: string; id: string },
	{ change, language }: { change: KioskChange; language: Language | null }
): Promise<'saved' | 'unknown'> {
	const subject = await subjectNamed(running.db, by.schoolId, wanted, 'en');
	if (!subject) return 'unknown';
	const { scope, subjectId } = subject;
	const isPupil = scope === 'pupil';
	const whole = { ...change, ...(!isPupil && language ? { language } : {}) };
	const changedAt = Date.now();
	await running.db.transaction().execute(async (tx) => {
		if (Object.keys(whole).length === 0) await dropSetting(tx, by.schoolId, { scope, subjectId });
		else await saveSetting(tx, by.schoolId, { scope, subjectId, change: whole, changedAt });
		if (isPupil) await setPupilLanguage(tx, by.schoolId, subjectId, language, changedAt);
		const { staffedPlaces, ...plain } = whole;
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'settings-changed',
			subject: subjectId,
			detail: { scope, to: plain, language, places: staffedPlaces?.length ?? 0 },
			at: changedAt
		});
	});
	await directoryChanged(running, by.schoolId);
	return 'saved';
}

/** Children by a part of their first name, in the order of their classes; none for an empty name. */
export async function findChildren(
	db: Db,
	schoolId: string,
	name: string,
	speaking: Language
): Promise<NamedSubject[]> {
	const wanted = plain(name.trim());
	if (wanted === '') return [];
	const children = ofScope(await subjectsOf(db, schoolId, speaking), 'pupil');
	return children.filter((child) => plain(child.name).startsWith(wanted));
}

/** Every class, and the children for whom something is set. Their language alone does not count. */
export async function classesAndChildrenSet(
	db: Db,
	schoolId: string,
	speaking: Language
): Promise<{ classes: NamedSubject[]; children: NamedSubject[] }> {
	const subjects = await subjectsOf(db, schoolId, speaking);
	const { isSet } = await setOfSchool(db, schoolId);
	return {
		classes: ofScope(subjects, 'class'),
		children: ofScope(subjects, 'pupil').filter(({ subjectId }) => isSet('pupil', subjectId))
	};
}

/** Who has which feeling cards: the school first, then whoever has others. */
export async function loadCards(
	db: Db,
	schoolId: string,
	speaking: Language
): Promise<{ school: CardSetting; otherwise: (NamedSubject & CardSetting)[] }> {
	const { cardsOf } = await setOfSchool(db, schoolId);
	const subjects = await subjectsOf(db, schoolId, speaking);
	return {
		school: cardsOf('school', schoolId) ?? { ...USUAL_LOOK, band: null },
		otherwise: subjects.flatMap((subject) => {
			const cards = cardsOf(subject.scope, subject.subjectId);
			return cards ? [{ ...subject, ...cards }] : [];
		})
	};
}

/** Without accents and capitals: who looks for Siân may have typed Sian. */
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLocaleLowerCase('cy');
