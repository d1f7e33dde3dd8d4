import { describe, expect, it } from 'vitest';
import { scanGroups } from './scan-groups';
import { ROUNDS_BY_ITSELF, ROUNDS_BY_STEPS, ScanRound } from './scan-round';

const ROWS = [['a1', 'a2', 'a3'], ['help'], ['b1', 'b2']];

function roundOf(rows: string[][] = ROWS, rules = ROUNDS_BY_ITSELF): ScanRound<string> {
	const round = new ScanRound<string>(rules);
	round.look(rows);
	return round;
}
const steps = (round: ScanRound<string>, count: number) => {
	for (let step = 0; step < count; step++) round.step();
};

describe('a round', () => {
	it('marks one row after the other, and begins again', () => {
		const round = roundOf();
		const marked = ROWS.concat(ROWS).map(() => {
			const now = round.marked;
			round.step();
			return now;
		});
		expect(marked).toEqual([...ROWS, ...ROWS]);
	});

	it('opens a row with one press and chooses in it with the next', () => {
		const round = roundOf();
		steps(round, 2);
		expect(round.press()).toBeNull();
		expect(round.marked).toEqual(['b1']);
		round.step();
		expect(round.press()).toBe('b2');
		expect(round.marked, 'the row, for what comes next in it').toEqual(['b1', 'b2']);
	});

	it('chooses what stands alone at once', () => {
		const round = roundOf();
		round.step();
		expect(round.press()).toBe('help');
	});

	it('reaches each of 34 faces with two presses', () => {
		const faces = Array.from({ length: 34 }, (_, index) => ({
			thing: `face ${index}`,
			place: { left: (index % 9) * 100, top: Math.floor(index / 9) * 100, width: 90, height: 90 },
			isHelp: false
		}));
		const groups = scanGroups(faces);
		for (const { thing } of faces) {
			const round = new ScanRound<string>(ROUNDS_BY_STEPS);
			round.look(groups);
			steps(
				round,
				groups.findIndex((group) => group.includes(thing))
			);
			expect(round.press()).toBeNull();
			steps(round, groups.find((group) => group.includes(thing))?.indexOf(thing) ?? 0);
			expect(round.press()).toBe(thing);
		}
	});

	it('leaves a row where nothing was chosen, after two rounds by itself, after one by steps', () => {
		for (const [rules, rounds] of [
			[ROUNDS_BY_ITSELF, 2],
			[ROUNDS_BY_STEPS, 1]
		] as const) {
			const round = roundOf(ROWS, rules);
			round.press();
			steps(round, 3 * rounds - 1);
			expect(round.marked).toEqual(['a3']);
			round.step();
			expect(round.marked).toEqual(['a1', 'a2', 'a3']);
		}
	});

	it('pauses after three rounds by itself; the next press only goes on', () => {
		const round = roundOf();
		steps(round, 3 * ROWS.length);
		expect(round.isPaused).toBe(true);
		expect(round.marked).toEqual([]);
		expect(round.press()).toBeNull();
		expect(round.marked).toEqual(ROWS[0]);
	});

	it('never pauses where each step is a press', () => {
		const round = roundOf(ROWS, ROUNDS_BY_STEPS);
		steps(round, 100);
		expect(round.isPaused).toBe(false);
	});

	it('begins paused where nobody is there', () => {
		const round = new ScanRound<string>(ROUNDS_BY_ITSELF, true);
		round.look(ROWS);
		round.step();
		expect(round.marked).toEqual([]);
		expect(round.press()).toBeNull();
		expect(round.marked).toEqual(ROWS[0]);
	});
});

describe('a screen that changes under it', () => {
	it('keeps the mark at what is still there', () => {
		const round = roundOf();
		steps(round, 2);
		round.look([['new'], ...ROWS]);
		expect(round.marked).toEqual(['b1', 'b2']);
		round.press();
		round.step();
		round.look([['b2'], ['a1']]);
		expect(round.marked).toEqual(['b2']);
	});
	it('goes back to rows where the mark was at something that is gone', () => {
		const round = roundOf();
		round.press();
		round.look([['c1', 'c2']]);
		expect(round.marked).toEqual(['c1', 'c2']);
	});
	it('has nothing to choose where there is nothing', () => {
		const round = roundOf([]);
		round.step();
		expect(round.marked).toEqual([]);
		expect(round.press()).toBeNull();
	});
});
