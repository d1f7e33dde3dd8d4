import { expect, it } from 'vitest';
import { ACTIVITY_IDS } from '$lib/content/activity-names';
import { staffWords } from '$lib/i18n/staff-words';
import { calmWords } from './calm-words';

const [en, cy] = [staffWords('en'), staffWords('cy')];

it('says what was done and how the feeling was, without a number', () => {
	const balloon = { activity: 'balloon', ended: 'over', after: 'smaller' } as const;
	expect(calmWords(balloon, 'en', en)).toBe('Balloon tummy: smaller afterwards');
	expect(calmWords(balloon, 'cy', cy)).toBe('Bola balŵn: llai wedyn');
	expect(calmWords({ activity: 'sand', ended: 'over', after: 'same' }, 'en', en)).toBe(
		'Sand tray: the same'
	);
	expect(calmWords({ activity: 'sand', ended: 'stopped', after: null }, 'en', en)).toBe(
		'Sand tray, stopped early: nothing said afterwards'
	);
});

it('has a sentence of its own for each', () => {
	const said = ACTIVITY_IDS.flatMap((activity) =>
		(['over', 'stopped'] as const).flatMap((ended) =>
			(['smaller', 'same', 'bigger', null] as const).map((after) =>
				calmWords({ activity, ended, after }, 'cy', cy)
			)
		)
	);
	expect(new Set(said).size).toBe(ACTIVITY_IDS.length * 8);
	expect(said.filter((words) => words.includes('calm.') || words.includes('{'))).toEqual([]);
});

it('goes on where this version does not know the activity', () => {
	expect(calmWords({ activity: 'moonwalk', ended: 'over', after: 'bigger' }, 'en', en)).toBe(
		'Another activity: bigger afterwards'
	);
});
