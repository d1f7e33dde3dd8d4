// "Push the wall", sitting on a chair: a child pushes down on the seat beside the hips and grows tall.
import type { Activity } from '../activity';
import { animationFile, filled, stroked, type AnimationFile } from './animation-file';
import { secondsOf } from './breath-moves';
import { chair } from './chair';
import { line } from './drawn-line';
import { arm, bothSides, head, LOOKS, roundHair, seatedLegs } from './figure';
import { onPlate, paintedPlate, rimFilling } from './painted-plate';
import { pushing, pushShare } from './push-moves';
import { betweenPoses, shapeOf } from './step-moves';

const look = LOOKS.curls;

const RELAXED_ARM = '57 396 88 450 84 506 50 534';
const PUSHING_ARM = '58 372 88 430 98 494 96 546';
const TORSO = [
	'-60 382 -30 362 30 362 60 382 62 470 64 562 -64 562 -62 470',
	'-60 352 -30 334 30 334 60 352 58 446 60 548 -60 548 -58 446'
];
export function pushSeat(activity: Activity): AnimationFile {
	const [right, left] = bothSides([RELAXED_ARM, PUSHING_ARM]);
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'child',
			pose: pushing(activity),
			poses: [
				{
					name: 'body',
					...onPlate(),
					shapes: [
						arm(right, look, { sleeve: 60 }),
						arm(left, look, { sleeve: 60 }),
						head(look, roundHair, {
							at: betweenPoses([
								[0, 296],
								[0, 264]
							])
						}),
						stroked(
							betweenPoses([line('0 344 0 356 0 366'), line('0 312 0 326 0 338')]),
							look.shade,
							36
						),
						...seatedLegs(look),
						filled(shapeOf(TORSO), look.top)
					]
				}
			]
		},
		{ name: 'chair', ...onPlate(), shapes: chair() },
		{ name: 'plate', shapes: [rimFilling(pushShare(activity)), ...paintedPlate(566)] }
	]);
}
