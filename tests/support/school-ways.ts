// A school as the grown-ups have set it, before its first tablet is paired.
import type { SettingsChange } from '$lib/domain/settings';
import type { Language } from '$lib/i18n/translator';
import { saveSetting } from '$lib/server/database/settings';
import type { Input } from './hands';
import type { SchoolFixture } from './school-fixture';

/** What each hand needs to be set. */
export const SETTING_OF: Record<Input, SettingsChange> = {
	touch: {},
	keyboard: {},
	'one-switch': { scan: 'one-switch', scanPaceMs: 1_000 },
	'two-switch': { scan: 'two-switch' }
};

export async function setForSchool(
	{ running, schoolId }: Pick<SchoolFixture, 'running' | 'schoolId'>,
	{ language, ...change }: SettingsChange & { language?: Language }
): Promise<void> {
	if (language) {
		await running.db
			.updateTable('school')
			.set({ language })
			.where('school_id', '=', schoolId)
			.execute();
	}
	const subject = { scope: 'school', subjectId: schoolId } as const;
	await saveSetting(running.db, schoolId, { ...subject, change, changedAt: Date.now() });
}
