// "Square breathing": a light goes round the window of the room, one side for each part of a breath. The
// window is half as wide again as it is high, as a breath is to a pause, so the light is always as fast.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	inked,
	stroked,
	type AnimationFile,
	type Moves
} from './animation-file';
import { byStep, secondsOf } from './breath-moves';
import { CAT_FOOT, sleepingCat } from './cat';
import { lines, pebble, shape } from './drawn-line';

/** Where the light is when a step with this cue is over, and how far round, in degrees. */
const CORNERS: Record<string, { at: [number, number]; round: number }> = {
	in: { at: [1094, 150], round: 108 },
	hold: { at: [1094, 542], round: 180 },
	out: { at: [506, 542], round: 288 },
	rest: { at: [506, 150], round: 360 }
};
const START = [506, 150];
/** Of the way round; about a side. */
const TRAIL_PERCENT = 24;

const BEAMS = [
	{ hex: '#a68a67', path: shape('464 113! 800 108 1137 112! 1056 188! 800 185 545 189!') },
	{ hex: '#9c8062', path: shape('1137 112! 1140 340 1136 580! 1055 503! 1058 340 1056 188!') },
	{ hex: '#a68a67', path: shape('1136 580! 800 584 463 579! 544 502! 800 505 1055 503!') },
	{ hex: '#937757', path: shape('463 579! 460 340 464 113! 545 189! 542 340 544 502!') }
];
const BARS = lines('800 184 801 340 800 506', '540 344 800 343 1060 345');
const GRAIN = lines(
	'566 128 640 125 700 128',
	'850 172 940 175 1000 171',
	'1118 220 1121 270 1119 330',
	'1072 400 1074 440 1071 470',
	'640 566 700 569 780 565',
	'930 520 980 518 1030 521',
	'480 240 482 300 479 360',
	'526 400 524 440 526 480'
);
const INNER_EDGE = shape('545 189! 800 185 1056 188! 1058 340 1055 503! 800 505 544 502! 542 340');
const SILL = shape(
	'396 571! 600 564 800 562 1000 564 1206 571! 1222 622! 1000 630 800 632 600 630 380 622!'
);
const SILL_FRONT = shape(
	'380 621! 600 630 800 632 1000 630 1222 621! 1220 641! 1000 650 800 652 600 650 382 641!'
);
const CAT_SHADE = pebble([CAT_FOOT[0] ?? 0, 624], [110, 12], { seed: 4 });
const GROOVE = shape('506 150! 1094 150! 1094 542! 506 542!');

const LIGHT = pebble([0, 0], [29, 29], { seed: 3, wobble: 0.02 });
const GLOW = pebble([0, 0], [52, 52], { seed: 5, wobble: 0.03 });

export function squareWindow(activity: Activity): AnimationFile {
	const at: Moves = byStep(activity, START, (cue) => CORNERS[cue]?.at);
	const along: Moves = byStep(activity, [0], (cue, nth) => {
		const corner = CORNERS[cue];
		return corner && [nth * 360 + corner.round];
	});
	const from: Moves = byStep(activity, [100], (cue) =>
		cue === 'in' ? [100 - TRAIL_PERCENT] : cue === 'end' ? [100] : undefined
	);
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'light',
			at,
			shapes: [inked(LIGHT, '#f6dfa4'), filled(GLOW, '#f8e7ba', { opacity: 60 })]
		},
		{ name: 'trail', shapes: [stroked(GROOVE, '#f6dfa4', 14, { from, along })] },
		{
			name: 'window',
			shapes: [
				sleepingCat({ at: [770, 632], size: [92, 92] }),
				filled(CAT_SHADE, '#6f7981'),
				filled(SILL_FRONT, '#6f7981'),
				filled(SILL, '#8b949b'),
				stroked(GRAIN, '#b89c77', 4),
				stroked(GROOVE, '#74593f', 20),
				stroked(INNER_EDGE, '#6a5138', 4),
				...BEAMS.map(({ path, hex }) => filled(path, hex)),
				stroked(BARS, '#7c6347', 13)
			]
		}
	]);
}
