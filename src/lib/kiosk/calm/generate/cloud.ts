// "Balloon tummy" for children who are afraid of balloons: a plain cloud that grows and gets small.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	inkedTogether,
	stroked,
	type AnimationFile
} from './animation-file';
import { breathing, secondsOf } from './breath-moves';
import { lines, shape } from './drawn-line';
import { puff, type Lump } from './puff';

const LUMPS: Lump[] = [
	{ at: [-186, 52], radius: [112, 86] },
	{ at: [-92, -48], radius: [120, 112] },
	{ at: [62, -72], radius: [128, 120] },
	{ at: [182, 26], radius: [112, 92] },
	{ at: [4, 76], radius: [208, 76] }
];
const SHADE = shape(
	'-246 82! -200 98 -120 90 -60 104 20 92 100 106 180 88 240 74! 190 102 110 126 0 140 -100 134 -192 120'
);
const STROKES = lines(
	'-168 -62 -150 -98 -116 -120',
	'-10 -120 24 -150 70 -158',
	'-236 30 -228 8 -212 -4',
	'196 -22 220 -14 236 4',
	'-40 30 0 16 46 20'
);

const FLOATS_AT = [800, 352];

export const cloud = (activity: Activity): AnimationFile =>
	animationFile(activity.id, secondsOf(activity), [
		{
			name: 'cloud',
			at: breathing(activity, [800, 372], FLOATS_AT),
			size: breathing(activity, [42, 40], [100, 100]),
			shapes: [
				stroked(STROKES, '#dce7e4', 11),
				filled(SHADE, '#e3e6e4'),
				inkedTogether(puff(LUMPS, 21), '#faf7f2', 6)
			]
		}
	]);
