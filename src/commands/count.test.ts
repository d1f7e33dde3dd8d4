import { expect, it } from 'vitest';
import { emptyCount, isGood, lastLines } from './count';

it('ends with the numbers, and what was not run or passed only later is never among the passed', () => {
	expect(lastLines({ ...emptyCount(), passed: 7 })).toEqual(['\n7 passed, 0 failed']);
	const count = { passed: 7, failed: 1, flaky: ['asks'], notRun: ['reads: no ears'] };
	expect(lastLines(count)).toEqual([
		'not run: reads: no ears',
		'passed only at the second try: asks',
		'\n7 passed, 1 failed, 1 passed only at the second try'
	]);
});

it('is good only when something passed, and nothing failed even at first', () => {
	expect(isGood(emptyCount())).toBe(false);
	expect(isGood({ ...emptyCount(), passed: 1 })).toBe(true);
	expect(isGood({ ...emptyCount(), passed: 1, failed: 1 })).toBe(false);
	expect(isGood({ ...emptyCount(), passed: 1, flaky: ['asks'] })).toBe(false);
});
