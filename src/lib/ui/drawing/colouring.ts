// Patterns to colour in: five on a sheet, each a page of numbered shapes, and a page without any.

/** Where each shape's middle is, in the units of the page: number 0 is what lies around all others. */
export const SHAPE_MIDDLES = {
	shell: [
		[110, 120],
		[436, 647],
		[532, 580],
		[649, 555],
		[765, 578],
		[863, 645],
		[284, 503],
		[449, 388],
		[649, 346],
		[847, 386],
		[1013, 501],
		[166, 391],
		[384, 239],
		[648, 184],
		[911, 237],
		[1130, 388],
		[650, 875]
	],
	leaf: [
		[120, 880],
		[248, 459],
		[453, 305],
		[641, 260],
		[853, 263],
		[1076, 303],
		[289, 697],
		[533, 757],
		[722, 710],
		[915, 597],
		[1100, 429],
		[242, 260],
		[166, 166],
		[1090, 886],
		[1020, 789]
	],
	knot: [
		[70, 60],
		[1070, 500],
		[568, 802],
		[285, 348],
		[888, 246],
		[888, 754],
		[285, 652],
		[568, 198],
		[1015, 652],
		[732, 802],
		[412, 754],
		[230, 500],
		[412, 246],
		[732, 198],
		[1015, 348],
		[650, 500]
	],
	ripple: [
		[80, 70],
		[640, 510],
		[745, 670],
		[448, 591],
		[535, 350],
		[838, 426],
		[924, 714],
		[491, 783],
		[266, 480],
		[560, 213],
		[960, 360],
		[934, 857],
		[415, 884],
		[113, 541],
		[350, 167],
		[867, 132],
		[1161, 479]
	],
	quilt: [
		[650, 25],
		[279, 124],
		[114, 277],
		[414, 120],
		[499, 203],
		[726, 122],
		[877, 272],
		[1021, 104],
		[1105, 194],
		[106, 405],
		[196, 498],
		[423, 428],
		[573, 576],
		[706, 413],
		[798, 499],
		[1182, 416],
		[1022, 579],
		[280, 720],
		[116, 881],
		[415, 711],
		[501, 801],
		[724, 724],
		[880, 870],
		[1011, 708],
		[1103, 799]
	]
} as const;

export type Pattern = keyof typeof SHAPE_MIDDLES;
export const patterns = Object.keys(SHAPE_MIDDLES) as Pattern[];

/** `null` for a pattern that this version has no picture of. */
export const patternNamed = (name: string): Pattern | null =>
	patterns.find((pattern) => pattern === name) ?? null;

/** Those of the landscape. Paper rubs out. */
const PAINT = {
	sun: 'var(--sunny)',
	straw: 'var(--sunny-light)',
	lake: 'var(--lake)',
	grass: '#7ba57c',
	rain: 'var(--rainy)',
	river: 'var(--tear)',
	heather: 'var(--windy)',
	foxglove: '#d9a0ae',
	earth: '#a98b66',
	paper: 'var(--page)'
} as const;

export type Colour = keyof typeof PAINT;
export const colours = Object.keys(PAINT) as Colour[];
export const PAPER: Colour = 'paper';

/** As an attribute of a drawing; `null` for a colour that this version does not know. */
export function paintNamed(name: string): string | null {
	const colour = colours.find((one) => one === name);
	return colour ? PAINT[colour] : null;
}
