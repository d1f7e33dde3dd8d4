// What small things stand on: a low stool, so that they have a calm ground of their own.
import { filled, inked, stroked, type Part } from './animation-file';
import { lines, shape } from './drawn-line';

const TOP = shape('424 706! 620 696 980 698 1176 704! 1186 736! 980 744 620 746 414 738!');
const EDGE = shape('416 722! 620 730 980 728 1184 720! 1186 736! 980 743 620 745 414 738!');
const LEGS =
	shape('500 740! 556 740! 540 838! 486 838!') + shape('1044 738! 1100 738! 1116 836! 1062 838!');
const GRAIN = lines(
	'500 712 600 708 700 710',
	'860 714 960 711 1060 713',
	'720 736 800 738 880 736'
);

/** Where things stand. */
export const STOOL_TOP = 714;

export const stool: Part = {
	name: 'stool',
	shapes: [
		stroked(GRAIN, '#c2a681', 4),
		filled(EDGE, '#8a6f52'),
		inked(TOP, '#a98b66'),
		inked(LEGS, '#8a6f52')
	]
};
