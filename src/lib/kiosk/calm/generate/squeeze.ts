// "Squeeze and let go": a lemon in the hands, shoulders up like a tortoise, toes in the sand, and then the
// whole body. Each is tight until the end of its step, and soft until the end of the next.
import { timedSteps, type Activity } from '../activity';
import { animationFile, type AnimationFile, type Part } from './animation-file';
import { secondsOf } from './breath-moves';
import { paintedPlate } from './painted-plate';
import { posesByStep, seenBetween } from './step-moves';
import { lemonInHands, shouldersUp, toesInSand, wholeBody } from './squeezed';

/** Slowly: at first what was squeezed before still fades. */
const REACH_SECONDS = 4;
const SCENES = [lemonInHands, shouldersUp, toesInSand, wholeBody];

/** The end of the last scene is that of the activity. */
function startsOf(activity: Activity): number[] {
	const squeezes = timedSteps(activity).filter(({ cue }) => cue === 'squeeze');
	return [0, ...squeezes.slice(1).map(({ startsAt }) => startsAt), secondsOf(activity)];
}

export function squeeze(activity: Activity): AnimationFile {
	const starts = startsOf(activity);
	const parts = SCENES.map((scene, n): Part => {
		const { name, ...drawn } = scene();
		return {
			name,
			opacity: seenBetween(activity, starts[n] ?? 0, starts[n + 1] ?? 0),
			pose: posesByStep(
				activity,
				({ cue }, nth) => (cue === 'squeeze' && nth === n ? 1 : 0),
				REACH_SECONDS
			),
			poses: [{ name: 'poses', ...drawn }]
		};
	});
	return animationFile(activity.id, secondsOf(activity), [
		...parts,
		{ name: 'plate', shapes: paintedPlate() }
	]);
}
