// "Trace your hand": a right hand laid on paper, the thumb to the left. The player mirrors it for a left one.
import type { Activity } from '../activity';
import { animationFile, filled, inked, stroked, type AnimationFile } from './animation-file';
import { secondsOf } from './breath-moves';
import { lines, pebble, shape } from './drawn-line';
import { tracing, type TracedPoint } from './traced';

const PAPER = shape(
	'450 146! 620 134 980 138 1148 130! 1156 400 1162 826! 960 832 620 824 436 830! 448 560 444 330'
);
const RULED = lines(
	'500 210 540 207 590 209',
	'1040 190 1080 192 1110 189',
	'490 660 530 664 566 661',
	'1050 700 1090 697 1118 700'
);

const START = '664 640';
/** Thumb, index, middle, ring and little finger. */
const FINGERS: TracedPoint[] = [
	{
		up: '612 580 566 508 548 452 562 418',
		down: '592 418 624 458 656 506 680 520',
		lit: '622 584! 573 506 555 452 566 424 589 425 618 461 650 510 668 522!'
	},
	{
		up: '690 478 676 380 660 288 660 238 682 206',
		down: '708 222 722 270 738 360 756 408',
		lit: '694 430! 682 376 667 286 667 240 684 213 704 227 715 272 730 360 744 404! 718 428'
	},
	{
		up: '764 350 758 262 760 198 790 162',
		down: '820 190 830 250 838 340 852 402',
		lit: '768 404! 770 350 765 262 767 202 790 170 813 194 823 250 831 340 838 398! 806 418'
	},
	{
		up: '866 340 876 270 888 226 916 200',
		down: '940 230 938 284 930 370 934 430',
		lit: '862 402! 872 340 883 272 895 231 915 208 933 234 931 284 923 370 924 424! 892 428'
	},
	{
		up: '956 374 978 330 1006 304',
		down: '1028 332 1020 390 1000 470 982 560 966 632',
		lit: '942 442! 962 378 983 336 1005 312 1021 336 1013 388 994 466 988 492! 962 474'
	}
];

const HAND = shape(
	[
		'706 800!',
		'696 700',
		START,
		...FINGERS.flatMap(({ up, down }) => [up, down]),
		'926 700 914 800!'
	].join(' ')
);
const CREASES = lines(
	'590 500 602 490 612 486',
	'684 330 700 324 716 326',
	'690 410 708 403 726 406',
	'776 280 794 275 812 278',
	'778 360 796 356 816 359',
	'882 300 902 297 920 301',
	'876 370 896 368 916 372',
	'966 388 984 386 1002 391',
	'772 520 790 500 800 480',
	'850 510 850 490 854 474'
);
const NAILS = [
	pebble([574, 444], [13, 18], { seed: 2, turn: 0.6 }),
	pebble([685, 232], [13, 18], { seed: 3 }),
	pebble([791, 190], [14, 18], { seed: 4 }),
	pebble([913, 228], [13, 17], { seed: 5 }),
	pebble([1005, 330], [11, 15], { seed: 6 })
].join('');
const SLEEVE = shape('668 716! 800 702 944 718! 952 770 960 829! 800 832 646 827! 656 770');
const RIBS = lines(
	'690 726 686 770 680 818',
	'726 722 724 770 720 818',
	'762 719 761 770 760 818',
	'798 718 799 770 800 818',
	'834 719 837 770 840 818',
	'870 721 875 770 880 818',
	'906 724 913 770 920 818'
);

export function hand(activity: Activity): AnimationFile {
	const fingers = FINGERS.map((finger) => ({ ...finger, lit: shape(finger.lit) }));
	const { dot, trail, lit } = tracing(activity, START, fingers, '#efcfae');
	return animationFile(activity.id, secondsOf(activity), [
		{ name: 'dot', shapes: [dot] },
		{ name: 'trail', shapes: [trail] },
		{
			name: 'hand',
			shapes: [
				stroked(RIBS, '#7fa199', 6),
				inked(SLEEVE, '#9db8b0', 5),
				filled(NAILS, '#f0d8bf'),
				stroked(CREASES, '#b98560', 5),
				...lit,
				inked(HAND, '#d3a27c', 5)
			]
		},
		{ name: 'paper', shapes: [stroked(RULED, '#e3d3b8', 6), inked(PAPER, '#f5ecdb')] }
	]);
}
