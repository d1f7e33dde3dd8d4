// "Push the wall", where there is none: a child in a wheelchair pushes the palms together. The rim of the
// plate fills while they push.
import type { Activity } from '../activity';
import { animationFile, filled, stroked, type AnimationFile } from './animation-file';
import { secondsOf } from './breath-moves';
import { line, shape } from './drawn-line';
import { arm, bothSides, head, LOOKS, seatedLegs, shortHair } from './figure';
import { onPlate, paintedPlate, rimFilling } from './painted-plate';
import { betweenPoses } from './step-moves';
import { pushing, pushShare } from './push-moves';
import { wheelchairBefore, wheelchairBehind } from './wheelchair';

const REST_ARM = '58 392 92 452 78 502 52 514';
const PUSH_ARM = '58 392 120 432 44 450 12 414';
const look = LOOKS.ginger;

const TORSO = shape('-62 376 -30 356 30 356 62 376 60 470 62 560! -62 560! -60 470');
export function pushPalms(activity: Activity): AnimationFile {
	const [right, left] = bothSides([REST_ARM, PUSH_ARM]);
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'child',
			pose: pushing(activity),
			poses: [
				{
					name: 'body',
					...onPlate(),
					shapes: [
						arm(right, look),
						arm(left, look),
						head(look, shortHair, {
							at: betweenPoses([
								[0, 290],
								[0, 297]
							])
						}),
						stroked(line('0 344 0 352 0 360'), look.shade, 36),
						...wheelchairBefore(),
						...seatedLegs(look),
						filled(TORSO, look.top),
						...wheelchairBehind()
					]
				}
			]
		},
		{ name: 'plate', shapes: [rimFilling(pushShare(activity)), ...paintedPlate(566)] }
	]);
}
