import { describe, expect, test } from 'vitest';
import { readCsvTable, VALUE_LIMIT_LETTERS } from './csv-table';
import { looksGarbled } from './person-name';
import type { RosterProblem } from './roster-problem';

function read(content: string | Uint8Array) {
	const problems: RosterProblem[] = [];
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const table = readCsvTable('list.csv', bytes, problems);
	const rows = table?.rows.map((row) => [row.line, ...table.headers.map((each) => row.get(each))]);
	return { table, rows, codes: problems.map(({ code, line }) => [code, line]) };
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
	const units = [...(mark ? '\ufeff' : ''), ...text].map((letter) => letter.charCodeAt(0));
	return Uint8Array.from(
		units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]))
	);
}

describe('as CSV comes', () => {
	test.each([
		['commas in quotes', 'a,b\n"x, y",2\n', [[2, 'x, y', '2']]],
		['quotes in quotes', 'a,b\n"O""Neill",2', [[2, 'O"Neill', '2']]],
		['quotes inside a value', 'a,b\nMali "Mal" J,2', [[2, 'Mali "Mal" J', '2']]],
		['line ends of Windows', 'a,b\r\n1,2\r\n', [[2, '1', '2']]],
		[
			'line ends of old Macs',
			'a,b\r1,2\r3,4',
			[
				[2, '1', '2'],
				[3, '3', '4']
			]
		],
		[
			'mixed line ends',
			'a,b\r\n1,2\n3,4\r\n',
			[
				[2, '1', '2'],
				[3, '3', '4']
			]
		],
		[
			'line ends in quotes',
			'a,b\r\n"x\r\ny",2\r\n3,4',
			[
				[2, 'x y', '2'],
				[4, '3', '4']
			]
		],
		[
			'empty lines',
			'a,b\n\n1,2\n\n,\n3,4\n\n',
			[
				[3, '1', '2'],
				[6, '3', '4']
			]
		],
		['semicolons', 'a;b\n1,5;2\n', [[2, '1,5', '2']]],
		['tabs', 'a\tb\n1\t2\n', [[2, '1', '2']]],
		['spaces around values', ' a , b \n 1 ,\u00a02\u200b\n', [[2, '1', '2']]],
		['empty values in quotes', 'a,b\n"",2\n', [[2, '', '2']]],
		['trailing commas', 'a,b\n1,2,,\n', [[2, '1', '2']]],
		['a byte order mark', '\ufeffa,b\n1,2\n', [[2, '1', '2']]],
		['a byte order mark before a quoted header', '\ufeff"a",b\n1,2\n', [[2, '1', '2']]],
		['Arabic and Chinese', 'a,b\nنور,欣怡\n', [[2, 'نور', '欣怡']]]
	])('%s', (_name, content, rows) => {
		const result = read(content);
		expect(result.rows).toEqual(rows);
		expect(result.codes).toEqual([]);
	});

	test('headers are found whatever their case, order and accents', () => {
		const { table } = read('Rôl,SOURCED_ID\nx,1\n');
		expect(table?.rows[0]?.get('sourcedId')).toBe('1');
		expect(table?.rows[0]?.get('rol')).toBe('x');
		expect(table?.has('status')).toBe(false);
		expect(table?.rows[0]?.get('status')).toBe('');
	});

	test('a letter with its accent apart becomes one letter', () => {
		expect(read('a\nSio\u0302n\n').rows).toEqual([[2, 'Si\u00f4n']]);
	});
});

describe('encodings', () => {
	const text = 'a,b\nSiân,Llŷr\n';
	test.each([
		['UTF-16 little endian', utf16(text, 'le', true)],
		['UTF-16 big endian', utf16(text, 'be', true)],
		['UTF-16 without a mark', utf16(text, 'le', false)],
		['UTF-16 big endian without a mark', utf16(text, 'be', false)]
	])('%s is read', (_name, bytes) => {
		expect(read(bytes)).toMatchObject({ rows: [[2, 'Siân', 'Llŷr']], codes: [] });
	});

	test('what Excel saves as plain CSV is read, and said', () => {
		const bytes = Uint8Array.from([...'a,b\nSi\u00e2n,\u0092s\n'].map((one) => one.charCodeAt(0)));
		expect(read(bytes)).toMatchObject({
			rows: [[2, 'Siân', '’s']],
			codes: [['encoding-not-utf8', null]]
		});
	});

	test('a picture is not a list', () => {
		expect(read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]))).toEqual({
			table: null,
			rows: undefined,
			codes: [['not-text', null]]
		});
	});
});

describe('broken files are reported with their line', () => {
	test.each([
		['nothing in it', '', [['file-empty', null]]],
		['only empty lines', '\n\n', [['file-empty', null]]],
		['a quote never closed', 'a,b\n1,2\n"3,4\n5,6\n', [['quote-not-closed', 3]]],
		['a quote that swallows lines', 'a,b,c\n1,"2,3\n4,5,6\n7,8",9\n', [['quote-not-closed', 2]]],
		[
			'a quote that swallows the end of lines',
			'a,b,c\n1,2,"3\n4,5,6"\n7,"8\n9"\n',
			[['quote-not-closed', 4]]
		],
		['a comma without quotes', 'a,b\n1,2\nJones, Mali,3\n', [['row-too-long', 3]]],
		['a line cut short', 'a,b\n1\n', [['row-too-short', 2]]],
		['the same header twice', 'a,A\n1,2\n', [['header-twice', 1]]],
		[
			'lines that ran together',
			`a,b\n1,"${'x\n'.repeat(VALUE_LIMIT_LETTERS)}"\n`,
			[['value-too-long', 2]]
		]
	])('%s', (_name, content, codes) => {
		expect(read(content).codes).toEqual(codes);
	});

	test('a short line counts, a line that is too long does not', () => {
		expect(read('a,b\n1\n1,2,3\n').rows).toEqual([[2, '1', '']]);
	});
});

test.each(['SiÃ¢n', 'LlÅ·r', 'Ll?r', 'Si\ufffdn', 'Ma1i'])('%s looks garbled', (name) => {
	expect(looksGarbled(name)).toBe(true);
});

test.each([
	'Siân',
	"O'Neill",
	'Llŷr',
	'Jia Hui',
	'Åsa',
	'Ångström',
	'نور',
	'Nguyễn',
	'D’Arcy',
	'Łukasz'
])('%s is a name', (name) => {
	expect(looksGarbled(name)).toBe(false);
});
