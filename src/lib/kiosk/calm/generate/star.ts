// "Trace your hand", with a star for those who would rather: never assume five fingers. Sewn on a quilt.
import type { Activity } from '../activity';
import { animationFile, filled, inked, stroked, type AnimationFile } from './animation-file';
import type { Point } from './bezier-path';
import { secondsOf } from './breath-moves';
import { pebble, shape } from './drawn-line';
import { tracing, type TracedPoint } from './traced';

const CENTRE: Point = [800, 462];
const POINTS = 5;
const TURN = (2 * Math.PI) / POINTS;
/** A little uneven, as cut by hand. */
const FAR = [306, 298, 300, 294, 302];
const NEAR = 146;

const around = (turns: number, far: number): Point => [
	Math.round(CENTRE[0] + Math.sin(turns * TURN) * far),
	Math.round(CENTRE[1] - Math.cos(turns * TURN) * far)
];
const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
	Math.round(ax + (bx - ax) * share),
	Math.round(ay + (by - ay) * share)
];
const text = (...points: Point[]) => points.map((point) => point.join(' ')).join(' ');

const valley = (n: number) => around(n - 0.5, NEAR);

const points = FAR.map((far, n): TracedPoint & { half: string } => {
	const tip = around(n, far);
	const top = around(n, far - 14);
	const [left, right] = [valley(n), valley(n + 1)];
	const up = text(between(left, tip, 0.45), between(left, tip, 0.86), top);
	const down = text(between(right, tip, 0.86), between(right, tip, 0.45), right) + '!';
	return {
		up,
		down,
		lit: shape(`${text(CENTRE)}! ${text(left)}! ${up} ${down}`),
		half: shape(`${text(CENTRE)}! ${text(top)}! ${down}`)
	};
});
const STAR = shape(points.map(({ up, down }) => `${up} ${down}`).join(' '));

const CLOTH = shape(
	'458 146! 640 136 960 140 1140 132! 1148 420 1152 812! 960 820 640 814 450 822! 456 560 446 340'
);
const PATCH = shape('500 186! 800 178 1100 174! 1104 420 1110 772! 800 776 492 780! 494 480');
const PATCH_SEAM = shape('516 202! 800 195 1086 190! 1089 430 1094 758! 800 761 508 765! 511 480');
const DIAMONDS = [
	[560, 244],
	[1046, 240],
	[562, 712],
	[1040, 706]
]
	.map(([x = 0, y = 0]) => shape(`${x} ${y - 22}! ${x + 22} ${y}! ${x} ${y + 22}! ${x - 22} ${y}!`))
	.join('');

export function star(activity: Activity): AnimationFile {
	const { dot, trail, lit } = tracing(activity, text(valley(0)), points, '#f8e9c0');
	return animationFile(activity.id, secondsOf(activity), [
		{ name: 'dot', shapes: [dot] },
		{ name: 'trail', shapes: [trail] },
		{
			name: 'star',
			shapes: [
				inked(pebble(CENTRE, [24, 24], { seed: 9, wobble: 0.02 }), '#f3ebdd'),
				...lit,
				filled(points.map(({ half }) => half).join(''), '#dbae4b'),
				inked(STAR, '#e9c46a', 5)
			]
		},
		{
			name: 'quilt',
			shapes: [
				stroked(DIAMONDS, '#9682ac', 7),
				stroked(PATCH_SEAM, '#9db8b0', 4, { stitch: [14, 16] }),
				filled(PATCH, '#eaf0ee'),
				inked(CLOTH, '#9db8b0')
			]
		}
	]);
}
