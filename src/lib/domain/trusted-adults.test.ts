import { describe, expect, it } from 'vitest';
import { latestChange, MOST_TRUSTED_ADULTS, withTrusted } from './trusted-adults';

describe('the grown-ups whom a child names', () => {
	it('are in the order of the taps; another tap takes one out', () => {
		const named = ['evans', 'rees', 'pugh'].reduce(withTrusted, [] as readonly string[]);
		expect(named).toEqual(['evans', 'rees', 'pugh']);
		expect(withTrusted(named, 'rees')).toEqual(['evans', 'pugh']);
	});

	it('are a few at most; one that is among them can still be taken out', () => {
		const all = ['a', 'b', 'c', 'd', 'e'].reduce(withTrusted, [] as readonly string[]);
		expect(all).toHaveLength(MOST_TRUSTED_ADULTS);
		expect(all).not.toContain('e');
		expect(withTrusted(all, 'a')).toEqual(['b', 'c', 'd']);
	});

	it('are those of the latest choice, however late an earlier one arrives', () => {
		const first = { changeId: '1', at: 100, adultIds: ['a'] };
		const second = { changeId: '2', at: 200, adultIds: [] };
		expect(latestChange([second, first])).toBe(second);
		expect(latestChange([first, { ...second, at: 100 }])).toMatchObject({ changeId: '2' });
		expect(latestChange([])).toBeNull();
	});
});
