// An import plan as people read it: what would change, kind by kind.
import type { ImportPlan, KindPlan } from './plan-import';

export type PlanKind = 'classes' | 'pupils' | 'staff';

export interface KindView {
	kind: PlanKind;
	/** Names, as the school knows them, in alphabetical order. */
	add: string[];
	change: { name: string; fields: string[] }[];
	leave: string[];
	comeBack: string[];
	unchanged: number;
}

function viewOf<K, R extends object>(
	kind: PlanKind,
	plan: KindPlan<K, R>,
	name: (one: K | R) => string
): KindView {
	const sorted = (names: string[]) => names.sort((a, b) => a.localeCompare(b, 'cy'));
	return {
		kind,
		add: sorted(plan.add.map(name)),
		change: plan.change.map(({ to, fields }) => ({ name: name(to), fields: fields.map(String) })),
		leave: sorted(plan.leave.map(name)),
		comeBack: sorted(plan.comeBack.map(({ to }) => name(to))),
		unchanged: plan.unchanged
	};
}

export const planView = ({ classes, pupils, staff }: ImportPlan): KindView[] => [
	viewOf('classes', classes, ({ name }) => name),
	viewOf('pupils', pupils, ({ firstName, distinguisher }) =>
		distinguisher ? `${firstName} ${distinguisher}` : firstName
	),
	viewOf('staff', staff, ({ displayName }) => displayName)
];
