import { describe, expect, it } from 'vitest';
import { activityNamed, timedSteps, type Activity } from '../activity';
import { armPose } from './cwtch-moves';
import { pushing, pushShare } from './push-moves';
import { squeeze } from './squeeze';
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

describe('"Squeeze and let go"', () => {
	const activity = activityNamed('squeeze');
	const { layers } = squeeze(activity);
	const valueAt = (name: string, key: 'tm' | 'opacity', frame: number) => {
		const layer = layers.find(({ nm }) => nm === name);
		const moved = key === 'opacity' ? layer?.ks.o : layer?.ty === 0 ? layer.tm : undefined;
		const keyframes = moved && 'a' in moved && moved.a === 1 ? moved.k : [];
		return (keyframes.findLast(({ t }) => t <= frame) ?? keyframes[0])?.s;
	};

	it.each([
		[/lemon/, 'lemon'],
		[/tortoise/, 'shoulders'],
		[/toes/, 'toes'],
		[/whole body/, 'whole-body']
	])('%s: it alone is seen, tight until told to let go, and then soft', (words, name) => {
		const steps = timedSteps(activity);
		const at = steps.findIndex(({ say }) => words.test(say.en));
		const [tight, soft] = [steps[at]?.endsAt ?? 0, steps[at + 1]?.endsAt ?? 0];
		expect(valueAt(name, 'tm', tight * 30)).toEqual([1]);
		expect(valueAt(name, 'tm', soft * 30)).toEqual([0]);
		for (const { nm } of layers.filter(({ ty }) => ty === 0))
			expect(valueAt(nm, 'opacity', tight * 30), nm).toEqual([nm === name ? 100 : 0]);
	});
});

describe('"Give yourself a cwtch"', () => {
	const activity = activityNamed('self-cwtch');
	const step = timedSteps(activity).find(({ cue }) => cue === 'tap');
	const lifts = (side: 0 | 1) =>
		armPose(activity, side)
			.filter(([, [pose = 0]]) => pose > 1 && pose < 2)
			.map(([seconds]) => seconds);

	it('taps once a second, one hand after the other, and only when it says so', () => {
		const both = [...lifts(0), ...lifts(1)].sort((one, other) => one - other);
		expect(both.length).toBeGreaterThan(10);
		expect(both[0]).toBeGreaterThan(step?.startsAt ?? Infinity);
		expect(both.at(-1)).toBeLessThan(step?.endsAt ?? 0);
		for (const [n, seconds] of both.slice(1).entries())
			expect(seconds - (both[n] ?? 0)).toBeCloseTo(1);
		expect(lifts(0)).not.toContain(lifts(1)[0]);
	});

	it('never runs backwards', () => {
		for (const side of [0, 1] as const) {
			const times = armPose(activity, side).map(([seconds]) => seconds);
			expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
		}
	});
});

it('the other side of a drawing', () => {
	expect(mirrored('10 20! 0 5 -3 7')).toBe('-10 20! 0 5 3 7');
});
