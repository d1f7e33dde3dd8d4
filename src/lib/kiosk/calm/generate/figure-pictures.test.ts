// What the pictures with children, hands and senses show at the moments that matter.
import { describe, expect, it } from 'vitest';
import { activityNamed, timedSteps } from '../activity';
import { armPose } from './cwtch-moves';
import { FIGURE_PICTURES } from './figure-pictures';
import { activityOf } from './picture';
import { pushing, pushShare } from './push-moves';
import { squeeze } from './squeeze';

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

/** What each count of things to find is found with, in the words of the steps. */
const WORDS: Record<string, RegExp> = {
	eye: /see/,
	hand: /touch/,
	ear: /hear/,
	nose: /smell/,
	tongue: /taste/
};

it.each(['senses', 'senses-young'])('%s shows the sense that the words name', (name) => {
	const picture = FIGURE_PICTURES[name];
	if (!picture) throw new Error(name);
	const activity = activityOf(picture);
	const { layers } = picture.draw(activity);
	const senses = layers.map(({ nm }) => nm).filter((layer) => layer in WORDS);
	const steps = timedSteps(activity).filter(({ count }) => count);
	expect(senses).toHaveLength(steps.length);
	for (const [n, step] of steps.entries())
		expect(step.say.en).toMatch(WORDS[senses[n] ?? ''] ?? /^$/);
});
