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

/** The words of all steps by key, of the content and of `own` activities. */
export const stepStrings = (own: readonly Activity[] = []): ReadonlyMap<StringKey, BothLanguages> =>
	new Map([...activities, ...own].flatMap(keyed));

/** The key of what is said in an activity; `null` where that is not to be said. */
export const stepKey = (activity: Activity, say: BothLanguages): StringKey | null =>
	keyed(activity).find(([, said]) => said.en === say.en)?.[0] ?? null;
