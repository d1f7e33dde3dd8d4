// "Sleepy dragon breath": a dragon asleep on a cushion; its long breath out is a soft cloud. No fire, no red.
import type { Activity } from '../activity';
import {
	animationFile,
	filled,
	group,
	inked,
	inkedTogether,
	stroked,
	type AnimationFile,
	type Part
} from './animation-file';
import { breathing, byStep, secondsOf } from './breath-moves';
import { lines, pebble, shape } from './drawn-line';
import { puff, type Lump } from './puff';
import { betweenPoses } from './step-moves';

const BODY = shape(
	'612 700 606 600 660 492 760 428 880 412 990 448 1066 534 1090 628 1070 700 980 724 720 726'
);
const BODY_SHADE = shape(
	'1066 540 1086 628 1066 698 980 720! 800 722 690 716! 840 690 980 660 1040 610'
);
const SPIKES = [
	'676 478! 684 432 700 426 738 442!',
	'746 438! 764 392 784 388 816 420!',
	'830 420! 856 376 878 376 902 416!',
	'916 422! 948 388 970 392 980 446!',
	'990 452! 1026 430 1044 440 1044 508!',
	'1050 516! 1088 508 1100 522 1080 584!'
]
	.map(shape)
	.join('');
const WING = shape(
	'796 560 800 500 860 462 950 468 1012 520 1040 606! 1008 592 984 594 962 622! 934 598 908 600 884 626! 864 600 838 590 806 600'
);
const WING_BONES = lines(
	'812 540 880 500 956 620',
	'826 520 910 492 1030 598',
	'806 556 850 540 884 620'
);
const SCALES = lines(
	'690 560 700 570 712 560',
	'726 520 736 530 748 520',
	'742 590 752 600 764 590',
	'940 680 950 688 962 678'
);
const TAIL = shape(
	'1078 640 1122 690 1104 752 1010 786 860 790 740 772! 744 752! 860 756 980 744 1046 708! 1040 660'
);
const TAIL_TIP = shape('752 764! 730 744 700 730 664 736 676 752! 652 768 672 790 700 794 732 784');

const HEAD = shape(
	'470 634 478 598 520 580 566 570 600 532 656 512 712 528 738 586 724 652 660 690 570 698 496 688 472 664'
);
const JAW = shape('474 652 500 664 570 668 650 654 704 612! 722 650 660 688 570 695 498 685');
const HORNS =
	shape('640 518! 634 474 648 446 662 442! 672 476 676 514!') +
	shape('690 522! 702 480 726 458 744 458! 738 492 722 536!');
const EAR = shape('716 548! 760 520 806 524 828 548! 806 580 764 592 724 590!');
const EAR_INSIDE = shape('740 562! 770 546 800 548! 776 568 748 576!');
const FACE = lines(
	'592 602 614 616 638 602',
	'494 650 520 662 556 660',
	'600 611 597 619 594 624',
	'614 615 614 624 613 629'
);
const NOSTRIL = lines('496 612 503 606 510 610');
const CHEEK = pebble([640, 636], [24, 15], { seed: 12 });
const PAW = shape('520 716 540 692 600 686 660 694 690 722 660 744 580 746 528 740');
const TOES = lines('548 742 544 730 550 720', '582 744 578 732 584 722');

const CUSHION = shape(
	'446 670! 560 640 830 630 1110 642 1214 664! 1226 770 1212 838! 1080 850 830 856 580 850 438 838! 430 772'
);
const CUSHION_SHADE = shape(
	'440 806 560 824 830 832 1090 824 1218 804! 1212 836! 1080 847 830 853 580 847 440 836!'
);
const TASSELS = lines(
	'444 670 424 656 410 658',
	'446 666 430 644 418 640',
	'1214 664 1236 650 1250 654',
	'1212 662 1228 640 1240 636'
);
const STRIPES = lines(
	'470 770 560 760 640 762',
	'1020 806 1110 796 1190 798',
	'480 794 560 786 640 788'
);

const FOOT = [850, 726];
/** It lies a little to the right, so that its breath has room. */
const ASIDE = [36, -40];

const NOSE = [520, 574];
const DRIFTED = [560, 300];
const FADED = [548, 236];
const CLOUD: Lump[] = [
	{ at: [-84, 22], radius: [62, 46] },
	{ at: [-30, -26], radius: [70, 62] },
	{ at: [48, -16], radius: [66, 56] },
	{ at: [92, 26], radius: [54, 42] },
	{ at: [0, 34], radius: [100, 42] }
];

/** Every second breath is this cloud's: in between it fades, and goes back unseen. */
function cloud(activity: Activity, turn: 0 | 1): Part {
	const isOwn = (nth: number) => nth % 2 === turn;
	return {
		name: `breath ${turn + 1}`,
		at: byStep(activity, NOSE, (cue, nth) => {
			if (cue === 'out') return isOwn(nth) ? DRIFTED : NOSE;
			return cue === 'end' || (cue === 'in' && nth > 0 && !isOwn(nth)) ? FADED : undefined;
		}),
		size: byStep(activity, [0, 0], (cue, nth) =>
			cue === 'out' ? (isOwn(nth) ? [100, 100] : [0, 0]) : undefined
		),
		opacity: byStep(activity, [100], (cue, nth) =>
			cue === 'in' ? [isOwn(nth) ? 100 : 0] : cue === 'end' ? [0] : undefined
		),
		shapes: [
			stroked(lines('-58 4 -40 -14 -16 -20', '30 -36 52 -40 72 -32'), '#dce7e4', 7),
			inkedTogether(puff(CLOUD, 3 + turn), '#faf7f2')
		]
	};
}

export function dragon(activity: Activity): AnimationFile {
	const chest = betweenPoses([
		[100, 100],
		[103, 108]
	]);
	const nod = betweenPoses([
		[0, 0],
		[6, -9]
	]);
	const curl = betweenPoses([[0], [-5]]);
	return animationFile(activity.id, secondsOf(activity), [
		cloud(activity, 0),
		cloud(activity, 1),
		{
			name: 'asleep',
			pose: breathing(activity, [0], [1]),
			poses: [
				{
					name: 'dragon',
					at: ASIDE,
					shapes: [
						group(
							[
								stroked(FACE, '#3a5560', 5),
								stroked(NOSTRIL, '#3a5560', 6),
								filled(CHEEK, '#d9a0ae', { opacity: 60 }),
								filled(JAW, '#dfe3c0'),
								inked(HEAD, '#93b98f'),
								inked(HORNS, '#f3ebdd'),
								filled(EAR_INSIDE, '#d3c3e0'),
								inked(EAR, '#86ab8a')
							],
							{ at: nod }
						),
						stroked(TOES, '#5b6470', 4),
						inked(PAW, '#86ab8a'),
						group([inked(TAIL_TIP, '#b9a3cc')], { at: [748, 764], anchor: [748, 764], turn: curl }),
						inked(TAIL, '#7ba57c'),
						group(
							[
								stroked(WING_BONES, '#7f9fa0', 5),
								inked(WING, '#9fc4bd'),
								stroked(SCALES, '#6b9a74', 5),
								filled(BODY_SHADE, '#74a07f'),
								inked(BODY, '#86ab8a'),
								inked(SPIKES, '#b9a3cc')
							],
							{ at: FOOT, anchor: FOOT, size: chest }
						)
					]
				}
			]
		},
		{
			name: 'cushion',
			shapes: [
				stroked(STRIPES, '#c9b8d8', 7),
				filled(CUSHION_SHADE, '#9682ac'),
				inked(CUSHION, '#ab96c2'),
				stroked(TASSELS, '#e9c46a', 8)
			]
		}
	]);
}
