// "Tree and cat stretch", standing.
import type { Activity } from '../activity';
import { filled, stroked, type AnimationFile } from './animation-file';
import { lines, shape } from './drawn-line';
import { bob, limb, LOOKS, shoe } from './figure';
import { bobFromTheSide } from './side-head';
import { mirrored, pathThrough } from './step-moves';
import { stretched } from './stretch';

const look = LOOKS.bob;
const LEG = '26 526 28 586 32 640';
const SHOE = '24 646 36 650 50 648';

export const stretchStanding = (activity: Activity): AnimationFile =>
	stretched(activity, {
		look,
		hair: bob,
		headFromTheSide: bobFromTheSide,
		below: [
			stroked(lines(SHOE, mirrored(SHOE)), look.shoes, 30),
			limb(LEG, look.legs, 44),
			limb(mirrored(LEG), look.legs, 44)
		],
		behind: [],
		side: {
			torso: [
				'-92 502 -74 460 -6 416 54 394 84 416 72 452 12 476 -26 522 -60 542 -94 532',
				'-80 510 -74 456 -38 408 14 394 54 420 56 456 24 472 -8 502 -28 540 -74 546'
			],
			arm: ['48 436 126 470 206 456', '32 440 46 506 4 566'],
			head: [
				[104, 372],
				[92, 446]
			],
			middle: 70,
			catAt: [910, 640],
			legs: (pose) => {
				const near = pose('-58 524 -52 586 -54 640', '-48 526 -12 584 -44 640');
				return [
					shoe(near, look),
					limb(pathThrough(near), look.legs, 44),
					filled(shape('-70 640 -50 632 -20 648 -24 660 -70 660'), look.shoes)
				];
			},
			behind: []
		}
	});
