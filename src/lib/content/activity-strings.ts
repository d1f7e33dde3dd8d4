// What calm activities say, as strings that a grown-up can record. Loaded with the activities only.
import type { Activity } from '$lib/domain/activity';
import { activities } from './activities';
import type { BothLanguages } from './cards';
import type { StringKey } from './read-aloud';

const STEP = 'step:';

/** Each sentence of an activity once, in the order of its steps. */
function sentencesOf(activity: Activity): BothLanguages[] {
	const said = [...activity.steps, ...(activity.youngSteps ?? [])]
		.filter(({ speak, say }) => speak !== false && say.en !== '')
		.map(({ say }) => say);
	const silent = Object.values(activity.silentSay ?? {}).flatMap((say) => say ?? []);
	const all = [...said, ...silent];
	return all.filter(({ en }, index) => all.findIndex((one) => one.en === en) === index);
}

const keyed = (activity: Activity): [StringKey, BothLanguages][] =>
	sentencesOf(activity).map((say, index) => [`${STEP}${activity.id}:${index}`, say]);

const strings = new Map(activities.flatMap(keyed));

/** Of all activities of the content. */
export const STEP_STRINGS: readonly StringKey[] = [...strings.keys()];

/** `null` for a key that is none of them. */
export const stepWords = (key: StringKey): BothLanguages | null => strings.get(key) ?? null;

/** The key of what is said in an activity; `null` where a school's own activity says it. */
export const stepKey = (id: string, say: BothLanguages): StringKey | null =>
	STEP_STRINGS.find((key) => key.startsWith(`${STEP}${id}:`) && strings.get(key)?.en === say.en) ??
	null;
