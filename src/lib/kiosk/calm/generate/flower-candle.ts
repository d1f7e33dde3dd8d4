// "Smell the flower, blow the candle": a daffodil opens with the breath in, a flame leans and sinks
// with the breath out. Drawn over `room.svg`, in its measures. Nothing flashes, nothing goes dark.
import { timedSteps, type Activity } from '../activity';
import { animationFile, filled, stroked, type AnimationFile, type Moves } from './animation-file';
import { secondsOf } from './breath-moves';

const PETAL = 'M0 0C-40-26-52-84-6-138 4-148 8-144 14-134 50-80 38-28 0 0Z';
const VEINS =
	'M0-10C-2-40-4-70-2-100M10-6C34-20 60-36 84-44M8 10C30 30 50 54 62 82M-4 12c-4 30-12 60-16 88M-14 4c-28 8-56 12-84 12M-12-6c-22-20-46-40-66-56';
const TRUMPET =
	'M50 3c0 8 4 18 1 25-3 7-12 12-19 16-7 4-16 7-24 8-8 0-16-1-23-3-8-2-16-6-21-11-6-5-9-13-12-20-3-7-6-14-6-22-1-7 1-17 5-23 4-6 13-10 20-14 7-4 14-5 21-7 8-2 17-6 24-4 8 2 15 8 21 14 5 5 8 13 10 20 3 7 2 14 3 21Z';
const TRUMPET_INSIDE =
	'M16 37c-6 2-14 0-20-1-7-1-14-1-20-4-5-4-9-10-11-16-3-6-4-13-3-19 2-6 6-12 10-17 4-5 8-11 14-13 6-2 14 0 20 1 7 1 14 2 19 5 5 4 10 10 12 15 3 6 3 13 2 19-1 6-5 12-9 17-4 5-9 11-14 13Z';
const TRUMPET_DEPTH =
	'M-4 25c-5-1-11-3-14-6-4-4-7-10-7-15 0-4 4-10 7-13 4-4 9-6 14-7 5-1 11-2 16 0 4 2 9 8 11 12 2 4 2 11 0 15-2 5-6 10-10 12-5 3-11 2-17 2Z';
const FLAME =
	'M1046 576C1022 566 1020 538 1034 514 1042 500 1046 486 1046 470 1064 492 1078 520 1074 544 1072 562 1062 574 1046 576Z';
const FLAME_HEART =
	'M1046 572C1034 564 1034 548 1042 534 1046 526 1048 518 1048 510 1058 524 1064 540 1062 552 1060 564 1054 570 1046 572Z';
const GLOW =
	'M989 580c-11-12-19-31-21-48-1-16 4-35 11-50 7-14 20-30 33-37 14-8 34-9 49-6 15 4 32 13 43 25 10 12 17 31 18 48 2 16-2 35-9 50-7 14-20 29-34 36-13 7-33 9-48 6-15-3-32-12-42-24Z';

const PETALS = [
	{ turn: 8, size: 104, hex: '#f7e8b8' },
	{ turn: 66, size: 98, hex: '#f3de9c' },
	{ turn: 128, size: 104, hex: '#f7e8b8' },
	{ turn: 186, size: 98, hex: '#f3de9c' },
	{ turn: 248, size: 104, hex: '#f7e8b8' },
	{ turn: 306, size: 98, hex: '#f3de9c' }
];

/** The foot of the flame in the room: it grows and leans from there. */
const WICK = { own: [1046, 574], room: [1192, 574] };

/** So much of a breath the picture moves while its first words are said: it is awake. */
const STIRS = 0.15;

/** The values of a part at rest, after breathing in and after breathing out. */
function breath(activity: Activity, rest: number[], full: number[], empty: number[]): Moves {
	const ends: Record<string, number[]> = { intro: rest, in: full, out: empty, rest, end: rest };
	const stirred = rest.map((value, index) => value + ((full[index] ?? value) - value) * STIRS);
	const moves = timedSteps(activity).flatMap(({ cue, startsAt, endsAt }): Moves => {
		const end: [number, number[]] = [endsAt, ends[cue] ?? rest];
		return cue === 'intro' ? [[(startsAt + endsAt) / 2, stirred], end] : [end];
	});
	return [[0, rest], ...moves];
}

/** @param activity whose steps say how long each breath takes */
export function flowerCandle(activity: Activity): AnimationFile {
	return animationFile(activity.id, secondsOf(activity), [
		{
			name: 'daffodil',
			at: [414, 436],
			size: breath(activity, [84, 84], [116, 116], [84, 84]),
			turn: breath(activity, [-4], [4], [-4]),
			shapes: [
				stroked(
					'M-6 2C-6 2-6 2-5 2M5-3C5-3 5-3 6-3M6 9C6 9 6 9 7 9M-4 11C-4 11-4 11-3 11',
					'#f3de9c',
					7
				),
				filled(TRUMPET_DEPTH, '#c4943b'),
				filled(TRUMPET_INSIDE, '#dbae4b'),
				filled(TRUMPET, '#e9c46a'),
				stroked(VEINS, '#e6cb80', 3.6),
				...[...PETALS].reverse().map(({ turn, size, hex }) => filled(PETAL, hex, { turn, size }))
			]
		},
		{
			name: 'flame',
			at: WICK.room,
			anchor: WICK.own,
			size: breath(activity, [100, 100], [104, 104], [78, 46]),
			turn: breath(activity, [0], [-2], [16]),
			shapes: [filled(FLAME_HEART, '#f9e4a8'), filled(FLAME, '#e9b44e')]
		},
		{
			name: 'glow',
			at: [WICK.room[0] ?? 0, 526],
			anchor: [WICK.own[0] ?? 0, 526],
			size: breath(activity, [100, 100], [106, 106], [64, 64]),
			shapes: [filled(GLOW, '#f8e7ba', { opacity: 70 })]
		}
	]);
}
