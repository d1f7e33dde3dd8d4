// "Give yourself a cwtch": a bear with its arms round itself.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	group,
	stroked,
	strokedOver,
	type AnimationFile,
	type Part
} from './animation-file';
import { secondsOf } from './breath-moves';
import { armPoints, armPose, squeezing } from './cwtch-moves';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { face } from './figure';
import { onPlate, paintedPlate } from './painted-plate';
import { lineOf, mirrored } from './step-moves';

const FUR = '#b98d5c';
const FUR_SHADE = '#96703f';
const LIGHT = '#e6cda4';

const ARM = armPoints({
	loose: '88 408 128 462 134 520 112 566',
	lifted: '88 408 108 494 30 492 -80 396',
	around: '88 408 104 500 10 482 -64 424',
	tight: '84 408 92 490 -2 462 -74 410'
});

const arm = (activity: Activity, side: 0 | 1): Part => ({
	name: side ? 'left-arm' : 'right-arm',
	pose: armPose(activity, side),
	poses: [
		{
			name: 'arm',
			...onPlate(),
			shapes: [
				strokedOver(
					lineOf(side ? ARM.map(mirrored) : ARM),
					[side ? '#ad8250' : FUR, 54],
					[FUR_SHADE, 62]
				)
			]
		}
	]
});

const both = (points: string) => shape(points) + shape(mirrored(points));
const LEG = '30 604 52 560 104 548 142 574 148 616 124 648 70 652 38 638';
const PAD =
	pebble([98, 612], [32, 26], { seed: 12, points: 5 }) +
	pebble([-98, 612], [32, 26], { seed: 13, points: 5 });
const BODY = shape(
	'0 372 70 382 116 430 130 510 112 590 60 628 -60 628 -112 590 -130 510 -116 430 -70 382'
);
const BELLY = pebble([0, 520], [78, 88], { seed: 14, points: 5 });
const HEAD = shape(
	'0 -98 50 -88 88 -54 106 0 92 48 52 74 0 80 -52 74 -92 48 -106 0 -88 -54 -50 -88'
);

export const cwtchBear = (activity: Activity): AnimationFile =>
	animationFile(activity.id, secondsOf(activity), [
		arm(activity, 0),
		arm(activity, 1),
		{
			name: 'bear',
			...onPlate(),
			shapes: [
				group(
					[
						group([
							stroked(line('0 26 0 32 0 40'), '#3f342b', 5),
							filled(pebble([0, 20], [19, 13], { seed: 3, points: 5 }), '#3f342b')
						]),
						...face({
							closed: squeezing(activity, [0], [100]),
							apart: 38,
							smileAt: 24
						}),
						filled(pebble([0, 32], [48, 36], { seed: 5, points: 5 }), LIGHT),
						filled(HEAD, FUR),
						stroked(dot(-80, -72) + dot(80, -72), LIGHT, 30),
						stroked(dot(-80, -72) + dot(80, -72), FUR_SHADE, 62)
					],
					{
						at: squeezing(activity, [0, 304], [0, 312]),
						turn: squeezing(activity, [0], [3])
					}
				),
				filled(PAD, LIGHT),
				filled(both(LEG), FUR),
				group([filled(BELLY, LIGHT), filled(BODY, FUR_SHADE)], {
					at: [0, 630],
					anchor: [0, 630],
					size: squeezing(activity, [100, 100], [95, 98])
				}),
				stroked(lines('-96 640 0 652 96 640'), '#c2a87f', 22)
			]
		},
		{ name: 'plate', shapes: paintedPlate(566) }
	]);
