import { expect, test } from 'vitest';
import { yearGroupsFrom } from './year-group';

test.each([
	['R', [0]],
	['Reception', [0]],
	['Derbyn', [0]],
	['KG', [0]],
	['00', [0]],
	['YR', [0]],
	['Meithrin', [-1]],
	['N2', [-1]],
	['PK', [-1]],
	['01', [1]],
	['6', [6]],
	['Year 3', [3]],
	['Yr 4', [4]],
	['Y5', [5]],
	['Blwyddyn 2', [2]],
	['Bl. 2', [2]],
	['BLWYDDYN 3/4', [3, 4]],
	['02,01', [1, 2]],
	['Derbyn/Reception', [0]],
	['  03 ', [3]]
])('%s is year group %j', (value, years) => {
	expect(yearGroupsFrom(value)).toEqual({ years, unknown: [] });
});

test.each(['7', '13', 'Year 12', 'Enfys', '0x1', 'N/A', '-2'])(
	'%s is none that we know',
	(value) => {
		expect(yearGroupsFrom(value)).toEqual({ years: [], unknown: [value] });
	}
);

test('nothing said is nothing unknown', () => {
	expect(yearGroupsFrom(' ')).toEqual({ years: [], unknown: [] });
});
