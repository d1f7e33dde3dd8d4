import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { secondsOf, timedSteps } from '$lib/domain/activity';
import { feelingCards, RATHER_NOT_SAY } from './cards';
import { activities } from './activities';
import { activityName, ACTIVITY_IDS } from './activity-names';
import notes from './activity-notes.json';
import { ActivitySchema } from './activity-schema';

const words = (sentence: string) => sentence.split(/\s+/).filter((word) => word !== '').length;
const sentences = (text: string) => text.split(/[.!?]/).filter((part) => part.trim() !== '');

describe('the activities of the content', () => {
	it('are sixteen, each with a name, and with notes on where it comes from', () => {
		expect(activities).toHaveLength(16);
		expect(activities.map(({ id }) => id)).toEqual(ACTIVITY_IDS);
		expect(Object.keys(notes)).toEqual(ACTIVITY_IDS);
		expect(activityName('no such activity')).toBeNull();
	});

	it.each(activities.map((activity) => [activity.id, activity] as const))(
		'%s is what an activity has to be',
		(_id, activity) => {
			expect(v.safeParse(ActivitySchema, activity).issues).toBeUndefined();
			expect(secondsOf(activity)).toBeLessThanOrEqual(300);
		}
	);

	it('say at most nine words a sentence in English', () => {
		const said = activities.flatMap((one) => [
			...one.steps,
			...(one.youngSteps ?? []),
			...(one.alt ? [{ say: one.alt }] : [])
		]);
		for (const { say } of said)
			for (const sentence of sentences(say.en)) expect(words(sentence)).toBeLessThanOrEqual(9);
	});

	it('have one for every feeling', () => {
		const fitted = new Set(activities.flatMap(({ fits }) => fits));
		const without = feelingCards.filter(({ id }) => !fitted.has(id) && id !== RATHER_NOT_SAY);
		expect(without).toEqual([]);
	});
});

describe('an activity that is none', () => {
	const [flower] = activities;
	it.each([
		['without steps', { steps: [] }],
		['of an unknown kind', { kind: 'game' }],
		['with ages the wrong way round', { ages: [11, 4] }],
		['with a step of no length', { steps: [{ seconds: 0, say: { en: 'a', cy: 'b' }, cue: 'in' }] }],
		['in one language', { steps: [{ seconds: 3, say: { en: 'Breathe' }, cue: 'in' }] }],
		[
			'with a long pause',
			{ ages: [8, 11], steps: [{ seconds: 3, say: { en: '', cy: '' }, cue: 'hold' }] }
		],
		[
			'with a pause for the young',
			{ steps: [{ seconds: 2, say: { en: '', cy: '' }, cue: 'hold' }] }
		],
		['with a sound that there is not', { sound: { bed: 'drums' } }]
	])('%s is not taken', (_what, change) => {
		expect(v.safeParse(ActivitySchema, { ...flower, ...change }).success).toBe(false);
	});
});

describe('the steps of an activity', () => {
	it('follow one another without a gap', () => {
		for (const activity of activities) {
			const steps = timedSteps(activity);
			for (const [index, step] of steps.entries())
				expect(step.startsAt).toBe(steps[index - 1]?.endsAt ?? 0);
			expect(steps.at(-1)?.endsAt).toBe(secondsOf(activity));
		}
	});
});
