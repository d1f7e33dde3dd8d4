// Woods in spring: a path into the light, ferns, bluebells and a bird.
import type { Activity } from '../activity';
import { filled, stroked, type AnimationFile } from './animation-file';
import { dot, lines, shape } from './drawn-line';
import { backdrop, dimly, place, toAndFro } from './place';

const GLADE = shape('560 640! 540 480 580 300 700 180 830 160 960 200 1050 320 1070 480 1040 640!');
const GLADE_HEART = shape('650 620! 640 480 680 340 770 250 850 248 940 330 974 470 960 620!');
const FAR_TRUNKS = lines(
	'590 120 600 400 588 620',
	'680 60 672 380 684 600',
	'930 60 940 360 926 600',
	'1020 100 1012 400 1026 620',
	'480 60 492 380 476 640',
	'1120 60 1110 380 1128 640'
);
const FAR_BUSHES = shape(
	'-20 660! -20 520! 80 500 160 530 260 500 380 540 480 520 560 566 640 596 720 604 770 622! 850 622! 900 602 980 594 1060 556 1140 526 1240 540 1340 500 1460 530 1620 500! 1620 660!'
);
const FLOOR = shape(
	'-20 640! 300 616 640 618 800 612 960 618 1300 616 1620 640! 1620 1020! -20 1020!'
);
const PATH = shape(
	'788 604! 836 604! 846 650 872 720 960 830 1180 1020! 420 1020! 610 820 716 720 772 650'
);
const PATH_STROKES = lines(
	'782 664 806 660 832 665',
	'736 730 790 722 846 731',
	'650 830 760 820 870 832',
	'700 900 800 890 900 902'
);
const FLOOR_STROKES = lines(
	'380 680 460 674 540 682',
	'1040 690 1120 682 1200 690',
	'1200 790 1280 782 1350 790',
	'560 760 610 754 650 760'
);

const LEFT_TREE = shape(
	'60 1020! 110 900 130 700 124 400 100 -20! 296 -20! 280 300 290 620 312 820 392 940 440 1000! 330 980 300 1020!'
);
const RIGHT_TREE = shape(
	'1240 1000! 1300 930 1340 800 1344 560 1330 260 1310 -20! 1500 -20! 1490 300 1500 640 1530 860 1600 1020! 1420 1020! 1380 970'
);
const BARK = lines(
	'160 120 168 260 162 380',
	'220 60 214 200 224 330',
	'190 460 200 600 194 700',
	'250 560 256 680 270 780',
	'1380 80 1388 220 1382 340',
	'1440 180 1434 320 1444 460',
	'1400 520 1408 660 1404 780',
	'1460 600 1470 720 1484 820'
);
const BRANCH = shape('276 300! 340 268 420 250 500 220! 430 262 360 300 282 352!');
const CANOPY = shape(
	'-20 -20! 1620 -20! 1620 210! 1520 250 1430 210 1340 240 1240 190 1150 214 1060 150 980 172 900 120 800 134 700 112 620 160 540 140 450 200 350 190 260 240 150 214 70 256 -20 220!'
);
const CANOPY_NEAR = shape(
	'-20 -20! 1620 -20! 1620 120! 1500 150 1380 110 1260 136 1120 84 980 96 820 60 660 84 500 78 380 128 240 110 120 150 -20 124!'
);
const LEAVES = lines(
	'120 176 140 166 160 172',
	'330 150 350 140 372 148',
	'1260 160 1282 150 1302 158',
	'1440 172 1462 162 1484 170'
);
const BEAMS = [
	'760 60! 820 60! 700 650! 630 672 556 650!',
	'860 70! 900 80! 966 660! 910 676 850 660!',
	'940 100! 970 110! 1116 640! 1080 652 1040 640!'
]
	.map(shape)
	.join('');

const FERNS = lines(
	'420 860 400 800 350 770',
	'420 860 420 790 404 740',
	'420 860 446 800 470 770',
	'1190 840 1170 780 1130 756',
	'1190 840 1196 770 1190 730',
	'1190 840 1220 790 1256 770',
	'90 950 60 900 20 880',
	'1540 940 1570 890 1610 876'
);
const BLUEBELLS = [
	[470, 720],
	[500, 704],
	[530, 726],
	[558, 708],
	[1060, 716],
	[1090, 700],
	[1120, 724],
	[1150, 706]
]
	.map(([x = 0, y = 0]) => dot(x, y))
	.join('');
const STEMS = lines(
	'470 740 470 724',
	'500 724 500 708',
	'530 746 530 730',
	'1060 736 1060 720',
	'1090 720 1090 704',
	'1120 744 1120 728',
	'558 728 558 712',
	'1150 726 1150 710'
);
const MUSHROOMS =
	shape('318 838! 330 812 352 806 374 814 386 838!') +
	shape('376 856! 384 840 398 836 412 842 418 858!');
const MUSHROOM_FEET = lines('352 838 352 866', '398 858 398 876');
const BIRD = shape('420 232! 414 214 424 200 442 198 456 210 476 226 496 232! 470 244 440 246');
const BIRD_FACE = dot(432, 211) + lines('414 212 404 215');

export const placeWoods = (activity: Activity): AnimationFile =>
	place(
		activity,
		[
			{
				name: 'canopy',
				shapes: [stroked(LEAVES, '#8fb58a', 7), filled(CANOPY_NEAR, '#4a7560')]
			},
			{
				name: 'leaves',
				at: toAndFro(activity, 14, [-6, 0], [8, 3]),
				shapes: [filled(CANOPY, '#5f8b72')]
			},
			{
				name: 'near',
				shapes: [
					stroked(BIRD_FACE, '#3a4048', 5),
					filled(BIRD, '#6e93b0'),
					filled(BRANCH, '#6a6358'),
					stroked(FERNS, '#5a8769', 9),
					stroked(BLUEBELLS, '#9a8fc4', 15),
					stroked(STEMS, '#5a8769', 4),
					filled(MUSHROOMS, '#d3a860'),
					stroked(MUSHROOM_FEET, '#f3ebdd', 14),
					stroked(BARK, '#7d766a', 6),
					filled(LEFT_TREE + RIGHT_TREE, '#6a6358')
				]
			},
			{
				name: 'beams of light',
				opacity: dimly(activity, 14, 52),
				shapes: [filled(BEAMS, '#f8efc8')]
			},
			{
				name: 'floor',
				shapes: [
					stroked(PATH_STROKES, '#efe5cd', 7),
					filled(PATH, '#d9cbaa'),
					stroked(FLOOR_STROKES, '#8fb58a', 7),
					filled(FLOOR, '#7ba57c'),
					filled(FAR_BUSHES, '#86aa8c'),
					stroked(FAR_TRUNKS, '#8f9a8b', 26),
					filled(GLADE_HEART, '#f6efcf'),
					filled(GLADE, '#dfe8c9'),
					backdrop('#b3cdb0')
				]
			}
		],
		{ light: '#f6d28a', strength: 12 }
	);
