// A cosy corner: a window seat with cushions, books, a cat, and something warm to drink.
import type { Activity } from '../activity';
import { filled, inked, stroked, strokedOver, type AnimationFile } from './animation-file';
import { sleepingCat } from './cat';
import { line, lines, pebble, shape } from './drawn-line';
import { backdrop, dimly, place, slowly, toAndFro } from './place';

const WALL_STROKES = lines('80 180 130 188 180 180', '1440 90 1500 98 1560 89');
const FLOOR = shape('-20 742! 400 736 1200 736 1620 742! 1620 1020! -20 1020!');
const BOARDS = lines(
	'1280 810 1420 802 1570 811',
	'120 940 300 930 480 941',
	'1120 940 1300 930 1480 941'
);
const NOOK = shape('372 74! 800 68 1228 74! 1224 740! 376 740!');
const NOOK_SIDE =
	shape('372 74! 440 96! 436 560! 376 620!') + shape('1228 74! 1160 96! 1164 560! 1224 620!');

const PANE = shape('520 136! 1080 136! 1080 430! 520 430!');
const HILLS = shape(
	'520 352! 600 310 690 334 780 290 880 330 980 300 1080 326! 1080 430! 520 430!'
);
const FIELDS = shape('520 392! 640 370 780 396 920 372 1080 388! 1080 430! 520 430!');
/** It rains: cosy is inside. */
const DROPS = lines(
	'566 180 560 204',
	'640 230 634 254',
	'716 168 710 192',
	'760 300 754 324',
	'852 200 846 224',
	'930 250 924 274',
	'1004 186 998 210',
	'590 320 584 344'
);
const BARS = lines('800 138 801 280 800 430', '522 278 800 276 1078 279');
const FRAME = shape('514 130! 800 127 1086 130! 1088 436! 800 438 513 436!');
const SILL = shape('484 434! 800 428 1116 434! 1128 462! 800 468 474 462!');
const CURTAINS =
	shape('452 104! 520 100 560 108! 556 220 536 330 490 446! 462 452 446 434! 456 330 456 210') +
	shape(
		'1148 104! 1080 100 1040 108! 1044 220 1064 330 1110 446! 1138 452 1154 434! 1144 330 1144 210'
	);
const FOLDS = lines('490 110 490 250 474 424', '1110 110 1110 250 1126 424');
const POT = shape('934 434! 928 388! 992 388! 986 434!');
const PLANT =
	shape('960 390! 932 360 918 322 932 316! 954 336 962 366!') +
	shape('960 390! 962 346 980 306 992 310! 994 342 976 370!');
const MUG = shape('612 434! 608 390! 658 390! 654 434! 634 438');
const MUG_EAR = lines('656 400 680 410 652 424');
const STEAM = lines('624 376 614 350 626 324', '644 374 654 346 642 318');

/** Little lights on a string. */
const STRING = line('440 120 560 172 680 184 800 176 920 184 1040 172 1160 120');
/** They are dots along it. */
const BULBS = [0.1, 66] as const;

const SEAT = shape('396 548! 800 540 1204 548! 1212 604! 800 612 388 604!');
const SEAT_SHADE = shape('390 584! 800 594 1210 584! 1212 602! 800 609 389 602!');
const BENCH = shape('400 604! 1200 604! 1196 744! 404 744!');
const CUBBIES =
	shape('432 628! 672 630! 671 732! 434 732!') +
	shape('694 630! 906 630! 905 732! 695 732!') +
	shape('928 630! 1168 628! 1166 732! 929 732!');
const book = (x: number, top: number, wide: number) =>
	shape(`${x} 731! ${x + 1} ${top}! ${x + wide} ${top - 2}! ${x + wide} 731!`);
const BOOKS = [
	{ hex: '#2f6f73', path: book(450, 652, 26) + book(1080, 650, 24) },
	{ hex: '#b9a3cc', path: book(480, 664, 22) + book(1108, 662, 26) },
	{ hex: '#e9c46a', path: book(506, 646, 28) + book(1138, 654, 22) },
	{ hex: '#9db2cf', path: book(538, 668, 24) }
];
const BASKET = shape('724 730! 716 660! 884 660! 876 730!');
const WEAVE = lines('722 682 800 690 878 682', '724 706 800 712 876 706');
const WOOL =
	pebble([772, 656], [30, 24], { seed: 83, points: 6 }) +
	pebble([828, 654], [32, 26], { seed: 84, points: 6 });

const CUSHIONS = [
	{ hex: '#b9a3cc', path: shape('520 550! 512 470 560 448 640 462 664 486 652 552! 590 560') },
	{ hex: '#e9c46a', path: shape('420 550! 428 452 470 428 540 450 566 480 556 552! 490 560') },
	{
		hex: '#d9b8c4',
		path: shape('1050 552! 1042 480 1080 446 1150 436 1180 470 1182 550! 1110 562')
	}
];
const SEAMS = lines(
	'446 476 490 464 540 480',
	'540 490 590 476 644 494',
	'1066 480 1110 462 1166 468'
);
const BLANKET = shape(
	'930 540! 980 532 1046 538! 1054 600 1050 660 1060 712! 1000 722 926 714! 936 660 926 600'
);
const BANDS = lines(
	'930 590 990 598 1050 590',
	'934 642 990 650 1050 642',
	'930 690 990 698 1056 688'
);
const FRINGE = lines(
	'940 718 938 734',
	'970 722 970 738',
	'1002 723 1003 738',
	'1034 719 1037 734'
);

const RUG = pebble([800, 850], [470, 84], { seed: 80, wobble: 0.02, points: 10 });
const RUG_RING = pebble([800, 850], [396, 60], { seed: 81, wobble: 0.02, points: 10 });
const BIG_POT = shape('120 800! 104 660! 256 660! 240 800!');
const LEAVES = [
	'176 664! 120 600 80 500 96 470! 140 520 172 600!',
	'178 664! 170 560 190 450 214 420! 226 510 204 600!',
	'184 664! 220 580 280 520 306 524! 290 590 230 650!'
]
	.map(shape)
	.join('');
const LAMP = lines('1400 800 1404 600 1400 400');
const LAMP_SHADE = shape('1316 410! 1346 280! 1454 280! 1486 410! 1400 420');
const LAMP_LIGHT = pebble([1400, 372], [176, 168], { seed: 82, wobble: 0.04 });
const LAMP_FOOT = shape('1340 806! 1400 790 1460 806! 1400 818');

export function placeCorner(activity: Activity): AnimationFile {
	const glow = dimly(activity, 16, 58);
	return place(
		activity,
		[
			{
				name: 'steam',
				at: toAndFro(activity, 7, [0, 6], [0, -8]),
				shapes: [stroked(STEAM, '#faf7f2', 6, { opacity: 85 })]
			},
			{
				name: 'seat',
				shapes: [
					strokedOver(
						STRING,
						['#f4c766', 15, { stitch: BULBS }],
						['#6a5138', 3],
						['#fbe9b4', 34, { stitch: BULBS, opacity: glow }]
					),
					sleepingCat({ at: [800, 556], size: [112, 112] }),
					stroked(FRINGE, '#e3d3b8', 5),
					stroked(BANDS, '#9682ac', 8),
					inked(BLANKET, '#e3d3b8'),
					stroked(SEAMS, '#faf7f2', 5),
					...CUSHIONS.map(({ hex, path }) => inked(path, hex)),
					filled(SEAT_SHADE, '#6c8983'),
					inked(SEAT, '#7d9a94'),
					stroked(WEAVE, '#a67f58', 5),
					filled(BASKET, '#cfae7c'),
					filled(WOOL, '#9db2cf'),
					...BOOKS.map(({ hex, path }) => filled(path, hex)),
					filled(CUBBIES, '#7c6347'),
					filled(BENCH, '#a98b66')
				]
			},
			{
				name: 'things',
				shapes: [
					filled(LAMP_SHADE, '#f4d58c'),
					stroked(LAMP, '#6b543c', 10),
					filled(LAMP_FOOT, '#6b543c'),
					filled(LAMP_LIGHT, '#fbe9b4', { opacity: glow }),
					filled(BIG_POT, '#c9a27a'),
					filled(LEAVES, '#7fae83'),
					stroked(MUG_EAR, '#6e93b0', 8),
					filled(MUG, '#6e93b0'),
					filled(PLANT, '#7fae83'),
					filled(POT, '#c9a27a')
				]
			},
			{
				name: 'window',
				shapes: [
					stroked(FOLDS, '#7fa199', 5),
					filled(CURTAINS, '#9db8b0'),
					filled(SILL, '#8b949b'),
					stroked(BARS, '#7c6347', 9),
					stroked(FRAME, '#7c6347', 13)
				]
			},
			{
				name: 'rain',
				at: slowly(activity, [0, 0], [-6, 30]),
				shapes: [stroked(DROPS, '#eef4f4', 5)]
			},
			{
				name: 'outside',
				shapes: [filled(FIELDS, '#7f9f8d'), filled(HILLS, '#98abb3')]
			},
			{
				name: 'room',
				shapes: [
					filled(PANE, '#bfcdd4'),
					filled(NOOK_SIDE, '#d6c3a2'),
					filled(NOOK, '#efe3cc'),
					stroked(RUG_RING, '#c9b8d8', 9, { stitch: [26, 20] }),
					filled(RUG, '#a99abb'),
					stroked(BOARDS, '#9a7b58', 5),
					filled(FLOOR, '#b2946d'),
					stroked(WALL_STROKES, '#f0e5d2', 7),
					backdrop('#e3d3b8')
				]
			}
		],
		{ light: '#8a6f9a', strength: 12 }
	);
}
