import { expect, it } from 'vitest';
import { ageAtStartOfYear, bandOfYear } from './band';

it('gives each year group the cards of its age', () => {
	expect([-1, 0, 1, 2, 3, 4, 5, 6].map(bandOfYear)).toEqual([
		'4-5-starter',
		'4-5-starter',
		'4-7',
		'4-7',
		'7-11',
		'7-11',
		'7-11',
		'7-11'
	]);
});

it('never gives a child who begins the year below seven the cards that need reading', () => {
	for (const year of [-1, 0, 1, 2, 3, 4, 5, 6]) {
		expect(bandOfYear(year) === '7-11').toBe(ageAtStartOfYear(year) >= 7);
	}
});

it('gives the middle cards when the year group is not known', () => {
	expect(bandOfYear(null)).toBe('4-7');
});
