// "Tree and cat stretch", in a wheelchair.
import type { Activity } from '../activity';
import type { AnimationFile } from './animation-file';
import { limb, LOOKS, roundHair, seatedLegs } from './figure';
import { curlsFromTheSide } from './side-head';
import { stretched } from './stretch';
import { wheelchairBefore, wheelchairBehind, wheelchairFromTheSide } from './wheelchair';
import { stroked } from './animation-file';
import { line } from './drawn-line';

const look = { ...LOOKS.curls, top: '#d9a94e', topShade: '#b98a35' };

export const stretchSeated = (activity: Activity): AnimationFile =>
	stretched(activity, {
		look,
		hair: roundHair,
		headFromTheSide: curlsFromTheSide,
		below: [...wheelchairBefore(), ...seatedLegs(look)],
		behind: wheelchairBehind(),
		side: {
			torso: [
				'-84 520 -80 470 -34 410 20 376 54 392 52 430 14 470 -8 520 -30 544 -74 546',
				'-88 520 -92 456 -62 402 -8 380 34 402 38 440 8 470 -4 512 -22 544 -72 546'
			],
			arm: ['16 420 96 452 176 436', '14 424 42 482 92 506'],
			head: [
				[76, 346],
				[76, 424]
			],
			middle: 50,
			catAt: [900, 646],
			legs: () => [
				limb('-48 526 30 520 96 530', look.legs, 46),
				limb('96 530 104 580 110 630', look.legs, 42),
				stroked(line('108 638 124 638 140 642'), look.shoes, 28)
			],
			behind: wheelchairFromTheSide()
		}
	});
