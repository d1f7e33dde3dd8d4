// What is squeezed and let go of: see `squeeze.ts`. Each drawn round 0 0 in the middle of the plate.
import {
	filled,
	group,
	inked,
	stroked,
	strokedOver,
	type DrawnPart,
	type Item
} from './animation-file';
import { chair } from './chair';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { arm, head, LOOKS, seatedLegs, shortHair } from './figure';
import { floorFrom, onPlate } from './painted-plate';
import { betweenPoses, mirrored, pathThrough } from './step-moves';

/** From soft, pose 0, to tight, pose 1. */
const tightly = <Value>(soft: Value, tight: Value) => betweenPoses([soft, tight]);

const table = (): Item => filled(floorFrom(584), '#c7a57c');

const LEMON = shape(
	'-152 6 -124 -18 -72 -84 0 -102 74 -84 126 -18 156 4 128 28 72 90 0 104 -72 90 -126 30'
);
const LEMON_LIGHT = lines('-78 -48 -48 -70 -16 -78');
const DROPS = ['-78 138 -64 164 -78 178 -92 164', '56 156 72 186 56 202 40 186'];
const HAND_SKIN = '#8a5a3c';
const HAND_SHADE = '#6b4028';
const GRIPS = [
	'-196 -52 -140 -66 -66 -54',
	'-200 -14 -140 -26 -56 -12',
	'-200 24 -140 18 -58 28',
	'-192 60 -140 58 -74 64'
];
const FIST = '-232 -54 -204 -76 -162 -60 -164 66 -206 84 -236 60';
const THUMB = '-206 -66 -168 -104 -108 -112';
const FOREARM = '-202 60 -186 146 -140 232';

function gripping(side: 1 | -1): Item[] {
	const turned = (points: string) => (side === 1 ? points : mirrored(points));
	return [
		strokedOver(lines(...GRIPS.map(turned), turned(THUMB)), [HAND_SKIN, 35], [HAND_SHADE, 43]),
		filled(shape(turned(FIST)), HAND_SKIN),
		stroked(line(turned(FOREARM)), '#9682ac', 80)
	];
}

export const lemonInHands = (): DrawnPart => ({
	name: 'lemon',
	shapes: [
		table(),
		group(
			[
				group(gripping(1), { at: tightly([0, 0], [32, 0]) }),
				group(gripping(-1), { at: tightly([0, 0], [-32, 0]) }),
				group([stroked(LEMON_LIGHT, '#f7e8b8', 14), inked(LEMON, '#e9c46a', 8, '#c49a3c')], {
					turn: 84,
					size: tightly([104, 100], [114, 78])
				}),
				group([filled(DROPS.map(shape).join(''), '#dcb650')], { opacity: tightly([0], [100]) })
			],
			{ at: [800, 396], size: [88, 88] }
		)
	]
});

const TORTOISE_SHELL = shape('-84 0! -76 -48 -40 -82 10 -88 56 -66 84 -22 90 0! 0 8');
const SHELL_MARKS = lines(
	'-34 -72 -22 -38 -40 -2',
	'22 -82 28 -42 22 0',
	'-72 -38 -22 -38 28 -42 80 -32'
);
const FEET = dot(-57, 18) + dot(55, 18);

const tortoise = (): Item =>
	group(
		[
			stroked(SHELL_MARKS, '#5f8b6a', 8),
			filled(TORTOISE_SHELL, '#8fb88f'),
			group(
				[
					stroked(line('18 -6 23 -1 28 -6'), '#2b2f36', 4),
					filled(pebble([14, -4], [30, 24], { seed: 4, points: 5 }), '#c9b27a'),
					stroked(line('-40 14 -16 10 8 0'), '#c9b27a', 28)
				],
				{ at: tightly([98, -26], [44, -14]) }
			),
			stroked(FEET, '#c9b27a', 30)
		],
		{ at: [892, 622], size: [88, 88] }
	);

const BUST = '-104 230 -112 120 -98 62 -44 34 44 34 98 62 112 120 104 230';
const BUST_UP = '-104 230 -116 96 -112 22 -50 4 50 4 112 22 116 96 104 230';
const UPPER_ARM = '104 88 126 136 118 186';
const UPPER_ARM_UP = '112 46 130 116 118 186';

export function shouldersUp(): DrawnPart {
	const look = LOOKS.ginger;
	const side = (points: string, up: string): Item =>
		strokedOver(pathThrough(tightly(points, up)), [look.top, 50], [look.topShade, 58]);
	return {
		name: 'shoulders',
		shapes: [
			tortoise(),
			table(),
			group(
				[
					head(look, shortHair, { at: tightly([0, -66], [0, -50]), size: [160, 160] }),
					side(UPPER_ARM, UPPER_ARM_UP),
					side(mirrored(UPPER_ARM), mirrored(UPPER_ARM_UP)),
					stroked(line('0 8 0 24 0 40'), look.shade, 58),
					filled(pathThrough(tightly(BUST, BUST_UP), shape), look.top)
				],
				{ at: [780, 408], size: [92, 92] }
			)
		]
	};
}

const SOLE = '28 -76 60 -92 96 -84 116 -50 112 10 104 70 98 128 70 150 42 136 36 80 26 20 20 -34';
const TOES = [34, -98, 66, -114, 92, -106, 112, -88]
	.flatMap((x, n, all) => (n % 2 ? [] : [dot(x, all[n + 1] ?? 0), dot(-x, all[n + 1] ?? 0)]))
	.join('');
const CUFFS = lines('70 164 70 176 70 192', '-70 164 -70 176 -70 192');

export const toesInSand = (): DrawnPart => ({
	name: 'toes',
	at: [800, 420],
	shapes: [
		stroked(CUFFS, '#2f6f73', 92),
		group([strokedOver(TOES, ['#dcae7f', 31], ['#b98a5c', 39])], {
			at: tightly([0, 0], [0, 30]),
			size: tightly([100, 100], [98, 90])
		}),
		inked(shape(SOLE) + shape(mirrored(SOLE)), '#dcae7f', 8, '#b98a5c'),
		group(
			[stroked(lines('20 -160 68 -180 132 -150', '-20 -160 -68 -180 -132 -150'), '#cdb077', 9)],
			{
				opacity: tightly([0], [100])
			}
		),
		filled(pebble([0, 6], [252, 244], { seed: 6, wobble: 0.012, points: 6 }), '#ecd9ad')
	]
});

export function wholeBody(): DrawnPart {
	const look = { ...LOOKS.bunches, top: '#8ebdb6', topShade: '#6ea39b', legs: '#6b7884' };
	const arms = ['58 394 98 470 58 540', '58 368 108 442 40 470'];
	return {
		name: 'whole-body',
		...onPlate(),
		shapes: [
			arm(arms, look),
			arm(arms.map(mirrored), look),
			head(look, shortHair, { at: tightly([0, 292], [0, 306]) }, { closed: tightly([0], [100]) }),
			stroked(line('0 344 0 354 0 364'), look.shade, 36),
			group(seatedLegs(look), {
				at: [0, 600],
				anchor: [0, 600],
				size: tightly([100, 100], [84, 100])
			}),
			filled(
				pathThrough(
					tightly(
						'-62 382 -30 360 30 360 62 382 62 562! -62 562!',
						'-66 362 -32 354 32 354 66 362 54 562! -54 562!'
					),
					shape
				),
				look.top
			),
			...chair()
		]
	};
}
