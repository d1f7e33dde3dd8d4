// What we see, touch, hear, smell and taste with, and a school. Each round 0 0, about 340 across.
import { filled, group, inked, stroked, type Item } from './animation-file';
import { dot, line, lines, pebble, shape } from './drawn-line';
import { finger, FINGERS, fingerRoots, palm, thumbRoot } from './open-hand';

export type Sense = 'eye' | 'hand' | 'ear' | 'nose' | 'tongue';

const INK = '#2b2f36';

const eye = (): Item[] => [
	stroked(dot(22, -26), '#faf7f2', 30),
	filled(pebble([0, 0], [38, 38], { seed: 2, points: 5 }), INK),
	filled(pebble([0, 0], [78, 80], { seed: 3, points: 5 }), '#4c8a8c'),
	stroked(line('-176 4! -96 -82 0 -112 96 -82 176 4'), INK, 15),
	inked(shape('-176 4! -96 -82 0 -112 96 -82 176 4! 96 82 0 106 -96 82'), '#fffdf8', 7),
	stroked(
		lines(
			'-130 -74 -150 -98 -158 -108',
			'-50 -116 -60 -144 -64 -156',
			'50 -116 60 -144 64 -156',
			'130 -74 150 -98 158 -108'
		),
		INK,
		11
	)
];

const hand = (): Item[] => [
	group(
		[
			fingerRoots(),
			thumbRoot(),
			...FINGERS.map((name) => finger(name)),
			finger('thumb'),
			...palm()
		],
		{
			at: [0, 0],
			anchor: [20, 506],
			size: [76, 76]
		}
	)
];

const ear = (): Item[] => [
	stroked(line('-36 -6 -40 -62 6 -100 54 -72 58 -22 34 16 26 66 2 92'), '#a87a4d', 14),
	stroked(line('-4 -18 12 -44 30 -26 10 6 4 34'), '#a87a4d', 12),
	inked(
		shape(
			'-76 -20 -80 -92 -28 -148 44 -148 94 -98 96 -30 74 20 66 66 54 116 12 140 -34 126 -54 84 -68 34'
		),
		'#e6bd93',
		7
	),
	stroked(lines('-126 -62 -144 0 -126 62', '-166 -84 -190 0 -166 84'), '#2f6f73', 13)
];

const nose = (): Item[] => [
	filled(
		pebble([-34, 76], [20, 11], { seed: 4, points: 5 }) +
			pebble([34, 76], [20, 11], { seed: 5, points: 5 }),
		'#5f3a22'
	),
	stroked(lines('-70 32 -88 62 -74 88', '70 32 88 62 74 88'), '#7d5234', 9),
	stroked(line('-12 -96 -16 -40 -26 6'), '#b98257', 11),
	filled(
		shape(
			'0 -148 26 -136 32 -80 44 -20 66 20 98 50 96 90 60 104 26 100 0 112 -26 100 -60 104 -96 90 -98 50 -66 20 -44 -20 -32 -80 -26 -136'
		),
		'#a06b45'
	),
	stroked(
		lines(
			'-120 184 -96 164 -116 138 -94 116',
			'-44 194 -22 174 -42 150 -26 132',
			'36 194 56 174 36 150 50 132',
			'118 184 140 164 120 138 140 116'
		),
		'#7fae83',
		11
	)
];

const tongue = (): Item[] => [
	stroked(line('0 40 2 78 0 118'), '#b5757c', 8),
	filled(shape('-74 12 -40 -6 0 6 40 -6 74 12 82 80 56 138 0 158 -56 138 -82 80'), '#cf9094'),
	filled(
		shape('-118 -54! -60 -46 0 -42 60 -46 118 -54! 108 -26 60 -16 0 -12 -60 -16 -108 -26'),
		'#fffdf8'
	),
	inked(
		shape('-150 -62! -80 -56 0 -52 80 -56 150 -62! 132 16 70 72 0 84 -70 72 -132 16'),
		'#5f4552',
		8
	)
];

const DRAWN: Record<Sense, () => Item[]> = { eye, hand, ear, nose, tongue };

/** The topmost first. */
export const drawnSense = (sense: Sense): Item[] => DRAWN[sense]();

/** The topmost first. */
export const school = (): Item[] => [
	filled(shape('-24 112! -24 52 0 34 24 52 24 112!'), '#2f6f73'),
	filled(['-120 20', '-76 20', '48 20', '92 20'].map((at) => pane(at)).join(''), '#b7d6d0'),
	inked(shape('-150 112! -148 -12! -60 -14 0 -16 60 -14 148 -12! 150 112! 0 118'), '#f3ebdd', 5),
	stroked(dot(0, -52), '#e9c46a', 40),
	inked(shape('-58 -8! -58 -54! 0 -112! 58 -54! 58 -8! 0 -4'), '#f3ebdd', 5),
	inked(shape('-172 -6! -136 -74! 136 -74! 172 -6! 0 -2'), '#6b7884', 5),
	filled(
		shape('-226 118! -120 96 0 92 120 96 226 118! 190 168 100 214 0 226 -100 214 -190 168'),
		'#93b49b'
	)
];

function pane(at: string): string {
	const [x = 0, y = 0] = at.split(' ').map(Number);
	return shape(`${x - 2} ${y}! ${x + 28} ${y}! ${x + 30} ${y + 44}! ${x} ${y + 46}!`);
}
