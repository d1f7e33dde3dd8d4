// "5-4-3-2-1 around me": eye, hand, ear, nose and tongue, one after the other. Nothing moves: each fades in
// where the one before fades out.
import { timedSteps, type Activity } from '../activity';
import { animationFile, type AnimationFile } from './animation-file';
import { secondsOf } from './breath-moves';
import { paintedPlate } from './painted-plate';
import { drawnSense, school, type Sense } from './sense-drawings';
import { seenBetween } from './step-moves';

const CENTRE = [800, 430];
function sensesInTurn(activity: Activity, senses: readonly Sense[]): AnimationFile {
	const steps = timedSteps(activity);
	const end = steps.at(-1);
	const found = steps.slice(1, -1);
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'school',
			at: CENTRE,
			opacity: seenBetween(activity, end?.startsAt ?? 0, end?.endsAt ?? 0),
			shapes: school()
		},
		...senses.map((sense, n) => ({
			name: sense,
			at: CENTRE,
			opacity: seenBetween(
				activity,
				n === 0 ? 0 : (found[n]?.startsAt ?? 0),
				found[n]?.endsAt ?? 0
			),
			shapes: drawnSense(sense)
		})),
		{ name: 'plate', shapes: paintedPlate() }
	]);
}

export const senses = (activity: Activity): AnimationFile =>
	sensesInTurn(activity, ['eye', 'hand', 'ear', 'nose', 'tongue']);

/** For the youngest: three of them, in the order of their own steps. */
export const sensesYoung = (activity: Activity): AnimationFile =>
	sensesInTurn(activity, ['eye', 'ear', 'hand']);
