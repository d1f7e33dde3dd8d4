// "Give yourself a cwtch", with a cushion: a child holds it close.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	group,
	inked,
	stroked,
	type AnimationFile,
	type Part
} from './animation-file';
import { secondsOf } from './breath-moves';
import { armPoints, armPose, squeezing } from './cwtch-moves';
import { line, lines, pebble, shape } from './drawn-line';
import { arm as armOf, bunches, head, LOOKS } from './figure';
import { onPlate, paintedPlate } from './painted-plate';
import { heldByStep, mirrored } from './step-moves';

const look = LOOKS.bunches;

const ARM = armPoints({
	loose: '58 394 108 446 116 510 84 556',
	lifted: '58 394 124 456 84 514 36 448',
	around: '58 394 122 452 78 504 18 482',
	tight: '56 394 112 446 64 492 -2 474'
});

const arm = (activity: Activity, side: 0 | 1): Part => ({
	name: side ? 'left-arm' : 'right-arm',
	pose: armPose(activity, side),
	poses: [
		{
			name: 'arm',
			...onPlate(),
			shapes: [armOf(side ? ARM.map(mirrored) : ARM, look, { sleeve: 96 })]
		}
	]
});

const TORSO = shape('-62 380 -30 358 30 358 62 380 64 470 74 570 -74 570 -64 470');
const LEGS = shape(
	'-70 560 0 548 70 560 128 584 152 620 128 650 60 652 0 640 -60 652 -128 650 -152 620 -128 584'
);
const FOLD = lines('-104 610 -40 622 30 644', '104 610 60 618 20 628');
const CUSHION = shape(
	'-92 -66 -76 -80 0 -72 76 -80 92 -66 84 0 92 66 76 80 0 72 -76 80 -92 66 -84 0'
);
const DIAMONDS = lines('-52 0 -30 -26! -8 0! -30 26! -52 0', '8 0 30 -26! 52 0! 30 26! 8 0');
const BANDS = lines('-82 -46 0 -40 82 -46', '-82 46 0 40 82 46');

export function cwtchCushion(activity: Activity): AnimationFile {
	/** On the lap until it is held. */
	const cushionAt = heldByStep(activity, [0, 548], ({ cue }) =>
		['intro', 'squeeze', 'tap'].includes(cue) ? [0, 474] : [0, 530]
	);
	return animationFile(activity.id, secondsOf(activity), [
		arm(activity, 0),
		arm(activity, 1),
		{
			name: 'child',
			...onPlate(),
			shapes: [
				head(
					look,
					bunches,
					{
						at: squeezing(activity, [0, 292], [0, 306]),
						turn: squeezing(activity, [0], [4])
					},
					{ closed: squeezing(activity, [0], [100]) }
				),
				group(
					[
						stroked(DIAMONDS, '#2f6f73', 7),
						stroked(BANDS, '#9682ac', 8),
						inked(CUSHION, '#e9c46a')
					],
					{ at: cushionAt, size: squeezing(activity, [100, 100], [86, 104]) }
				),
				stroked(line('0 344 0 354 0 364'), look.shade, 36),
				stroked(FOLD, look.legsShade, 6),
				filled(
					pebble([-116, 644], [30, 17], { seed: 2, points: 5 }) +
						pebble([116, 644], [30, 17], { seed: 7, points: 5 }),
					look.shoes
				),
				filled(LEGS, look.legs),
				filled(TORSO, look.top)
			]
		},
		{ name: 'plate', shapes: paintedPlate(566) }
	]);
}
