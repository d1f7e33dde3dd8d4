// What the two pictures of "Give yourself a cwtch" have in common: squeeze, let go, and tap slowly, once a
// second, one hand after the other.
import { timedSteps, type Activity } from '../activity';
import type { Moves } from './animation-file';
import { heldByStep, posesByStep } from './step-moves';

/** The poses of an arm, in the order in which it goes through them. */
export const ARM_POSES = ['loose', 'lifted', 'around', 'tight'] as const;
type ArmPose = (typeof ARM_POSES)[number];
const [LOOSE, AROUND, TIGHT] = [0, 2, 3];
/** How far a hand is lifted for a tap, in poses, and how long that takes. */
const LIFT = 0.5;
const LIFT_SECONDS = 0.45;
const TAP_EVERY_SECONDS = 2;
/** From tight to loose is a long way. */
const REACH_SECONDS = 2.8;

const REACH: Record<string, number> = { intro: AROUND, squeeze: TIGHT, tap: AROUND };

const tapsOf = (startsAt: number, endsAt: number, side: 0 | 1): [number, number[]][] => {
	const taps: [number, number[]][] = [];
	// The hands first come back to where they tap.
	const first = startsAt + 2 * TAP_EVERY_SECONDS + side;
	for (let at = first; at <= endsAt - 1; at += TAP_EVERY_SECONDS)
		taps.push(
			[at - 2 * LIFT_SECONDS, [AROUND]],
			[at - LIFT_SECONDS, [AROUND - LIFT]],
			[at, [AROUND]]
		);
	return taps;
};

/** Which pose an arm is in. @param side 0 for the one that taps first */
export function armPose(activity: Activity, side: 0 | 1): Moves {
	const taps = timedSteps(activity)
		.filter(({ cue }) => cue === 'tap')
		.flatMap(({ startsAt, endsAt }) => tapsOf(startsAt, endsAt, side));
	const moves = posesByStep(activity, ({ cue }) => REACH[cue] ?? LOOSE, REACH_SECONDS);
	return [...moves, ...taps].sort(([one], [other]) => one - other);
}

/** `tight` while squeezing, `soft` otherwise. */
export const squeezing = (activity: Activity, soft: number[], tight: number[]): Moves =>
	heldByStep(activity, soft, ({ cue }) => (cue === 'squeeze' ? tight : soft));

/** The points of an arm in each pose. */
export const armPoints = (points: Record<ArmPose, string>): string[] =>
	ARM_POSES.map((pose) => points[pose]);
