// Queries about what is set for the school, a class, a tablet or a child.
import type { KioskChange, SettingScope } from '$lib/domain/settings';
import type { Db } from './open';

export interface SettingSubject {
	scope: SettingScope;
	/** The id of the school, the class, the tablet or the child. */
	subjectId: string;
}

export interface SavedSetting extends SettingSubject {
	/** As it was saved: another version may have known other settings. */
	change: KioskChange;
	changedAt: number;
}

export async function settingsOfSchool(db: Db, schoolId: string): Promise<SavedSetting[]> {
	const rows = await db
		.selectFrom('setting')
		.select(['scope', 'subject_id', 'change_json', 'changed_at'])
		.where('school_id', '=', schoolId)
		.execute();
	return rows.map((row) => ({
		scope: row.scope,
		subjectId: row.subject_id,
		change: JSON.parse(row.change_json) as KioskChange,
		changedAt: row.changed_at
	}));
}

export async function saveSetting(
	db: Db,
	schoolId: string,
	{ scope, subjectId, change, changedAt }: SavedSetting
): Promise<void> {
	const values = { change_json: JSON.stringify(change), changed_at: changedAt };
	await db
		.insertInto('setting')
		.values({ school_id: schoolId, scope, subject_id: subjectId, ...values })
		.onConflict((conflict) =>
			conflict.columns(['school_id', 'scope', 'subject_id']).doUpdateSet(values)
		)
		.execute();
}

export async function dropSetting(
	db: Db,
	schoolId: string,
	{ scope, subjectId }: SettingSubject
): Promise<void> {
	await db
		.deleteFrom('setting')
		.where('school_id', '=', schoolId)
		.where('scope', '=', scope)
		.where('subject_id', '=', subjectId)
		.execute();
}
