// Movements that follow the steps of an activity.
import { timedSteps, type Activity } from '../activity';

export const secondsOf = (activity: Activity): number => timedSteps(activity).at(-1)?.endsAt ?? 0;

/**
 * What holds at the end of each step: `at` is told its cue and how many steps with that cue were before.
 * Where it says nothing, all stays as it was.
 */
export function byStep<Value>(
	activity: Activity,
	start: Value,
	at: (cue: string, nth: number) => Value | undefined
): [number, Value][] {
	const moves: [number, Value][] = [[0, start]];
	const before: Record<string, number> = {};
	let now = start;
	for (const { cue, endsAt } of timedSteps(activity)) {
		const nth = before[cue] ?? 0;
		before[cue] = nth + 1;
		now = at(cue, nth) ?? now;
		moves.push([endsAt, now]);
	}
	return moves.filter(([, value], n) => value !== moves[n - 1]?.[1] || value !== moves[n + 1]?.[1]);
}

/** Full at the end of each breath in, empty at the end of each breath out, and before the first. */
export const breathing = <Value>(activity: Activity, empty: Value, full: Value) =>
	byStep(activity, empty, (cue) => ({ in: full, out: empty })[cue]);
