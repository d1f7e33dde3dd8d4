// What a child did in the calm space, in words: "Balloon tummy: smaller afterwards".
import { activityName } from '$lib/content/activity-names';
import type { Language, Translate } from '$lib/i18n/translator';
import { CWTCH_STAY, type CalmSaying } from '$lib/domain/calm-time';

export function calmWords(
	{ activity, name: own, ended, after }: CalmSaying,
	language: Language,
	t: Translate
): string {
	if (activity === CWTCH_STAY) return t('calm.cwtch');
	const said = after ?? 'unsaid';
	const name = (own ?? activityName(activity))?.[language] ?? t('calm.other');
	return t(ended === 'stopped' ? `calm.stopped_${said}` : `calm.${said}`, { activity: name });
}
