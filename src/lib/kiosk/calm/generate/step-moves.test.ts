import { describe, expect, it } from 'vitest';
import type { Activity } from '../activity';
import { betweenPoses, heldByStep, mirrored, posesByStep } from './step-moves';

const step = (cue: string, seconds: number) => ({ cue, seconds, say: { en: '', cy: '' } });
const steps: Pick<Activity, 'steps'> = {
	steps: [step('intro', 4), step('squeeze', 6), step('release', 1), step('end', 3)]
};

describe('the poses of a figure', () => {
	it('are reached soon after the start of a step, and held', () => {
		const moves = heldByStep(steps, 'soft', ({ cue }) => (cue === 'squeeze' ? 'tight' : 'soft'), 2);
		expect(moves).toEqual([
			[0, 'soft'],
			[4, 'soft'],
			[6, 'tight'],
			[10, 'tight'],
			[11, 'soft']
		]);
	});

	it('say once what does not change before or after', () => {
		expect(betweenPoses(['a', 'a', 'b', 'a', 'a'])).toEqual([
			[1, 'a', 'even'],
			[2, 'b', 'even'],
			[3, 'a', 'even']
		]);
		expect(betweenPoses(['a', 'a'])).toHaveLength(2);
		expect(betweenPoses(['a', 'b'])).toHaveLength(2);
	});

	it('know how many steps of their kind there were', () => {
		const twice = { steps: [step('hold', 4), step('hold', 4)] };
		expect(posesByStep(twice, (_, nth) => nth + 1, 2)).toEqual([
			[0, [0]],
			[2, [1]],
			[4, [1]],
			[6, [2]]
		]);
	});
});

it('the other side of a drawing', () => {
	expect(mirrored('10 20! 0 5 -3 7')).toBe('-10 20! 0 5 3 7');
});
