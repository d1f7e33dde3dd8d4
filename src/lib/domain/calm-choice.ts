// Which calm activities are offered: three at a time, the best for the feeling first, and never breathing alone.
import { isForAge, type Activity, type SensoryLoad } from './activity';
import { isOwnActivity } from './own-activity';

export const OFFERED_AT_ONCE = 3;
/** Where less of everything is set, no sense has more to do than this. */
const LEAST_LOAD = 1;

export interface CalmWishes {
	/** A card, or `null` where none was chosen. */
	feeling: string | null;
	/** Years, or `null` where nobody said who it is. */
	age: number | null;
	/** Not here, or not for this child. */
	off: readonly string[];
	/** What grown-ups have set to come first, in order. Their word counts more than age and load. */
	first: readonly string[];
	/** Less of everything. */
	isLowLoad: boolean;
}

/** All that may be offered, the best first: `OFFERED_AT_ONCE` at a time make a screen. */
export function calmActivities(all: readonly Activity[], wishes: CalmWishes): Activity[] {
	const here = all.filter(({ id }) => !wishes.off.includes(id));
	const isFirst = ({ id }: Activity) => wishes.first.includes(id);
	const first = here
		.filter(isFirst)
		.sort((a, b) => wishes.first.indexOf(a.id) - wishes.first.indexOf(b.id));
	const others = here.filter(
		(activity) =>
			!isFirst(activity) &&
			isForAge(activity, wishes.age) &&
			(!wishes.isLowLoad || isQuiet(activity.sensory))
	);
	return withoutBreathAlone([...first, ...byFeeling(others, wishes.feeling)], first.length);
}

/** Those that fit the feeling, then their kinds, then the others; kinds take turns in each. */
function byFeeling(activities: readonly Activity[], feeling: string | null): Activity[] {
	const fitting = ownFirst(
		activities.filter(({ fits }) => feeling !== null && fits.includes(feeling))
	);
	const kinds = new Set(fitting.map(({ kind }) => kind));
	const near = activities.filter((one) => !fitting.includes(one) && kinds.has(one.kind));
	const far = activities.filter((one) => !fitting.includes(one) && !near.includes(one));
	return [fitting, near, far].flatMap(kindsInTurns);
}

/** Who has said that it is meant for this feeling knows these children. */
const ownFirst = (activities: readonly Activity[]): Activity[] => [
	...activities.filter(({ id }) => isOwnActivity(id)),
	...activities.filter(({ id }) => !isOwnActivity(id))
];

function kindsInTurns(activities: readonly Activity[]): Activity[] {
	const turns = activities.map((activity, index) => ({
		activity,
		turn: activities.slice(0, index).filter(({ kind }) => kind === activity.kind).length
	}));
	// A stable sort: within a turn the order of the content stays.
	return turns.sort((a, b) => a.turn - b.turn).map(({ activity }) => activity);
}

/** Of each screen, one is something else than breathing, as long as there is something else. */
function withoutBreathAlone(activities: readonly Activity[], fixed: number): Activity[] {
	const order = [...activities];
	for (let start = 0; start + OFFERED_AT_ONCE <= order.length; start += OFFERED_AT_ONCE) {
		const last = start + OFFERED_AT_ONCE - 1;
		const shown = order.slice(start, last + 1);
		const other = order.findIndex(({ kind }, index) => index > last && kind !== 'breath');
		if (last < fixed || other < 0 || shown.some(({ kind }) => kind !== 'breath')) continue;
		const [moved] = order.splice(other, 1);
		if (moved) order.splice(last, 0, moved);
	}
	return order;
}

const isQuiet = ({ visual, audio, motion }: SensoryLoad) =>
	Math.max(visual, audio, motion) <= LEAST_LOAD;

/** A screen of them; after the last comes the first again. @param page counts up from 0 */
export function offeredOnPage<Item>(items: readonly Item[], page: number): Item[] {
	const pages = Math.max(1, Math.ceil(items.length / OFFERED_AT_ONCE));
	const from = (page % pages) * OFFERED_AT_ONCE;
	// The last page is filled from the one before, rather than stand nearly empty.
	const start = Math.max(0, Math.min(from, items.length - OFFERED_AT_ONCE));
	return items.slice(start, start + OFFERED_AT_ONCE);
}
