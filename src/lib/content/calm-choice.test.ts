import { describe, expect, it } from 'vitest';
import {
	activityAtAge,
	isSpoken,
	roundOf,
	type Activity,
	type ActivityKind
} from '$lib/domain/activity';
import {
	calmActivities,
	offeredOnPage,
	OFFERED_AT_ONCE,
	type CalmWishes
} from '$lib/domain/calm-choice';
import { ownActivityId } from '$lib/domain/own-activity';
import { activities } from './activities';
import { feelingCards } from './cards';

const NOTHING: CalmWishes = { feeling: null, age: 9, off: [], first: [], isLowLoad: false };
const offered = (wishes: Partial<CalmWishes>, page = 0) =>
	offeredOnPage(calmActivities(activities, { ...NOTHING, ...wishes }), page);
const ids = (list: readonly Activity[]) => list.map(({ id }) => id);

const ages = [null, 4, 5, 6, 7, 8, 9, 10, 11];
const feelings = [null, 'rather-not-say', ...feelingCards.map(({ id }) => id)];
const everyChild = ages.flatMap((age) => feelings.map((feeling) => ({ age, feeling })));

describe('what is offered', () => {
	it('is three for every feeling and age, never breathing alone', () => {
		for (const child of everyChild)
			for (const isLowLoad of [false, true]) {
				const three = offered({ ...child, isLowLoad });
				expect(new Set(ids(three)).size, JSON.stringify(child)).toBe(OFFERED_AT_ONCE);
				expect(three.some(({ kind }) => kind !== 'breath')).toBe(true);
			}
	});

	it('begins with what fits the feeling', () => {
		for (const { age, feeling } of everyChild) {
			const all = calmActivities(activities, { ...NOTHING, age, feeling });
			const fitting = all.filter(({ fits }) => feeling !== null && fits.includes(feeling));
			const shown = offered({ age, feeling });
			const fits = shown.filter((one) => fitting.includes(one)).length;
			// One place may go to something else than breathing.
			expect(fits).toBeGreaterThanOrEqual(Math.min(fitting.length, OFFERED_AT_ONCE - 1));
		}
	});

	it('has among the three what the school has made for the feeling, by the same rules', () => {
		const own = (kind: ActivityKind, fits: string[]): Activity => {
			const [like] = activities.filter((one) => one.kind === kind);
			if (!like) throw new Error(kind);
			return { ...like, id: ownActivityId(kind), ages: [7, 11], fits };
		};
		const withOwn = (one: Activity, wishes: Partial<CalmWishes>) =>
			ids(offeredOnPage(calmActivities([...activities, one], { ...NOTHING, ...wishes }), 0));
		const fitted = own('body', ['angry']);
		expect(withOwn(fitted, { feeling: 'angry' })).toContain(fitted.id);
		expect(withOwn(fitted, { feeling: 'happy' })).not.toContain(fitted.id);
		expect(withOwn(fitted, { feeling: null })).not.toContain(fitted.id);
		expect(withOwn(fitted, { feeling: 'angry', age: 6 })).not.toContain(fitted.id);
		expect(withOwn(fitted, { feeling: 'angry', off: [fitted.id] })).not.toContain(fitted.id);
		expect(withOwn(own('body', []), { feeling: 'angry' })).toEqual(
			ids(offered({ feeling: 'angry' }))
		);
	});

	it('is for the child’s age', () => {
		expect(ids(calmActivities(activities, { ...NOTHING, age: 7 }))).not.toContain('square');
		expect(ids(calmActivities(activities, { ...NOTHING, age: 8 }))).toContain('square');
		expect(ids(calmActivities(activities, { ...NOTHING, age: 4 }))).not.toContain('balloon');
	});

	it('is what everybody may do where nobody said who it is', () => {
		const all = calmActivities(activities, { ...NOTHING, age: null });
		expect(all.length).toBeGreaterThanOrEqual(6);
		for (const { ages: years } of all) expect(years[0]).toBeLessThanOrEqual(4);
	});

	it('has what grown-ups have set first, before all else, and nothing that they have turned off', () => {
		const wishes = { age: 5, first: ['square', 'sand'], off: ['sand'] };
		expect(ids(offered(wishes))[0]).toBe('square');
		expect(ids(calmActivities(activities, { ...NOTHING, ...wishes }))).not.toContain('sand');
	});

	it('spares the senses of a child for whom less of everything is set', () => {
		const quiet = ids(calmActivities(activities, { ...NOTHING, isLowLoad: true }));
		expect(quiet).not.toContain('glitter');
		expect(quiet).not.toContain('listen');
		expect(quiet).toContain('flower-candle');
	});

	it('is something else on the next page, and all of it in turn', () => {
		const all = calmActivities(activities, NOTHING);
		const pages = Math.ceil(all.length / OFFERED_AT_ONCE);
		const seen = Array.from({ length: pages }, (_, page) => ids(offered({}, page)));
		expect(new Set(seen.flat())).toEqual(new Set(ids(all)));
		expect(offered({}, pages)).toEqual(offered({}, 0));
	});

	it('is what there is, where little is left', () => {
		const left = ['sand', 'colour'];
		const off = ids(activities).filter((id) => !left.includes(id));
		expect(ids(offered({ off }))).toEqual(left);
		expect(offered({ off: ids(activities) })).toEqual([]);
	});
});

describe('an activity at an age', () => {
	const find = (id: string): Activity => activities.find((one) => one.id === id) as Activity;

	it('has a shorter form for the young where there is one', () => {
		const ground = find('ground');
		expect(activityAtAge(ground, 6).steps[1]?.count).toBe(3);
		expect(activityAtAge(ground, 7).steps[1]?.count).toBe(5);
		expect(ids(calmActivities(activities, { ...NOTHING, age: 5 }))).toContain('ground');
	});

	it('says in and out for two rounds, and never what is too short to be said', () => {
		const { steps } = find('flower-candle');
		const spoken = steps.map((step, index) => isSpoken(steps, index) && step.cue);
		expect(spoken.slice(0, 7)).toEqual(['intro', 'in', 'out', false, 'in', 'out', false]);
		expect(spoken.slice(7).every((cue) => cue === false)).toBe(true);
		expect(roundOf(steps, 0)).toBe(0);
		expect(roundOf(steps, 4)).toBe(2);
	});
});
