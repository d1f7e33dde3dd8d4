// Movements of figures: each step has a pose, which is reached in a few seconds and then held.
import { timedSteps, type Activity, type TimedStep } from '../activity';
import type { Moves, Pace, PathMoves } from './animation-file';
import { secondsOf } from './breath-moves';
import { line, shape } from './drawn-line';

/** How long a child takes from one pose to the next without hurry. */
const REACH_SECONDS = 2.4;

/**
 * What holds from shortly after the start of each step until its end: `at` is told the step and how many
 * with its cue were before. Where it says nothing, all stays as it was.
 */
export function heldByStep<Value>(
	activity: Pick<Activity, 'steps'>,
	start: Value,
	at: (step: TimedStep, nth: number) => Value | undefined,
	reachSeconds = REACH_SECONDS
): [number, Value][] {
	const moves: [number, Value][] = [[0, start]];
	const before: Record<string, number> = {};
	let now = start;
	for (const step of timedSteps(activity)) {
		const nth = before[step.cue] ?? 0;
		before[step.cue] = nth + 1;
		const next = at(step, nth) ?? now;
		if (next === now) continue;
		moves.push([step.startsAt, now]);
		moves.push([step.startsAt + Math.min(reachSeconds, step.seconds), next]);
		now = next;
	}
	return moves.filter(([seconds], n) => n === 0 || seconds !== moves[n - 1]?.[0]);
}

/** As `heldByStep`, for the poses of a part: which one, by number. */
export const posesByStep = (
	activity: Pick<Activity, 'steps'>,
	at: (step: TimedStep, nth: number) => number | undefined,
	reachSeconds?: number
): Moves => heldByStep(activity, 0, at, reachSeconds).map(([seconds, pose]) => [seconds, [pose]]);

/** The path at each moment: an open line, or what `draw` makes of the points. */
export const pathThrough = (
	moves: readonly (readonly [number, string, Pace?])[],
	draw: (points: string) => string = line
): PathMoves => moves.map(([seconds, points, pace]) => [seconds, draw(points), pace]);

const FADE_SECONDS = 1.6;
/** What comes waits until what goes is almost gone: two faces through each other are a strange sight. */
const WAIT_SECONDS = 0.9;

/** Seen from one second until another, and fading in and out after them. Percent. */
export function seenBetween(activity: Activity, from: number, to: number): Moves {
	const moves: [number, number[]][] =
		from > 0
			? [
					[from + WAIT_SECONDS, [0]],
					[from + WAIT_SECONDS + FADE_SECONDS, [100]]
				]
			: [[0, [100]]];
	if (to < secondsOf(activity)) moves.push([to, [100]], [to + FADE_SECONDS, [0]]);
	return moves;
}

/** Seen before one second and after another. Percent. */
export const seenOutside = (activity: Activity, from: number, to: number): Moves => [
	...seenBetween(activity, 0, from),
	...seenBetween(activity, to, secondsOf(activity))
];

/** Seen when the other is not. Percent. */
export const inverse = (moves: Moves): Moves =>
	moves.map(([at, [share = 0], pace]) => [at, [100 - share], pace]);

/** Values that poses have, for the moves of a `PosedPart`. What does not change at an end is not said again. */
export function betweenPoses<Value>(values: readonly Value[]): [number, Value, Pace][] {
	const changes = values.flatMap((value, pose) => (value === values[pose + 1] ? [] : [pose]));
	const [first = 0] = changes;
	const last = changes.at(-2) ?? values.length - 2;
	const all = values.map((value, pose): [number, Value, Pace] => [pose, value, 'even']);
	return changes.length > 1 ? all.slice(first, last + 2) : all;
}

/** Open lines through the points of each pose. */
export const lineOf = (points: readonly string[]): PathMoves => betweenPoses(points.map(line));

/** Closed shapes. */
export const shapeOf = (points: readonly string[]): PathMoves => betweenPoses(points.map(shape));

/** The same points on the other side of x = 0. */
export const mirrored = (points: string): string =>
	points
		.trim()
		.split(/\s+/)
		.map((number, n) => (n % 2 === 0 ? String(-Number(number)) : number))
		.join(' ');
