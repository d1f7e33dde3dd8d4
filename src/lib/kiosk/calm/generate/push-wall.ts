// "Push the wall": a child leans into a drystone wall, rests, and pushes again. The rim of the plate fills
// while they push.
import type { Activity } from '../activity';
import { animationFile, filled, inked, type AnimationFile } from './animation-file';
import { secondsOf } from './breath-moves';
import { pebble, shape } from './drawn-line';
import { arm, limb, LOOKS, shoe } from './figure';
import { onPlate, paintedPlate, rimFilling } from './painted-plate';
import { pushing, pushShare } from './push-moves';
import { scarfFromTheSide } from './side-head';
import { betweenPoses, shapeOf } from './step-moves';

const look = LOOKS.scarf;

const REST = {
	head: [690, 296],
	torso: '650 372 676 356 712 362 732 392 734 440 730 512 700 524 664 520 648 470 644 410',
	nearArm: '690 388 682 450 706 512',
	farArm: '708 386 712 450 730 506',
	nearLeg: '686 512 684 580 680 646',
	farLeg: '706 512 708 580 706 644'
};
const PUSH = {
	head: [758, 308],
	torso: '720 382 748 366 782 376 796 408 776 456 736 522 702 534 668 516 672 474 694 424',
	nearArm: '762 402 840 424 916 396',
	farArm: '784 388 852 396 920 366',
	nearLeg: '690 516 656 574 612 646',
	farLeg: '714 520 754 576 722 644'
};

const WALL = shape('924 262! 1012 256! 1022 420 1016 590! 918 594! 928 430');
const STONES = [
	pebble([950, 284], [22, 18], { seed: 21, wobble: 0.1, points: 5 }),
	pebble([993, 288], [17, 22], { seed: 22, wobble: 0.1, points: 5 }),
	pebble([970, 334], [40, 20], { seed: 23, wobble: 0.1, points: 5 }),
	pebble([948, 384], [20, 22], { seed: 24, wobble: 0.1, points: 5 }),
	pebble([994, 388], [19, 24], { seed: 25, wobble: 0.1, points: 5 }),
	pebble([972, 440], [40, 22], { seed: 26, wobble: 0.1, points: 5 }),
	pebble([946, 494], [20, 24], { seed: 27, wobble: 0.1, points: 5 }),
	pebble([992, 494], [21, 22], { seed: 28, wobble: 0.1, points: 5 }),
	pebble([968, 554], [42, 28], { seed: 29, wobble: 0.1, points: 5 })
];

const each = (key: Exclude<keyof typeof REST, 'head'>) => [REST[key], PUSH[key]];

export function pushWall(activity: Activity): AnimationFile {
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'child',
			pose: pushing(activity),
			poses: [
				{
					name: 'body',
					...onPlate(800),
					shapes: [
						arm(each('nearArm'), look),
						scarfFromTheSide(look, { at: betweenPoses([REST.head, PUSH.head]) }),
						filled(shapeOf(each('torso')), look.top),
						shoe(each('nearLeg'), look),
						limb(each('nearLeg'), look.legs, 42),
						shoe(each('farLeg'), look),
						limb(each('farLeg'), look.legsShade, 40),
						arm(each('farArm'), look, { isBehind: true })
					]
				}
			]
		},
		{
			name: 'wall',
			...onPlate(800),
			shapes: [filled(STONES.join(''), '#99a1a6'), inked(WALL, '#6f7981')]
		},
		{ name: 'plate', shapes: [rimFilling(pushShare(activity)), ...paintedPlate(552)] }
	]);
}
