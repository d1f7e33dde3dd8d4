// "Listen": chime bars as a school has them, no singing bowls. One slow ring for each that is struck.
import { timedSteps, type Activity } from '../activity';
import {
	animationFile,
	filled,
	inked,
	inkedLine,
	stroked,
	type AnimationFile,
	type Item,
	type Moves,
	type Part
} from './animation-file';
import type { Point } from './bezier-path';
import { secondsOf } from './breath-moves';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { stool } from './stool';

/** The middle of the top of each bar, by the cue that strikes it. */
const BARS: Record<string, Point> = { 'chime-low': [636, 596], 'chime-mid': [988, 610] };

const LOW = {
	box: shape('488 624! 640 626 784 624! 778 714! 636 717 496 714!'),
	shade: shape('494 684! 636 690 781 683! 778 712! 636 715 496 712!'),
	hole: pebble([636, 662], [40, 15], { seed: 31, wobble: 0.02 }),
	bar: shape('452 598! 636 594 820 598! 822 629! 636 632 450 630!'),
	pins: dot(508, 614) + dot(766, 613)
};
const MID = {
	box: shape('872 636! 988 638 1106 636! 1100 713! 988 716 880 714!'),
	shade: shape('878 688! 988 693 1103 687! 1100 711! 988 714 880 712!'),
	hole: pebble([988, 668], [32, 13], { seed: 32, wobble: 0.02 }),
	bar: shape('846 611! 988 608 1130 611! 1132 641! 988 644 844 642!'),
	pins: dot(892, 627) + dot(1084, 626)
};
const SHINE = lines('470 607 560 604 650 604', '862 620 930 617 1000 617');

const STRIKE_SECONDS = 0.2;
const MALLET_REACH = 30;
const HOVER = 44;
const AWAY: Point = [812, 470];
/** Laid down on the stool, between the bars. */
const LAID: Point = [838, 688];

const rings = (activity: Activity) => timedSteps(activity).filter(({ cue }) => cue in BARS);
const over = (cue: string, above: number): Point => {
	const [x, y] = BARS[cue] ?? AWAY;
	return [x, y - MALLET_REACH - above];
};

function ring(cue: string, startsAt: number, endsAt: number): Item {
	const [x, y] = BARS[cue] ?? AWAY;
	const round = (across: number) =>
		[across, across * 0.8]
			.map((one) => pebble([x, y + 24], [one, one * 0.6], { seed: 33, wobble: 0.015 }))
			.join('');
	const path = [
		[startsAt + STRIKE_SECONDS, round(60), 'even'],
		[endsAt - 1, round(520)]
	] as const;
	const opacity: Moves = [
		[startsAt + STRIKE_SECONDS, [0]],
		[startsAt + STRIKE_SECONDS + 1.6, [100]],
		[startsAt + (endsAt - startsAt) / 2, [82]],
		[endsAt - 1, [0]]
	];
	return stroked(path, '#5f9a98', 9, { opacity });
}

function shine(bar: string, cue: string, activity: Activity): Item {
	const opacity = rings(activity)
		.filter((one) => one.cue === cue)
		.flatMap(({ startsAt, endsAt }): [number, number[]][] => [
			[startsAt + STRIKE_SECONDS, [0]],
			[startsAt + 1.8, [85]],
			[endsAt - 1, [0]]
		]);
	return filled(bar, '#eaf0ee', { opacity });
}

function mallet(activity: Activity): Part {
	const at: [number, number[]][] = [[0, AWAY]];
	const turn: [number, number[]][] = [[0, [0]]];
	for (const { cue, startsAt } of rings(activity)) {
		at.push([startsAt - 2.4, at.at(-1)?.[1] ?? AWAY], [startsAt - 0.4, over(cue, HOVER)]);
		at.push([startsAt, over(cue, HOVER)], [startsAt + STRIKE_SECONDS, over(cue, 0)]);
		const [x, y] = over(cue, HOVER);
		at.push([startsAt + 2, [x + 96, y - 120]]);
		turn.push([startsAt, [0]], [startsAt + STRIKE_SECONDS, [-7]], [startsAt + 2, [0]]);
	}
	const quiet = timedSteps(activity).find(({ cue }) => cue === 'quiet');
	if (quiet) {
		at.push([quiet.startsAt, at.at(-1)?.[1] ?? AWAY], [quiet.startsAt + 3, LAID]);
		turn.push([quiet.startsAt, [0]], [quiet.startsAt + 3, [38]]);
	}
	return {
		name: 'mallet',
		at,
		turn,
		shapes: [
			stroked(lines('-14 -8 0 -16 14 -10', '-16 4 0 -4 16 2', '-10 14 2 8 14 12'), '#c9b8d8', 4),
			inked(pebble([0, 0], [29, 27], { seed: 34, wobble: 0.02 }), '#9682ac'),
			inkedLine(line('4 -8 56 -84 104 -158'), '#c9a27a', 10)
		]
	};
}

export function bells(activity: Activity): AnimationFile {
	return animationFile(activity.id, secondsOf(activity), [
		mallet(activity),
		{
			name: 'rings',
			shapes: rings(activity).map(({ cue, startsAt, endsAt }) => ring(cue, startsAt, endsAt))
		},
		{
			name: 'chime bars',
			shapes: [
				stroked(LOW.pins + MID.pins, '#5b6470', 13),
				stroked(SHINE, '#faf7f2', 5),
				shine(LOW.bar, 'chime-low', activity),
				shine(MID.bar, 'chime-mid', activity),
				inked(LOW.bar + MID.bar, '#9db2cf'),
				filled(LOW.hole + MID.hole, '#6a5138'),
				filled(LOW.shade + MID.shade, '#b58d64'),
				inked(LOW.box + MID.box, '#c9a27a')
			]
		},
		stool
	]);
}
