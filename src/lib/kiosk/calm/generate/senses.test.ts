import { expect, it } from 'vitest';
import { timedSteps } from '../activity';
import { FIGURE_PICTURES } from './figure-pictures';
import { activityOf } from './picture';

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
