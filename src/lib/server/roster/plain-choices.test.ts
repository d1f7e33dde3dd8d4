import { describe, expect, it } from 'vitest';
import { mappingFromFields, plainChoices } from './plain-choices';
import { readRosterFiles } from './read-roster';

const bytes = (text: string) => new TextEncoder().encode(text);
const list = new Map([['list.csv', bytes('Galwer,Grwp\nSiân,Derwen\nOwain,Afon\n')]]);

describe('choosing columns by hand', () => {
	it('offers the file’s own headers, with what could be guessed', () => {
		const known = new Map([['pupils.csv', bytes('Forename,Class\nMali,Enfys\n')]]);
		expect(plainChoices(known, {})).toEqual([
			{
				file: 'pupils.csv',
				headers: ['Forename', 'Class'],
				kind: 'pupils',
				columns: { firstName: 'Forename', className: 'Class' }
			}
		]);
		expect(plainChoices(list, {})).toMatchObject([{ kind: null, columns: {} }]);
	});

	it('makes a file readable that could not be read', () => {
		expect(readRosterFiles(list).roster).toBeNull();
		const mapping = mappingFromFields({
			'file.0': 'list.csv',
			'kind.0': 'pupils',
			'column.0.firstName': 'Galwer',
			'column.0.className': 'Grwp',
			'column.0.surname': ''
		});
		const names = readRosterFiles(list, mapping).roster?.pupils.map(({ firstName }) => firstName);
		expect(names?.sort()).toEqual(['Owain', 'Siân']);
	});

	it('takes no notice of headers that the file does not have', () => {
		const mapping = mappingFromFields({
			'file.0': 'list.csv',
			'kind.0': 'everybody',
			'column.0.firstName': 'Nowhere'
		});
		expect(plainChoices(list, mapping)).toMatchObject([{ kind: null, columns: {} }]);
	});
});
