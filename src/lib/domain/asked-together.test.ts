import { describe, expect, it } from 'vitest';
import { areAskedTogether, askedTogether } from './asked-together';
import { answered, asked, TUESDAY_NINE } from './examples';
import { replay, type TalkEvent } from './talk-request';

const LATER = TUESDAY_NINE + 20 * 60_000;
const LUNCH = TUESDAY_NINE + 3 * 60 * 60_000;
const first = replay([asked()]);
const again = (change: Parameters<typeof asked>[0] = {}, ...later: TalkEvent[]) =>
	replay([asked({ at: LATER, ...change }), ...later]);

describe('asking twice', () => {
	it('stands as one, whatever was wished for and however it feels', () => {
		expect(areAskedTogether(first, again())).toBe(true);
		expect(areAskedTogether(first, again({ how: 'walk', when: 'lunch', feeling: null }))).toBe(
			true
		);
		expect(areAskedTogether(replay([asked(), answered(LATER, LUNCH)]), again())).toBe(true);
	});
	it('of the same adults, in any order, or of Anyone', () => {
		const both = replay([asked({ chosenAdultIds: ['evans', 'rees'] })]);
		expect(areAskedTogether(both, again({ chosenAdultIds: ['rees', 'evans'] }))).toBe(true);
		expect(areAskedTogether(both, again())).toBe(false);
		const anyone = { chosenAdultIds: [] };
		expect(areAskedTogether(replay([asked(anyone)]), again(anyone))).toBe(true);
	});
	it('is not asking with another child, for another need, or for a need and a talk', () => {
		expect(areAskedTogether(first, again({ pupilId: 'owain' }))).toBe(false);
		expect(areAskedTogether(first, again({ talk: 'need', need: 'toilet' }))).toBe(false);
		const need = (id: string) => again({ talk: 'need', need: id, chosenAdultIds: [] });
		expect(areAskedTogether(need('toilet'), need('toilet'))).toBe(true);
		expect(areAskedTogether(need('toilet'), need('hungry'))).toBe(false);
	});
	it('never hides an urgent request, nor one without a name', () => {
		const urgent = { talk: 'urgent', chosenAdultIds: [] } as const;
		expect(
			areAskedTogether(
				again({ ...urgent, chosenAdultIds: [] }),
				again({ ...urgent, chosenAdultIds: [] })
			)
		).toBe(false);
		expect(areAskedTogether(again({ pupilId: null }), again({ pupilId: null }))).toBe(false);
	});
	it('is something new once the first has ended, unless one promise ended both', () => {
		const met = (at: number): TalkEvent => ({ at, kind: 'met', by: 'evans' });
		const promise = answered(LATER + 1, LUNCH);
		const ended = replay([asked(), promise, met(LUNCH)]);
		expect(areAskedTogether(ended, again())).toBe(false);
		expect(areAskedTogether(again({}, met(LUNCH)), again({}, met(LUNCH)))).toBe(false);
		expect(areAskedTogether(ended, again({}, promise, met(LUNCH)))).toBe(true);
	});
});

it('comes in the order given, each with what stands together with it', () => {
	const entry = (name: string, request = first) => ({ name, request });
	const groups = askedTogether([
		entry('a'),
		entry('b', again({ pupilId: 'owain' })),
		entry('c', again())
	]);
	expect(groups.map((group) => group.map(({ name }) => name))).toEqual([['a', 'c'], ['b']]);
});
