import { describe, expect, it } from 'vitest';
import details from './card-details.json';
import { needIds, needPages } from './needs';

describe('needs', () => {
	it('are the reviewed ones, word for word', () => {
		const reviewed = details.needs.map(({ id, label }) => ({ id, label }));
		const shown = needPages.flat();
		expect(shown).toHaveLength(reviewed.length);
		expect(shown).toEqual(expect.arrayContaining(reviewed));
	});
	it('are few at once, on pages of one size, the most pressing first', () => {
		expect(needPages.map((page) => page.length)).toEqual([5, 5]);
		expect(needIds.slice(0, 5)).toEqual(['poorly', 'hurting', 'hungry', 'toilet', 'noisy']);
	});
});
