// Setting what a tablet or a child has otherwise than the school, and the school's own way.
import { settingsFor, type KioskChange, type Settings } from '$lib/domain/settings';
import { subjectsOf } from '../cards/card-look';
import { writeAudit } from '../database/audit';
import type { Db } from '../database/open';
import { languageOfPupil, setPupilLanguage } from '../database/pupil-language';
import { schoolById } from '../database/school';
import {
	dropSetting,
	saveSetting,
	settingsOfSchool,
	type SettingScope,
	type SettingSubject
} from '../database/settings';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { changeAsFields, type Fields } from './setting-fields';

type Language = 'en' | 'cy';
type By = { schoolId: string; staffId: string };

export interface NamedSubject extends SettingSubject {
	name: string;
	/** Of a child: names of the classes, or empty. */
	of: string;
}

export interface SettingsPage {
	subject: NamedSubject;
	fields: Fields;
	/** What is in force here where a field is empty. Of a child it depends on the tablet. */
	otherwise: Settings;
	/** What the school speaks. */
	language: Language;
}

const SCOPES: readonly SettingScope[] = ['school', 'kiosk', 'pupil'];

/** `null` when this school has no such tablet or child. @param speaking the reader's language */
export async function loadSettings(
	db: Db,
	schoolId: string,
	wanted: { scope: string; id: string },
	speaking: Language
): Promise<SettingsPage | null> {
	const subject = await subjectNamed(db, schoolId, wanted, speaking);
	const school = await schoolById(db, schoolId);
	if (!subject || !school) return null;
	const saved = await settingsOfSchool(db, schoolId);
	const changeOf = ({ scope, subjectId }: SettingSubject) =>
		saved.find((one) => one.scope === scope && one.subjectId === subjectId)?.change ?? {};
	const change = changeOf(subject);
	const ofSchool = changeOf({ scope: 'school', subjectId: schoolId });
	const language =
		subject.scope === 'pupil'
			? await languageOfPupil(db, schoolId, subject.subjectId)
			: change.language;
	return {
		subject,
		fields: changeAsFields(change, language ?? null),
		otherwise: subject.scope === 'school' ? settingsFor() : settingsFor(ofSchool),
		language: school.language
	};
}

async function subjectNamed(
	db: Db,
	schoolId: string,
	{ scope, id }: { scope: string; id: string },
	speaking: Language
): Promise<NamedSubject | null> {
	const known = SCOPES.find((one) => one === scope);
	if (known === undefined) return null;
	if (known === 'school') {
		return id === schoolId ? { scope: known, subjectId: id, name: '', of: '' } : null;
	}
	const subjects = await subjectsOf(db, schoolId, speaking);
	const found = subjects.find((one) => one.scope === known && one.subjectId === id);
	return found ? { ...found, scope: known } : null;
}

/**
 * Takes effect at each tablet with its next directory, between two visits. `unknown` when the school has
 * no such tablet or child.
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
	const whole = { ...change, ...(scope === 'kiosk' && language ? { language } : {}) };
	const changedAt = Date.now();
	await running.db.transaction().execute(async (tx) => {
		if (Object.keys(whole).length === 0) await dropSetting(tx, by.schoolId, subject);
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
	const children = await childrenOf(db, schoolId, speaking);
	return children.filter((child) => plain(child.name).startsWith(wanted));
}

/** Children for whom something is set; a language counts only where staff or the child has said it. */
export async function childrenWithSettings(
	db: Db,
	schoolId: string,
	speaking: Language
): Promise<NamedSubject[]> {
	const saved = await settingsOfSchool(db, schoolId);
	const set = new Set(saved.map(({ scope, subjectId }) => `${scope} ${subjectId}`));
	const children = await childrenOf(db, schoolId, speaking);
	return children.filter(({ subjectId }) => set.has(`pupil ${subjectId}`));
}

async function childrenOf(db: Db, schoolId: string, speaking: Language): Promise<NamedSubject[]> {
	const subjects = await subjectsOf(db, schoolId, speaking);
	return subjects.flatMap((one) => (one.scope === 'pupil' ? { ...one, scope: one.scope } : []));
}

/** Without accents and capitals: who looks for Siân may have typed Sian. */
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '')
		.toLocaleLowerCase('cy');
