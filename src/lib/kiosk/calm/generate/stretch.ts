// What the two pictures of "Tree and cat stretch" have in common: a child from the front who grows like a
// tree, sways, rolls the shoulders and wiggles the fingers, and from the side who stretches with a cat.
import { timedSteps, type Activity } from '../activity';
import {
	animationFile,
	filled,
	group,
	stroked,
	type AnimationFile,
	type Item,
	type Moves
} from './animation-file';
import { secondsOf } from './breath-moves';
import { stretchingCat, type CatPose } from './stretching-cat';
import { line, lines, shape } from './drawn-line';
import { arm, head, type Hair, type Look } from './figure';
import { lobed } from './lobed';
import { onPlate, paintedPlate } from './painted-plate';
import {
	betweenPoses,
	mirrored,
	seenBetween,
	seenOutside,
	pathThrough,
	posesByStep,
	shapeOf
} from './step-moves';

export interface Stretcher {
	look: Look;
	hair: Hair;
	headFromTheSide: (look: Look, placing: { at: Moves; turn: Moves }) => Item;
	/** From the front, below the hips, and what stands behind all. */
	below: Item[];
	behind: Item[];
	/** From the side: what the child stretches with, the long pose and then the round one. */
	side: {
		torso: [string, string];
		arm: [string, string];
		head: [number[], number[]];
		/** What lies in the middle of the plate, and where the cat is. */
		middle: number;
		catAt: number[];
		/** Where there are any that move. */
		legs: (pose: (long: string, round: string) => readonly (readonly [number, string])[]) => Item[];
		behind: Item[];
	};
}

/** The steps of the activity, in their order. */
const [TREE, SWAY, LONG, ROUND, ROLL, WIGGLE] = [1, 2, 3, 4, 5, 6];
/** Where it bends in swaying. */
const HIPS = [800, 494];
/** Slowly: from one pose to the other, the hands go a long way. */
const REACH_SECONDS = 3.2;

/** The poses from the front, in the order in which they follow each other. */
const [UP, DOWN, SHRUGGED, OUT, OUT_AGAIN] = [0, 1, 2, 3, 4];
const ARM = [
	'54 390 92 314 80 214',
	'58 396 90 450 94 514',
	'60 372 98 430 98 498',
	'58 396 116 424 142 362',
	'58 396 116 424 142 362'
];
const LOW = '-62 384 -30 362 30 362 62 384 60 460 56 536 -56 536 -60 460';
const HIGH = '-66 364 -32 356 32 356 66 364 60 460 56 536 -56 536 -60 460';
const TORSO = [LOW, LOW, HIGH, LOW, LOW];
const CROWN = lobed([0, 288], [158, 112], 8);
const FINGERS = lines('-12 -8 -20 -26 -24 -38', '0 -12 0 -32 0 -46', '12 -8 20 -26 24 -38');

/** To and fro during a step: up to `far`, and back at its end. */
function toAndFro(activity: Activity, index: number, times: number, far: number): Moves {
	const step = timedSteps(activity)[index];
	if (!step) return [];
	const each = step.seconds / (times * 2);
	return Array.from({ length: times * 2 + 1 }, (_, n): [number, number[]] => [
		step.startsAt + each * n,
		[n % 2 === 0 ? 0 : n % 4 === 1 ? far : -far]
	]);
}

/** From the start of the first pose from the side to the end of the second. Seconds. */
function sideAt(activity: Activity): [from: number, to: number] {
	const steps = timedSteps(activity);
	return [steps[LONG]?.startsAt ?? 0, steps[ROUND]?.endsAt ?? 0];
}

/** Which pose from the front when. */
function poseAt(activity: Activity): Moves {
	const steps = timedSteps(activity);
	const held = posesByStep(
		activity,
		({ startsAt }) => {
			const index = steps.findIndex((step) => step.startsAt === startsAt);
			if (index === TREE || index === SWAY) return UP;
			return index === WIGGLE ? OUT : DOWN;
		},
		REACH_SECONDS
	);
	const down = held.map(([at, [pose = 0]], n): [number, number[]] => [at, [n === 0 ? DOWN : pose]]);
	const rolled = toAndFro(activity, ROLL, 2, 1).map(([at, [far = 0]]): [number, number[]] => [
		at,
		[far === 0 ? DOWN : SHRUGGED]
	]);
	const wiggled = toAndFro(activity, WIGGLE, 5, 1)
		.slice(4, -1)
		.map(([at, [far = 0]]): [number, number[]] => [at, [far === 0 ? OUT_AGAIN : OUT]]);
	return [...down, ...rolled.slice(0, -1), ...wiggled].sort(([one], [other]) => one - other);
}

/** What only these poses have. Percent. */
const only = (...poses: number[]): Moves =>
	betweenPoses(ARM.map((_, pose) => [poses.includes(pose) ? 100 : 0]));

function aboveTheHips({ look, hair }: Stretcher): Item[] {
	const fingers = (side: 1 | -1) =>
		group([stroked(FINGERS, look.shade, 12)], {
			at: [142 * side, 356],
			turn: betweenPoses([[0], [0], [0], [10 * side], [-10 * side]])
		});
	return [
		arm(ARM, look),
		arm(ARM.map(mirrored), look),
		head(look, hair, { at: [0, 292] }),
		stroked(line('0 344 0 356 0 366'), look.shade, 36),
		group([fingers(1), fingers(-1)], { opacity: only(OUT, OUT_AGAIN) }),
		filled(shapeOf(TORSO), look.top),
		group([filled(CROWN, '#b7d2b0')], { opacity: only(UP) })
	];
}

function fromTheSide(activity: Activity, { look, headFromTheSide, side }: Stretcher): Item[] {
	const turns = timedSteps(activity)[ROUND]?.startsAt ?? 0;
	const between = <Value>(long: Value, round: Value): [number, Value][] => [
		[turns, long],
		[turns + 2.4, round]
	];
	return [
		arm(pathThrough(between(...side.arm)), look),
		headFromTheSide(look, { at: between(...side.head), turn: between([0], [38]) }),
		filled(pathThrough(between(...side.torso), shape), look.top),
		...side.legs((long, round) => between(long, round)),
		...side.behind
	];
}

export function stretched(activity: Activity, child: Stretcher): AnimationFile {
	const turns = timedSteps(activity)[ROUND]?.startsAt ?? 0;
	const catPoses: [number, CatPose][] = [
		[turns, 'long'],
		[turns + 2.4, 'round']
	];
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'cat',
			at: child.side.catAt,
			opacity: seenBetween(activity, ...sideAt(activity)),
			shapes: stretchingCat(catPoses)
		},
		{
			name: 'from-the-side',
			...onPlate(child.side.middle),
			opacity: seenBetween(activity, ...sideAt(activity)),
			shapes: fromTheSide(activity, child)
		},
		{
			name: 'above-the-hips',
			at: HIPS,
			anchor: HIPS,
			turn: toAndFro(activity, SWAY, 2, 9),
			opacity: seenOutside(activity, ...sideAt(activity)),
			pose: poseAt(activity),
			poses: [{ name: 'poses', ...onPlate(), shapes: aboveTheHips(child) }]
		},
		{
			name: 'below-the-hips',
			...onPlate(),
			opacity: seenOutside(activity, ...sideAt(activity)),
			shapes: [...child.below, ...child.behind]
		},
		{ name: 'plate', shapes: paintedPlate(566) }
	]);
}
