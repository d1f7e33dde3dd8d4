// A den of blankets between a tree and the evening, with cushions and a lantern.
import type { Activity } from '../activity';
import { filled, inked, stroked, type AnimationFile } from './animation-file';
import { line, lines, pebble, shape } from './drawn-line';
import { backdrop, dimly, place, toAndFro } from './place';

const SKY = shape('-20 -20! 1620 -20! 1620 200! 1200 232 800 190 400 226 -20 196!');
const SKY_LOW = shape('-20 -20! 1620 -20! 1620 330! 1200 306 800 344 400 312 -20 334!');
const HILLS = shape(
	'-20 560! -20 430! 140 400 320 420 520 380 700 400 900 372 1100 410 1300 384 1480 404 1620 380! 1620 560!'
);
const HEDGE = shape(
	'-20 640! -20 520! 80 496 180 520 280 490 400 516 520 494 640 514 960 510 1080 488 1200 514 1320 490 1440 516 1540 496 1620 516! 1620 640!'
);
const HEDGE_STROKES = lines(
	'60 540 84 528 108 538',
	'1180 540 1206 528 1230 540',
	'1380 550 1404 538 1430 549',
	'1520 540 1544 530 1566 540'
);
const MEADOW = shape('-20 600! 400 580 800 590 1200 580 1620 600! 1620 1020! -20 1020!');
const MEADOW_STROKES = lines(
	'80 700 160 692 240 700',
	'1280 690 1360 682 1440 690',
	'120 860 220 850 310 861',
	'1340 860 1430 850 1520 861',
	'1200 780 1270 772 1340 780',
	'240 780 310 773 380 781'
);
const FLOWERS = [
	[240, 740],
	[300, 820],
	[150, 790],
	[1300, 750],
	[1400, 800],
	[1480, 740],
	[1250, 840]
]
	.map(([x = 0, y = 0], n) => pebble([x, y], [9, 8], { seed: 60 + n, points: 5 }))
	.join('');

const TRUNK = shape(
	'150 820! 200 700 214 500 196 260 180 60! 330 60! 324 260 344 500 380 700 430 830! 340 800 290 826 230 800'
);
const BARK = lines('240 160 250 280 242 400', '290 320 294 440 306 560', '236 520 244 620 236 720');
const CROWN = shape(
	'-20 -20! 640 -20! 660 60 600 110 520 100 470 160 380 150 320 200 230 180 160 214 80 184 20 210 -20 190!'
);
const CROWN_STROKES = lines(
	'100 120 126 106 152 118',
	'300 110 326 98 350 109',
	'440 60 466 48 492 60',
	'180 50 206 40 230 50'
);

const INSIDE = shape('800 214! 900 360 1010 540 1090 716! 800 726 510 716! 590 540 700 360');
const GLOW = shape('800 300! 880 400 960 540 1010 700! 800 712 590 700! 640 540 720 400');
const LEFT_FLAP = shape(
	'806 170! 770 210 690 330 590 480 480 640 424 744! 500 760 590 748! 640 600 720 420 790 260'
);
const RIGHT_FLAP = shape(
	'794 170! 830 210 910 330 1010 480 1120 640 1178 744! 1100 760 1010 748! 960 600 880 420 810 260'
);
const STRIPES = lines(
	'722 284 738 308 752 334',
	'560 526 600 548 634 560',
	'470 662 540 690 608 694',
	'878 284 862 308 848 334',
	'1040 526 1000 548 966 560',
	'1130 662 1060 690 992 694'
);
const diamonds = [
	[676, 404],
	[636, 470],
	[528, 606],
	[586, 628],
	[924, 404],
	[964, 470],
	[1072, 606],
	[1014, 628]
]
	.map(([x = 0, y = 0]) => shape(`${x} ${y - 20}! ${x + 16} ${y}! ${x} ${y + 20}! ${x - 16} ${y}!`))
	.join('');
const POLES = lines('770 130 800 176 812 200', '832 128 802 176 788 200');
const ROPE = line('326 250 420 214 560 188 700 176 800 176');
const FLAGS = [
	'384 232! 424 220! 410 262!',
	'466 212! 506 202! 492 246!',
	'550 194! 590 188! 574 232!',
	'632 184! 672 180! 656 222!'
];
const FLAG_COLOURS = ['#e9c46a', '#8ebdb6', '#b9a3cc', '#9db2cf'];

const RUG = shape('470 724! 640 704 960 704 1130 724! 1010 752 800 760 590 752');
const CUSHIONS = [
	{ hex: '#8ebdb6', path: shape('600 700! 596 640 640 618 720 624 744 650 738 706! 670 716') },
	{ hex: '#b9a3cc', path: shape('720 712! 722 660 770 640 850 646 868 668 862 714! 790 722') },
	{ hex: '#e9c46a', path: shape('848 708! 852 646 900 624 970 634 990 660 984 706! 920 718') }
];
const SEAMS = lines(
	'622 646 670 636 716 642',
	'748 664 796 656 846 664',
	'876 650 920 642 964 650'
);
const BOOK = shape(
	'912 730! 950 720 984 732! 1020 720 1056 730! 1052 750! 1018 742 984 754! 950 742 914 750!'
);
const HOOK = lines('800 210 801 250 800 282');
const LANTERN = shape('778 296! 822 296! 830 352! 770 352!');
const LANTERN_FRAME =
	shape('774 286! 800 274 826 286! 822 298! 778 298!') +
	shape('766 350! 834 350! 834 364! 766 364!');
const LIGHT = pebble([800, 350], [92, 120], { seed: 71, wobble: 0.04 });
const FLAME = pebble([800, 328], [11, 16], { seed: 70, points: 6 });

export const placeDen = (activity: Activity): AnimationFile =>
	place(
		activity,
		[
			{
				name: 'flags',
				at: toAndFro(activity, 7, [0, 0], [4, -3]),
				shapes: FLAGS.map((flag, n) => filled(shape(flag), FLAG_COLOURS[n] ?? '#e9c46a'))
			},
			{
				name: 'den',
				shapes: [
					filled(FLAME, '#fff6da'),
					filled(LANTERN_FRAME, '#6b543c'),
					filled(LANTERN, '#f4c766'),
					stroked(HOOK, '#6b543c', 4),
					stroked(ROPE, '#8a6f52', 6),
					stroked(diamonds, '#2f6f73', 6),
					stroked(STRIPES, '#9682ac', 9),
					inked(LEFT_FLAP + RIGHT_FLAP, '#e3d3b8'),
					stroked(POLES, '#6b543c', 13),
					inked(BOOK, '#faf7f2', 3),
					stroked(SEAMS, '#faf7f2', 4),
					...CUSHIONS.map(({ hex, path }) => inked(path, hex)),
					filled(RUG, '#9db2cf'),
					filled(LIGHT, '#fbf0c8', { opacity: dimly(activity, 25, 85) }),
					filled(GLOW, '#f0d79c'),
					filled(INSIDE, '#cfae7c')
				]
			},
			{
				name: 'tree',
				shapes: [
					stroked(CROWN_STROKES, '#8fb58a', 7),
					filled(CROWN, '#5f8b72'),
					stroked(BARK, '#7d766a', 6),
					filled(TRUNK, '#6a6358')
				]
			},
			{
				name: 'garden',
				shapes: [
					filled(FLOWERS, '#f7e8b8'),
					stroked(MEADOW_STROKES, '#8fb58a', 7),
					filled(MEADOW, '#7ba57c'),
					stroked(HEDGE_STROKES, '#86aa8c', 6),
					filled(HEDGE, '#5f8b72'),
					filled(HILLS, '#a9bfa9'),
					filled(SKY, '#cfd3df'),
					filled(SKY_LOW, '#e3dcdc'),
					backdrop('#f6e3c4')
				]
			}
		],
		{ light: '#6f6aa0', strength: 15 }
	);
