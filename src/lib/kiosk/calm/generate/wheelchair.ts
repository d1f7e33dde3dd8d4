// A wheelchair, seen from the front: the child in it is drawn between its two halves. Round x = 0.
import { stroked, filled, type Item } from './animation-file';
import { dot, line, lines, shape } from './drawn-line';
import { mirrored } from './step-moves';

const both = (points: string) => lines(points, mirrored(points));

const TYRE = both('122 446 132 540 142 640');
const RIM = both('113 470 122 540 131 616');
const HANDLES = both('88 352 100 342 112 344');
const GUARD = both('92 478 96 520 98 566');

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
	stroked(both('90 580 94 610 96 640'), '#5b6470', 9),
	stroked(GUARD, '#7d8a95', 13)
];
