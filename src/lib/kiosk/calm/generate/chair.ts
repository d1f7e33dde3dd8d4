// A school chair from the front, round x = 0: the child on it is drawn over it.
import { filled, stroked, type Item } from './animation-file';
import { lines, shape } from './drawn-line';
import { mirrored } from './step-moves';

const WOOD = '#b98d5c';
const STEEL = '#6b7884';
const BACK_POST = '84 380 88 470 92 560';
const LEG = '98 586 104 620 108 652';

/** The topmost first. */
export const chair = (): Item[] => [
	filled(shape('-112 556 -96 548 96 548 112 556 114 578 96 586 -96 586 -114 578'), WOOD),
	stroked(lines(LEG, mirrored(LEG)), STEEL, 14),
	filled(shape('-88 380 -70 370 70 370 88 380 92 440 78 452 -78 452 -92 440'), WOOD),
	stroked(lines(BACK_POST, mirrored(BACK_POST)), STEEL, 14)
];
