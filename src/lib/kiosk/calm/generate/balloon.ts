// "Balloon tummy": a balloon on a string grows round with the breath in and is small after the breath out.
// It never pops and is never taut. Some children are afraid of balloons: see `cloud.ts`.
import type { Activity } from '../activity';
import { animationFile, filled, group, inked, stroked, type AnimationFile } from './animation-file';
import { breathing, byStep, secondsOf } from './breath-moves';
import { dot, line, lines, pebble, shape } from './drawn-line';

// From the knot upwards.
const SMALL = shape('0 0! 20 -18 46 -50 66 -98 52 -146 2 -164 -50 -144 -66 -96 -46 -48 -20 -16');
const FULL = shape(
	'0 0! 74 -34 148 -112 178 -214 140 -326 4 -374 -136 -324 -176 -212 -146 -108 -70 -32'
);
/** The small one as a share of the full one, for what is painted on it. */
const SMALL_SIZE = [37, 44];

const SHADE = shape(
	'4 -8! 72 -38 144 -114 173 -214 136 -322 82 -355! 122 -290 128 -200 96 -104 46 -40'
);
const BANDS = lines(
	'-171 -250 -90 -226 0 -218 90 -226 174 -251',
	'-162 -152 -80 -126 0 -118 82 -126 165 -154'
);
const DIAMONDS = [-124, -62, 0, 62, 124].map((x) => diamond(x, -168 - (x * x) / 800)).join('');
const LIGHT = lines('-108 -292 -88 -320 -54 -340', '-124 -262 -121 -269 -117 -276');

const KNOT = shape('-4 -6! 6 -6! 18 18 12 22 0 18 -13 22 -18 18');
const STRING = line('800 526 807 570 794 620 805 670 796 720 803 770 800 836');
const STONE = pebble([800, 862], [74, 36], { seed: 7, wobble: 0.05 });
const DOTS = [dot(770, 852), dot(790, 858), dot(812, 856), dot(832, 862)].join('');

const KNOT_AT = [800, 508];
const STONE_AT = [800, 850];

/** As on the blanket in the room; narrower towards the edge, where the balloon turns away. */
function diamond(x: number, y: number): string {
	const across = 25 - Math.abs(x) / 18;
	return shape(`${x} ${y - 25}! ${x + across} ${y}! ${x} ${y + 25}! ${x - across} ${y}!`);
}

export function balloon(activity: Activity): AnimationFile {
	const painted = breathing(activity, SMALL_SIZE, [100, 100]);
	/** It leans a little, this way and that, as on a breath of air. */
	const lean = byStep(activity, [0], (cue, nth) =>
		cue === 'in' ? [nth % 2 ? 1.6 : -1.6] : cue === 'end' ? [0] : undefined
	);
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'stone',
			shapes: [stroked(DOTS, '#f3ebdd', 8), inked(STONE, '#8c959b')]
		},
		{
			name: 'balloon',
			at: STONE_AT,
			anchor: STONE_AT,
			turn: lean,
			shapes: [
				group(
					[
						group(
							[
								stroked(LIGHT, '#faf1d2', 13),
								stroked(DIAMONDS, '#2f6f73', 8),
								stroked(BANDS, '#9682ac', 9),
								filled(SHADE, '#dbae4b')
							],
							{ size: painted }
						),
						inked(KNOT, '#dbae4b'),
						inked(breathing(activity, SMALL, FULL), '#e9c46a')
					],
					{ at: KNOT_AT }
				),
				stroked(STRING, '#5b6470', 4)
			]
		}
	]);
}
