// What the three pictures of "Push the wall" have in common: push and rest, three times.
import { timedSteps, type Activity } from '../activity';
import type { Moves } from './animation-file';
import { posesByStep } from './step-moves';

/** Pose 0 is that of rest, 1 that of pushing. */
export const pushing = (activity: Activity): Moves =>
	posesByStep(activity, ({ cue }) => (cue === 'push' ? 1 : 0));

/** How much of the rim is full: all of it at the end of a push. Percent. */
export function pushShare(activity: Activity): Moves {
	const moves: [number, number[], 'even'][] = [[0, [0], 'even']];
	for (const { cue, startsAt, endsAt } of timedSteps(activity)) {
		if (cue !== 'push') continue;
		moves.push([startsAt, [0], 'even'], [endsAt, [100], 'even'], [endsAt + 3, [0], 'even']);
	}
	return moves;
}
