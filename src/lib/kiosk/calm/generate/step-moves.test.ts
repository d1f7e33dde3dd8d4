import { describe, expect, it } from 'vitest';
import { activityNamed, timedSteps, type Activity } from '../activity';
import { pushing, pushShare } from './push-moves';
import { heldByStep, mirrored, posesByStep } from './step-moves';

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

describe('"Push the wall"', () => {
	const activity = activityNamed('wall-push');
	const at = (
		moves: readonly (readonly [number, readonly number[], ...unknown[]])[],
		seconds: number
	) => moves.findLast(([time]) => time <= seconds)?.[1][0];

	it('is full at the end of each push, and at rest again at the end of each rest', () => {
		for (const { cue, endsAt } of timedSteps(activity)) {
			expect(at(pushing(activity), endsAt), cue).toBe(cue === 'push' ? 1 : 0);
			expect(at(pushShare(activity), endsAt), cue).toBe(cue === 'push' ? 100 : 0);
		}
	});
});

it('the other side of a drawing', () => {
	expect(mirrored('10 20! 0 5 -3 7')).toBe('-10 20! 0 5 3 7');
});
