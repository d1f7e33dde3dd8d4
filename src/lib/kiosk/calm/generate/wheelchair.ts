// A wheelchair. Seen from the front, the child in it is drawn between its two halves. Round x = 0.
import { stroked, filled, type Item } from './animation-file';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { mirrored } from './step-moves';

const both = (points: string) => lines(points, mirrored(points));

const TYRE = both('122 446 132 540 142 640');
const RIM = both('113 470 122 540 131 616');
const HANDLES = both('88 352 100 342 112 344');

/** The back and the wheels. The topmost first. */
export const wheelchairBehind = (): Item[] => [
	stroked(RIM, '#a9b0b4', 9),
	stroked(TYRE, '#3f474f', 25),
	filled(
		shape('-70 358 0 354 70 358 92 374 98 470 96 562 84 572 0 574 -84 572 -96 562 -98 470 -92 374'),
		'#4f6b7c'
	),
	stroked(HANDLES, '#3f474f', 13)
];

/** What is nearer than the child. The topmost first. */
export const wheelchairBefore = (): Item[] => [
	stroked(line('-64 654 0 658 64 654'), '#5b6470', 11),
	stroked(dot(-96, 650) + dot(96, 650), '#3f474f', 30),
	stroked(both('90 580 94 610 96 640'), '#5b6470', 9)
];

/** Looking to the right, behind the child. The topmost first. */
export const wheelchairFromTheSide = (): Item[] => [
	stroked(pebble([-46, 566], [84, 84], { seed: 2, wobble: 0.006, points: 6 }), '#3f474f', 17),
	stroked(pebble([-46, 566], [64, 64], { seed: 3, wobble: 0.006, points: 6 }), '#a9b0b4', 6),
	stroked(lines('-104 512 -46 566 12 620', '12 512 -46 566 -104 620'), '#a9b0b4', 5),
	stroked(dot(92, 632), '#3f474f', 36),
	stroked(
		lines('64 552 92 590 92 630', '64 552 96 600 128 660', '120 660 136 660 152 660'),
		'#5b6470',
		10
	),
	stroked(line('-92 552 -10 552 66 552'), '#4f6b7c', 22),
	stroked(lines('-112 392 -102 470 -94 548', '-140 384 -126 384 -112 390'), '#4f6b7c', 15)
];
