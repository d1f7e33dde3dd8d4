import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	isEmptyPlan,
	planImport,
	type ImportPlan,
	type KindPlan,
	type KnownRoster
} from './plan-import';
import type { Roster, RosterClass, RosterPupil, RosterStaff } from './roster';

const nobody: KnownRoster = { classes: [], pupils: [], staff: [] };

/** What the database does with a plan. */
function apply(known: KnownRoster, plan: ImportPlan): KnownRoster {
	let made = 0;
	const applied = <K extends { id: string; left: boolean }, R extends object>(
		before: K[],
		{ add, change, leave, comeBack }: KindPlan<K, R>,
		kind: string
	) => {
		const to = new Map([...change, ...comeBack].map((one) => [one.id, one.to]));
		const leaving = new Set(leave.map(({ id }) => id));
		return [
			...before.map((one) => ({
				...one,
				...to.get(one.id),
				left: leaving.has(one.id) || (one.left && !to.has(one.id))
			})),
			...add.map((one) => ({ ...one, id: `${kind}-${before.length}-${made++}`, left: false }))
		];
	};
	return {
		classes: applied(known.classes, plan.classes, 'class'),
		pupils: applied(known.pupils, plan.pupils, 'pupil'),
		staff: applied(known.staff, plan.staff, 'staff')
	} as KnownRoster;
}

const classes: RosterClass[] = [
	{ sourceId: 'c1', name: 'Derwen', yearGroups: [3] },
	{ sourceId: 'c2', name: 'Barcud', yearGroups: [4] }
];
const pupil = (sourceId: string, more: Partial<RosterPupil> = {}): RosterPupil => ({
	...{ sourceId, firstName: 'Mali', distinguisher: null, yearGroup: 3, classSourceIds: ['c1'] },
	...more
});
const adult = (sourceId: string, more: Partial<RosterStaff> = {}): RosterStaff => ({
	...{ sourceId, displayName: 'Mrs Parry', role: 'adult', classSourceIds: ['c1'] },
	email: `${sourceId}@x.example`,
	...more
});
const rosterOf = (
	pupils: RosterPupil[],
	staff: RosterStaff[] = [],
	covers: Partial<Roster['covers']> = {}
): Roster => ({
	school: { sourceId: 's1', name: 'Ysgol Afon' },
	sessions: [],
	classes,
	pupils,
	staff,
	covers: { classes: true, pupils: true, staff: true, staffClasses: true, ...covers }
});
const after = (...rosters: Roster[]) =>
	rosters.reduce((known, roster) => apply(known, planImport(roster, known)), nobody);

describe('an import', () => {
	test('adds everybody to an empty school and then has nothing to do', () => {
		const roster = rosterOf([pupil('p1'), pupil('p2')], [adult('t1')]);
		const plan = planImport(roster, nobody);
		expect([plan.classes, plan.pupils, plan.staff].map(({ add }) => add.length)).toEqual([2, 2, 1]);
		const again = planImport(roster, apply(nobody, plan));
		expect(isEmptyPlan(again)).toBe(true);
		expect(again.pupils.unchanged).toBe(2);
	});

	test('changes only what changed', () => {
		const known = after(rosterOf([pupil('p1'), pupil('p2')]));
		const moved = pupil('p2', { classSourceIds: ['c2'], yearGroup: 4 });
		const { pupils } = planImport(rosterOf([pupil('p1'), moved]), known);
		expect(pupils).toMatchObject({ add: [], leave: [], comeBack: [], unchanged: 1 });
		expect(pupils.change.map(({ from, to, fields }) => [from.sourceId, to, fields])).toEqual([
			['p2', moved, ['yearGroup', 'classSourceIds']]
		]);
	});

	test('lets people leave and come back, and deletes nobody', () => {
		const all = rosterOf([pupil('p1'), pupil('p2')], [adult('t1')]);
		const fewer = rosterOf([pupil('p1')], []);
		const known = after(all, fewer);
		expect(known.pupils.map(({ sourceId, left }) => [sourceId, left])).toEqual([
			['p1', false],
			['p2', true]
		]);
		expect(isEmptyPlan(planImport(fewer, known))).toBe(true);
		const plan = planImport(all, known);
		expect(plan.pupils.comeBack.map(({ from }) => from.sourceId)).toEqual(['p2']);
		expect(plan.pupils.add).toEqual([]);
		expect(apply(known, plan).pupils.every(({ left }) => !left)).toBe(true);
	});

	test('of pupils only leaves staff alone, and of staff only pupils', () => {
		const known = after(rosterOf([pupil('p1')], [adult('t1')]));
		const pupilsOnly = rosterOf([pupil('p1')], [], { staff: false, staffClasses: false });
		const staffOnly = {
			...rosterOf([], [adult('t1', { classSourceIds: [] })], {
				...{ classes: false, pupils: false, staffClasses: false }
			}),
			classes: [{ sourceId: 'c1', name: 'Derwen', yearGroups: [] }]
		};
		expect(isEmptyPlan(planImport(pupilsOnly, known))).toBe(true);
		expect(isEmptyPlan(planImport(staffOnly, known))).toBe(true);
	});

	test('does not touch what was added by hand', () => {
		const known: KnownRoster = {
			classes: [{ id: 'k1', sourceId: null, name: 'Nyth', yearGroups: [], left: false }],
			pupils: [{ ...pupil(''), id: 'k2', sourceId: null, left: false }],
			staff: [{ ...adult(''), id: 'k3', sourceId: null, left: false, email: 'me@x.example' }]
		};
		const { classes: ofClasses, pupils, staff } = planImport(rosterOf([pupil('p1')]), known);
		expect([ofClasses.leave, pupils.leave, staff.leave]).toEqual([[], [], []]);
	});

	test('keeps what the file does not say', () => {
		const known = after(rosterOf([pupil('p1')], [adult('t1')]));
		const silent = rosterOf([pupil('p1', { yearGroup: null })], [adult('t1', { email: null })]);
		expect(isEmptyPlan(planImport(silent, known))).toBe(true);
	});

	test('asks when many pupils would leave', () => {
		const ids = ['p1', 'p2', 'p3', 'p4', 'p5'];
		const known = after(rosterOf(ids.map((id) => pupil(id))));
		const without = (count: number) => rosterOf(ids.slice(count).map((id) => pupil(id)));
		expect(planImport(without(1), known).manyWouldLeave).toBe(false);
		expect(planImport(without(2), known).manyWouldLeave).toBe(true);
	});
});

describe('staff', () => {
	test('the lead who set the school up is found by e-mail, once', () => {
		const known: KnownRoster = {
			...nobody,
			staff: [
				{
					...adult('', { role: 'lead', email: 'Nest@x.example', classSourceIds: [] }),
					...{ id: 'k1', sourceId: null, left: false }
				}
			]
		};
		const roster = rosterOf([pupil('p1')], [adult('t1', { email: 'nest@x.example' })]);
		const plan = planImport(roster, known);
		expect(plan.staff.add).toEqual([]);
		expect(plan.staff.change).toMatchObject([{ id: 'k1', to: { sourceId: 't1', role: 'lead' } }]);
		expect(isEmptyPlan(planImport(roster, apply(known, plan)))).toBe(true);
	});

	test('a file makes nobody a lead unseen, and takes the role from no one', () => {
		const known = after(rosterOf([], [adult('t1'), adult('t2', { role: 'lead' })]));
		const plan = planImport(
			rosterOf([], [adult('t1', { role: 'lead' }), adult('t2'), adult('t3', { role: 'head' })]),
			known
		);
		expect(plan.staff.change).toEqual([]);
		expect(plan.rolesToConfirm.map(({ sourceId }) => sourceId)).toEqual(['t3']);
		expect(plan.rolesThatDiffer.map(({ known: was, roster }) => [was, roster])).toEqual([
			['adult', 'lead'],
			['lead', 'adult']
		]);
	});

	test('a lead who left does not come back as a lead by the file being silent', () => {
		const known = after(rosterOf([], [adult('t1', { role: 'lead' })]), rosterOf([], []));
		const plan = planImport(rosterOf([], [adult('t1')]), known);
		expect(plan.staff.comeBack).toMatchObject([{ to: { role: 'adult' } }]);
	});
});

describe('for any two rosters', () => {
	const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 });
	const classIds = fc.subarray(['c1', 'c2', 'c3']);
	const addresses = ['a@x.example', 'b@x.example', 'c@x.example'];
	/** The reader gives an address to the first who has it; so does the account of a person. */
	const withOwnEmails = <T extends { email: string | null }>(all: readonly T[]): T[] =>
		all.map((one, at) => ({
			...one,
			email: all.findIndex(({ email }) => email === one.email) === at ? one.email : null
		}));
	const pupils = ids.chain((numbers) =>
		fc.tuple(
			...numbers.map((number) =>
				fc.record<RosterPupil>({
					sourceId: fc.constant(`p${number}`),
					firstName: fc.constantFrom('Mali', 'Siôn'),
					distinguisher: fc.constantFrom(null, 'J'),
					yearGroup: fc.constantFrom(null, 0, 6),
					classSourceIds: classIds
				})
			)
		)
	);
	const staff = ids
		.chain((numbers) =>
			fc.tuple(
				...numbers.map((number) =>
					fc.record<RosterStaff>({
						sourceId: fc.constant(`t${number}`),
						displayName: fc.constantFrom('Mr Puw', 'Ms Li'),
						role: fc.constantFrom('adult', 'lead', 'office', 'head'),
						classSourceIds: classIds,
						email: fc.option(fc.constantFrom(...addresses))
					})
				)
			)
		)
		.map(withOwnEmails);
	const roster = fc
		.tuple(
			pupils,
			staff,
			fc.record({
				...{ classes: fc.boolean(), pupils: fc.boolean() },
				...{ staff: fc.boolean(), staffClasses: fc.boolean() }
			})
		)
		.map(([somePupils, someStaff, covers]) => rosterOf(somePupils, someStaff, covers));
	const byHand = fc.array(
		fc.record({
			...{ displayName: fc.constant('Lead'), role: fc.constant('lead' as const) },
			email: fc.option(fc.constantFrom(...addresses)),
			...{ left: fc.boolean(), classSourceIds: fc.constant<string[]>([]) }
		}),
		{ maxLength: 2 }
	);
	const known = fc.tuple(fc.array(roster, { maxLength: 3 }), byHand).map(([earlier, hand]) =>
		earlier.reduce((before, one) => apply(before, planImport(one, before)), {
			...nobody,
			staff: withOwnEmails(hand).map((one, at) => ({ ...one, id: `hand-${at}`, sourceId: null }))
		} as KnownRoster)
	);

	test('planning after applying finds nothing to do', () => {
		fc.assert(
			fc.property(known, roster, (before, next) => {
				const done = apply(before, planImport(next, before));
				expect(isEmptyPlan(planImport(next, done))).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});

	test('nobody vanishes, and everybody listed is there once', () => {
		fc.assert(
			fc.property(known, roster, (before, next) => {
				const done = apply(before, planImport(next, before));
				const had = (before.pupils as { id: string }[]).concat(before.staff, before.classes);
				const has = new Set([...done.pupils, ...done.staff, ...done.classes].map(({ id }) => id));
				expect(had.filter(({ id }) => !has.has(id))).toEqual([]);
				for (const { sourceId } of [...next.pupils, ...next.staff]) {
					const here = [...done.pupils, ...done.staff].filter(
						(one) => one.sourceId === sourceId && !one.left
					);
					expect(here).toHaveLength(1);
				}
			}),
			{ numRuns: 500 }
		);
	});

	test('an address never belongs to two who are here', () => {
		fc.assert(
			fc.property(known, roster, (before, next) => {
				const here = apply(before, planImport(next, before)).staff.filter(({ left }) => !left);
				const all = here.flatMap(({ email }) => (email === null ? [] : [email]));
				expect(new Set(all).size).toBe(all.length);
			}),
			{ numRuns: 500 }
		);
	});
});
