// A mountain over a lake, seen from a grassy place with a wall, sheep and heather.
import type { Activity } from '../activity';
import { filled, group, stroked, type AnimationFile } from './animation-file';
import { line, lines, pebble, shape } from './drawn-line';
import { backdrop, place, slowly, toAndFro } from './place';

const SKY = [
	{ hex: '#c3d8dc', path: '-20 -20! 1620 -20! 1620 130! 1200 160 700 120 300 156 -20 132!' },
	{ hex: '#d4e2e1', path: '-20 -20! 1620 -20! 1620 260! 1200 234 700 272 300 244 -20 262!' }
];
const LOW_CLOUD = shape(
	'420 330! 500 296 590 306 650 276 740 282 800 306 900 300 1010 332! 860 348 600 350'
);
const HIGH_CLOUD = shape('1120 120! 1190 92 1270 84 1340 104 1440 126! 1280 138');

const RIDGE = shape(
	'-20 520! -20 396! 120 340 250 372 380 330 520 388 640 430! 1000 400! 1140 350 1260 372 1400 320 1520 356 1620 330! 1620 540!'
);
const PEAK = shape(
	'330 540! 440 470 540 380 640 300 700 236 744 190! 776 174 806 200! 850 256 880 250 930 300 1000 360 1100 430 1230 540!'
);
const PEAK_SHADE = shape(
	'790 184! 806 200! 850 256 880 250 930 300 1000 360 1100 430 1230 540! 960 540! 900 440 850 400 836 330 800 280'
);
const PEAK_STROKES = lines(
	'560 400 640 340 700 280',
	'500 470 600 410 680 370',
	'700 330 736 280 760 230',
	'880 330 930 370 960 420',
	'960 420 1030 470 1080 510'
);
const FOOTHILLS = shape(
	'-20 560! -20 470! 120 452 260 470 420 510 560 524 700 530 900 520 1060 500 1200 462 1400 440 1620 456! 1620 570! -20 570!'
);
const FOOT_STROKES = lines(
	'60 486 160 478 260 494',
	'1180 486 1280 468 1390 462',
	'1340 500 1440 484 1560 488',
	'200 520 300 520 400 532'
);

const LAKE = shape('-20 548! 400 540 800 546 1200 540 1620 548! 1620 700! -20 700!');
const MIRROR = shape('560 548! 1120 548! 1010 590 880 604 790 640 700 606 620 590');
const RIPPLES = lines(
	'180 580 260 576 330 581',
	'480 612 560 607 640 613',
	'980 600 1060 595 1130 601',
	'720 584 790 580 850 585',
	'1100 636 1190 631 1270 637'
);

const MEADOW = shape(
	'-20 640! 200 624 420 650 620 672 800 664 1000 650 1240 628 1440 616 1620 624! 1620 1020! -20 1020!'
);
const MEADOW_LOW = shape(
	'-20 800! 260 764 560 792 800 780 1100 800 1360 768 1620 790! 1620 1020! -20 1020!'
);
const BLADES = lines(
	'90 668 120 660 160 667',
	'460 706 500 700 540 707',
	'900 720 950 714 1000 721',
	'1180 690 1230 684 1280 690',
	'1340 730 1400 724 1450 731',
	'1240 860 1310 852 1380 860'
);

const WALL = shape(
	'-20 690! 100 682 220 698 330 718 420 742 428 800! 320 784 200 764 90 752 -20 758!'
);
/** Rows of stones, as stitches. */
const ROWS = [
	line('-10 704 100 698 200 710 300 728 400 754'),
	line('-22 724 100 717 200 729 300 747 408 773'),
	line('-8 743 100 736 200 748 300 765 404 788')
];

const HEATHER = [
	pebble([1420, 830], [120, 46], { seed: 51, wobble: 0.12 }),
	pebble([1560, 870], [110, 60], { seed: 52, wobble: 0.12 }),
	pebble([1290, 880], [70, 30], { seed: 53, wobble: 0.12 })
].join('');
const HEATHER_STROKES = lines(
	'1350 826 1362 806',
	'1400 836 1410 806',
	'1450 830 1464 800',
	'1500 860 1512 830',
	'1550 870 1560 830',
	'1280 884 1290 862'
);

const FLEECE = shape('-36 4 -34 -20 -14 -30 10 -30 34 -24 40 0 28 22 0 26 -26 22');
const FACE = shape('-52 -2 -48 -18 -34 -18 -30 -2 -38 12 -48 10');
const LEGS = lines('-18 22 -19 40', '-4 24 -4 42', '14 24 14 42', '26 20 27 39');
const sheep = (at: [number, number], size: number) =>
	group([filled(FACE, '#4a4d52'), filled(FLEECE, '#fbf6eb'), stroked(LEGS, '#4a4d52', 6)], {
		at,
		size: [size, Math.abs(size)]
	});

export const placeMountain = (activity: Activity): AnimationFile =>
	place(
		activity,
		[
			{
				name: 'meadow',
				shapes: [
					stroked(HEATHER_STROKES, '#c9b8d8', 6),
					filled(HEATHER, '#a99abb'),
					...ROWS.map((row, n) =>
						stroked(row, n === 1 ? '#8c959b' : '#99a1a6', 13, { stitch: [22 + n * 3, 20 - n] })
					),
					filled(WALL, '#6f7981'),
					stroked(BLADES, '#8fb58a', 6),
					filled(MEADOW_LOW, '#689572')
				]
			},
			{
				name: 'sheep',
				at: toAndFro(activity, 24, [0, 0], [22, 2]),
				shapes: [sheep([640, 700], 92), sheep([752, 690], -78), sheep([1060, 684], 84)]
			},
			{
				name: 'lake',
				shapes: [filled(MEADOW, '#7ba57c')]
			},
			{
				name: 'ripples',
				at: toAndFro(activity, 14, [-12, 0], [14, 0]),
				shapes: [stroked(RIPPLES, '#dce9e4', 5)]
			},
			{
				name: 'hills',
				shapes: [
					filled(MIRROR, '#a9c6c9', { opacity: 70 }),
					filled(LAKE, '#bfd8d6'),
					stroked(FOOT_STROKES, '#a3bf9b', 5),
					filled(FOOTHILLS, '#93b49b')
				]
			},
			{
				name: 'low cloud',
				at: slowly(activity, [-40, 0], [60, -4]),
				shapes: [filled(LOW_CLOUD, '#f7f3e9', { opacity: 88 })]
			},
			{
				name: 'peak',
				shapes: [
					stroked(PEAK_STROKES, '#c6d3d7', 4),
					filled(PEAK_SHADE, '#98aeb8'),
					filled(PEAK, '#a9bcc5'),
					filled(RIDGE, '#b9cacf')
				]
			},
			{
				name: 'high cloud',
				at: slowly(activity, [0, 0], [-80, 0]),
				shapes: [filled(HIGH_CLOUD, '#f7f3e9')]
			},
			{
				name: 'sun',
				at: slowly(activity, [1010, 230], [1030, 206]),
				shapes: [
					filled(pebble([0, 0], [54, 54], { seed: 55, wobble: 0.03 }), '#f6dfa4'),
					filled(pebble([0, 0], [94, 92], { seed: 56, wobble: 0.04 }), '#f5e6c6')
				]
			},
			{
				name: 'sky',
				shapes: [...SKY.map(({ hex, path }) => filled(shape(path), hex)), backdrop('#e9e8da')]
			}
		],
		{ light: '#f6d28a', strength: 14 }
	);
