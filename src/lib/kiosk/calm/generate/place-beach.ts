// A beach in a bay, with a boat and a sandcastle.
import type { Activity } from '../activity';
import { filled, stroked, type AnimationFile } from './animation-file';
import { lines, pebble, shape } from './drawn-line';
import { backdrop, dimly, place, slowly, toAndFro } from './place';

const SKY = [
	{
		hex: '#c3d8dc',
		path: '-20 -20! 1620 -20! 1620 168! 1300 150 960 190 620 160 300 186 -20 164!'
	},
	{
		hex: '#d4e2e1',
		path: '-20 -20! 1620 -20! 1620 270! 1340 296 1000 258 640 290 320 262 -20 282!'
	},
	{ hex: '#e6eae0', path: '-20 -20! 1620 -20! 1620 366! 1300 352 980 382 640 356 300 380 -20 362!' }
];
const CLOUDS =
	shape('250 236! 300 206 362 198 430 212 520 236! 390 246') +
	shape('1090 128! 1150 104 1220 94 1290 116 1370 134! 1230 144');
const GULLS = lines(
	'600 236 616 224 628 236',
	'628 236 642 224 658 234',
	'690 190 702 181 711 190',
	'711 190 722 181 734 188'
);

const FAR = shape('-20 466! -20 396! 90 372 210 350 300 372 410 388 500 424 600 462!');
const FAR_STROKES = lines('40 404 190 376', '250 380 380 412');
const CLIFF = shape(
	'1620 506! 1620 300! 1520 296 1430 318 1350 350 1270 404 1200 436 1120 468 1060 486!'
);
const CLIFF_FACE = shape('1620 506! 1620 420! 1400 440 1200 468 1060 488!');
const FIELDS = lines('1330 380 1470 344');
const WHITE_HOUSE = shape('1452 336! 1452 306! 1498 304! 1498 336!');
const ROOF = shape('1446 308! 1462 286! 1490 285! 1504 306!');

const SEA = [
	{ hex: '#93b6b2', path: '-20 458! 400 462 800 458 1200 462 1620 456! 1620 560! -20 560!' },
	{
		hex: '#a3c8c4',
		path: '-20 512! 300 520 640 508 980 522 1300 510 1620 520! 1620 640! -20 640!'
	},
	{ hex: '#bfdcd8', path: '-20 578! 280 566 600 584 920 570 1260 586 1620 572! 1620 720! -20 720!' }
];
const WAVES = lines(
	'120 490 170 487 220 491',
	'420 486 500 483 560 487',
	'720 494 790 490 850 494',
	'300 546 380 541 450 547',
	'1100 548 1180 543 1260 549'
);
const NEAR_WAVES = lines(
	'180 606 280 599 370 607',
	'560 612 660 604 760 613',
	'1020 602 1110 595 1200 604'
);
const SUN_PATH = lines(
	'930 474 1030 475',
	'946 500 1016 501',
	'934 530 1040 531',
	'952 562 1022 563'
);

const FOAM = shape(
	'-20 640! 140 626 300 640 460 652 640 640 820 630 980 642 1160 654 1340 640 1500 630 1620 640! 1620 690! -20 690!'
);
const WET_SAND = shape(
	'-20 656! 300 654 480 668 820 646 1160 670 1500 646 1620 656! 1620 740! -20 740!'
);
const SAND = shape(
	'-20 712! 240 694 520 706 800 698 1100 712 1380 696 1620 710! 1620 1020! -20 1020!'
);
const SAND_STROKES = lines(
	'120 760 240 752 340 760',
	'1040 742 1130 736 1210 743',
	'1340 780 1430 772 1520 780',
	'60 880 180 872 300 881',
	'520 860 660 852 800 860',
	'900 930 1040 922 1160 930'
);

const BOAT = shape('520 640! 640 656 780 640! 770 690 736 712 640 716 560 710 532 686!');
const BOAT_INSIDE = shape('520 640! 640 656 780 640! 700 628 600 628');
const BOAT_BAND = shape('526 660! 640 676 776 660! 774 676! 640 693 531 677!');
const BOAT_SHADOW = pebble([652, 716], [136, 12], { seed: 42 });
const ROPE = lines('774 652 830 690 880 694', '880 694 900 692 910 698');

const CASTLE = shape(
	'948 724! 954 660! 966 660! 966 670! 980 670! 980 648! 996 648! 996 660! 1012 660! 1012 648! 1028 648! 1028 671! 1042 671! 1042 660! 1056 660! 1064 724! 1006 730'
);
const CASTLE_SHADE = shape(
	'1014 728! 1018 662! 1028 650! 1028 671! 1042 671! 1042 660! 1056 660! 1064 724! 1040 728'
);
const CASTLE_DOOR = shape('992 726! 994 698 1005 690 1016 698 1019 726!');
const FLAG_POLE = lines('1004 648 1004 626 1005 606');
const FLAG = shape('1005 604! 1024 606 1042 616! 1022 622 1005 628!');
const SPADE = lines('1104 640 1100 680 1096 712', '1092 638 1104 638 1116 641');
const SPADE_BLADE = shape('1084 704! 1112 708! 1108 738 1094 746 1084 734');
const SHELLS = [
	pebble([860, 728], [12, 8], { seed: 43, points: 5 }),
	pebble([484, 716], [10, 7], { seed: 44, points: 5 })
].join('');
const GRASS = lines(
	'20 1000 34 900 10 800',
	'60 1000 66 880 96 790',
	'110 1000 120 900 156 830',
	'1480 1000 1470 900 1430 820',
	'1524 1000 1524 880 1500 790',
	'1564 1000 1570 900 1600 820'
);

export const placeBeach = (activity: Activity): AnimationFile =>
	place(
		activity,
		[
			{
				name: 'near',
				shapes: [
					stroked(GRASS, '#74a07f', 9),
					filled(SHELLS, '#f7f3e9'),
					stroked(ROPE, '#8a6f52', 5),
					filled(BOAT_BAND, '#f3ebdd'),
					filled(BOAT_INSIDE, '#6b543c'),
					filled(BOAT, '#2f6f73'),
					filled(BOAT_SHADOW, '#c3b48f'),
					filled(FLAG, '#9682ac'),
					stroked(FLAG_POLE, '#6b543c', 4),
					filled(CASTLE_DOOR, '#9a7f58'),
					filled(CASTLE_SHADE, '#c3a876'),
					filled(CASTLE, '#d3bb8c'),
					filled(SPADE_BLADE, '#e9c46a'),
					stroked(SPADE, '#8a6f52', 7),
					stroked(SAND_STROKES, '#efe5cd', 7),
					filled(SAND, '#e3d6b8'),
					filled(WET_SAND, '#d3c6a6')
				]
			},
			{
				name: 'foam',
				at: toAndFro(activity, 4, [0, 4], [0, -16]),
				shapes: [filled(FOAM, '#f7f3e9')]
			},
			{
				name: 'waves',
				at: toAndFro(activity, 16, [-14, 0], [16, 4]),
				shapes: [stroked(NEAR_WAVES, '#eef4f0', 6), stroked(WAVES, '#dce9e4', 5)]
			},
			{
				name: 'sun on the sea',
				opacity: dimly(activity, 40, 95),
				shapes: [stroked(SUN_PATH, '#f8e9c0', 7)]
			},
			{
				name: 'sea',
				shapes: [
					...SEA.map(({ hex, path }) => filled(shape(path), hex)).reverse(),
					stroked(FIELDS, '#86aa92', 4),
					filled(ROOF, '#6b7884'),
					filled(WHITE_HOUSE, '#fbf6eb'),
					filled(CLIFF_FACE, '#c7b995'),
					filled(CLIFF, '#9db99a'),
					stroked(FAR_STROKES, '#c6d3d7', 4),
					filled(FAR, '#b4c5cc'),
					stroked(GULLS, '#5b6470', 4)
				]
			},
			{
				name: 'clouds',
				at: slowly(activity, [0, 0], [70, 0]),
				shapes: [filled(CLOUDS, '#f7f3e9')]
			},
			{
				name: 'sun',
				at: slowly(activity, [984, 262], [984, 306]),
				shapes: [
					filled(pebble([0, 0], [58, 58], { seed: 40, wobble: 0.03 }), '#f6dfa4'),
					filled(pebble([0, 0], [100, 98], { seed: 41, wobble: 0.04 }), '#f5e6c6')
				]
			},
			{
				name: 'sky',
				shapes: [...SKY.map(({ hex, path }) => filled(shape(path), hex)), backdrop('#f4ebda')]
			}
		],
		{ light: '#f2b98a', strength: 16 }
	);
