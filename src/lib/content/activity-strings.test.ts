import { expect, it } from 'vitest';
import { activityNamed, activities } from './activities';
import { stepKey, stepStrings } from './activity-strings';

const strings = stepStrings();
const flower = activityNamed('flower-candle');

it('has each sentence of an activity once, in both languages', () => {
	const ofFlower = [...strings].filter(([key]) => key.startsWith('step:flower-candle:'));
	expect(ofFlower.map(([, say]) => say.en)).toEqual([
		'Imagine a flower and a candle. Watching is fine too.',
		'Smell the flower',
		'Blow the candle',
		'All done. Thank you.'
	]);
	for (const { cy } of strings.values()) expect(cy).toBeTruthy();
});

it('finds what is said now, and nothing for what is only shown', () => {
	const saying = (cue: string) =>
		flower.steps.find((step) => step.cue === cue)?.say ?? { en: '', cy: '' };
	expect(stepKey(flower, saying('out'))).toBe('step:flower-candle:2');
	expect(stepKey(flower, saying('rest'))).toBeNull();
});

it('has something to say for every activity, and for a school’s own', () => {
	const own = { ...flower, id: 'own-1' };
	const keys = [...stepStrings([own]).keys()];
	for (const { id } of [...activities, own])
		expect(
			keys.some((key) => key.startsWith(`step:${id}:`)),
			id
		).toBe(true);
});
