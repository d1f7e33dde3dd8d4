import { expect, it } from 'vitest';
import { activityNamed, activities } from './activities';
import { stepKey, STEP_STRINGS, stepWords } from './activity-strings';

it('has each sentence of an activity once, in both languages', () => {
	const ofFlower = STEP_STRINGS.filter((key) => key.startsWith('step:flower-candle:'));
	expect(ofFlower.map((key) => stepWords(key)?.en)).toEqual([
		'Imagine a flower and a candle. Watching is fine too.',
		'Smell the flower',
		'Blow the candle',
		'All done. Thank you.'
	]);
	for (const key of STEP_STRINGS) expect(stepWords(key)?.cy).toBeTruthy();
});

it('finds what is said now, and nothing for what is only shown or unknown', () => {
	const flower = activityNamed('flower-candle');
	const saying = (cue: string) =>
		flower.steps.find((step) => step.cue === cue)?.say ?? { en: '', cy: '' };
	expect(stepKey('flower-candle', saying('out'))).toBe('step:flower-candle:2');
	expect(stepKey('flower-candle', saying('rest'))).toBeNull();
	expect(stepKey('of the school', saying('out'))).toBeNull();
	expect(stepWords('step:flower-candle:99')).toBeNull();
});

it('has something to say for every activity', () => {
	for (const { id } of activities)
		expect(
			STEP_STRINGS.some((key) => key.startsWith(`step:${id}:`)),
			id
		).toBe(true);
});
