// "Glitter": a jar is swirled and settles, and the water clears. The glitter is dots along lines that bend,
// so that nine lines make a hundred flecks; nothing sparkles.
import { timedSteps, type Activity } from '../activity';
import {
	animationFile,
	filled,
	inked,
	stroked,
	type AnimationFile,
	type Item,
	type PathMoves
} from './animation-file';
import { byStep, secondsOf } from './breath-moves';
import { chance, line, lines, shape } from './drawn-line';
import { stool } from './stool';

const GLASS = shape(
	'640 214! 660 232 622 262 610 320 608 500 614 676 640 708 800 716 960 708 986 676 992 500 990 320 978 262 940 232 960 214!'
);
const WATER = shape(
	'624 300! 800 308 976 300! 982 420 980 660 962 692 800 702 638 692 620 660 617 420'
);
const LID = shape('634 158! 800 150 966 158! 972 214! 800 222 628 214!');
const LID_BAND = shape('630 190! 800 196 970 190! 972 212! 800 220 628 212!');
const LIGHT = lines(
	'642 350 638 430 642 520',
	'646 556 647 566 648 578',
	'952 340 955 380 954 410'
);
const RAISED = lines(
	'592 186 566 170 550 168',
	'590 222 564 222 548 228',
	'1008 186 1034 170 1050 168',
	'1010 222 1036 222 1052 228'
);

const COLOURS = ['#dbae4b', '#2f6f73', '#9682ac', '#6e93b0', '#e9c46a', '#c48a6a'];
const LINES = 9;
const POINTS = 6;
const BOTTOM = 684;
const SURFACE = 318;
const GLASS_LEFT = 644;
const GLASS_RIGHT = 956;
const FLOOR = { from: 652, to: 948 };
const MIDDLE = 800;

/** How the flecks of one line lie on the floor of the jar: to and fro, so that the line stays as long. */
function settled(next: () => number): string {
	const from = FLOOR.from + next() * 40;
	const to = FLOOR.to - next() * 40;
	const points = Array.from({ length: POINTS }, (_, n) => {
		const x = n % 2 ? to - (n / POINTS) * 90 : from + (n / POINTS) * 90;
		return [x, BOTTOM - n * 2.4 - next() * 14];
	});
	return line(points.flat().map(Math.round).join(' '));
}

/** Round the jar at some height, seen from the side. */
function swirling(next: () => number, height: number, turned: number): string {
	const across = 124 + next() * 26;
	const points = Array.from({ length: POINTS }, (_, n) => {
		const angle = turned + n * 1.1;
		const x = MIDDLE + Math.cos(angle) * across + (next() - 0.5) * 60;
		const y = height + Math.sin(angle) * 66 + (next() - 0.5) * 90;
		return [Math.min(GLASS_RIGHT, Math.max(GLASS_LEFT, x)), Math.max(SURFACE, y)];
	});
	return line(points.flat().map(Math.round).join(' '));
}

function flecks(activity: Activity, n: number): Item {
	const next = chance(100 + n * 17);
	const steps = timedSteps(activity);
	const start = (cue: string) => steps.find((step) => step.cue === cue)?.startsAt ?? 0;
	const [swirl, settle, end] = [start('swirl'), start('settle'), start('end')];
	const low = settled(next);
	const height = 370 + (n / LINES) * 240;
	const turned = next() * 6;
	/** The lowest are down first, the last of the top ones shortly before the end. */
	const down = settle + 14 + (1 - n / LINES) * (end - settle - 20);
	const from = settle + next() * 4;
	const between = from + (down - from) * 0.5;
	const path: PathMoves = [
		[swirl, low],
		[swirl + 3, swirling(next, height, turned), 'even'],
		[settle, swirling(next, height, turned + 1.2), 'even'],
		[between, swirling(next, (height + BOTTOM) / 2 - 40, turned + 1.9), 'even'],
		[down, low]
	];
	const hex = COLOURS[n % COLOURS.length] ?? '#dbae4b';
	return stroked(path, hex, 8 + (n % 3) * 2, { stitch: [0.1, 22 + next() * 13] });
}

export function glitter(activity: Activity): AnimationFile {
	const cloudy = byStep(activity, [0], (cue) => ({ swirl: [72], settle: [0] })[cue]);
	const invited: [number, number[]][] = [
		[0, [0]],
		[2, [100]],
		[4, [45]],
		[6, [100]],
		[7.5, [0]]
	];
	const foot = [800, 712];
	return animationFile(activity.id, secondsOf(activity), [
		{ name: 'raised', shapes: [stroked(RAISED, '#5b6470', 8, { opacity: invited })] },
		{
			name: 'jar',
			at: foot,
			anchor: foot,
			turn: [
				[6, [0]],
				[7.4, [2.6]],
				[9, [-2.6]],
				[10.6, [1.6]],
				[12.4, [0]]
			],
			shapes: [
				filled(LID_BAND, '#7c6347'),
				inked(LID, '#a98b66'),
				stroked(LIGHT, '#faf7f2', 9),
				...Array.from({ length: LINES }, (_, n) => flecks(activity, n)),
				filled(WATER, '#d3c3e0', { opacity: cloudy }),
				filled(WATER, '#cfe3e0'),
				inked(GLASS, '#eaf0ee', 5)
			]
		},
		stool
	]);
}
