// Whom and what something can be set for: every class, tablet in use and child of a school, by name.
import type { Language } from '$lib/domain/check-in';
import type { SettingScope } from '$lib/domain/settings';
import { directoryClasses, directoryClassPupils, directoryPupils } from '../database/directory';
import { kiosksOfSchool } from '../database/kiosks';
import type { Db } from '../database/open';

export interface NamedSubject {
	scope: SettingScope;
	subjectId: string;
	/** Of the school empty. */
	name: string;
	/** Of a child: names of the classes, or empty. */
	of: string;
	/** Of a tablet: the one class it belongs to, if it does. */
	classId: string | null;
}

/** @param language in whose order */
export async function subjectsOf(
	db: Db,
	schoolId: string,
	language: Language
): Promise<NamedSubject[]> {
	const { compare } = new Intl.Collator(language);
	const byName = (a: NamedSubject, b: NamedSubject) =>
		compare(a.of, b.of) || compare(a.name, b.name);
	const classes = await directoryClasses(db, schoolId);
	const classNames = new Map(classes.map(({ class_id, name }) => [class_id, name]));
	const memberships = await directoryClassPupils(db, schoolId);
	const kiosks = await kiosksOfSchool(db, schoolId);
	const pupils = await directoryPupils(db, schoolId, null);
	const classesOf = (pupilId: string) =>
		memberships
			.filter(({ pupil_id }) => pupil_id === pupilId)
			.flatMap(({ class_id }) => classNames.get(class_id) ?? [])
			.join(', ');
	const isShared = (name: string) => pupils.filter((one) => one.first_name === name).length > 1;
	const subject = (
		scope: SettingScope,
		subjectId: string,
		name: string,
		{ of = '', classId = null }: { of?: string; classId?: string | null } = {}
	): NamedSubject => ({ scope, subjectId, name, of, classId });
	return [
		...classes.map(({ class_id, name }) => subject('class', class_id, name)).sort(byName),
		...kiosks
			.filter(({ revoked_at }) => revoked_at === null)
			.map(({ kiosk_id, name, class_id }) =>
				subject('kiosk', kiosk_id, name, { classId: class_id })
			)
			.sort(byName),
		...pupils
			.map(({ pupil_id, first_name, distinguisher }) =>
				subject(
					'pupil',
					pupil_id,
					distinguisher && isShared(first_name) ? `${first_name} ${distinguisher}` : first_name,
					{ of: classesOf(pupil_id) }
				)
			)
			.sort(byName)
	];
}

/** `null` when this school has no such class, tablet or child, or is another school. */
export async function subjectNamed(
	db: Db,
	schoolId: string,
	{ scope, id }: { scope: string; id: string },
	language: Language
): Promise<NamedSubject | null> {
	if (scope === 'school') {
		return id === schoolId ? { scope, subjectId: id, name: '', of: '', classId: null } : null;
	}
	const subjects = await subjectsOf(db, schoolId, language);
	return subjects.find((one) => one.scope === scope && one.subjectId === id) ?? null;
}

export const ofScope = (subjects: readonly NamedSubject[], scope: SettingScope) =>
	subjects.filter((one) => one.scope === scope);
