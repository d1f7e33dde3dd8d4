import { expect, it } from 'vitest';
import { initialsOf } from './portrait';

it.each([
	['Miss Evans', 'ME'],
	['Mrs Siân Jones', 'SJ'],
	['Elin Rees', 'ER'],
	['Siân', 'S'],
	['Ms O’Shea', 'MO'],
	['ŵyn ŷd', 'ŴŶ'],
	['??', '?']
])('%s has the initials %s', (name, initials) => {
	expect(initialsOf(name)).toBe(initials);
});
