import { describe, expect, test } from 'vitest';
import { readRosterFiles } from './read-roster';
import type { RosterMapping } from './roster';

function read(files: Record<string, string>, mapping: RosterMapping = {}) {
	const entries = Object.entries(files).map(
		([name, text]) => [name, new TextEncoder().encode(text)] as const
	);
	const reading = readRosterFiles(new Map(entries), mapping);
	return {
		...reading,
		found: reading.problems.map(
			({ severity, code, file, line }) => `${severity} ${code} ${file}${line ? `:${line}` : ''}`
		)
	};
}

describe('lists of pupils', () => {
	const expected = [
		{
			sourceId: '17',
			firstName: 'Siân',
			distinguisher: null,
			yearGroup: 3,
			classSourceIds: ['class:derwen']
		},
		{
			sourceId: '18',
			firstName: 'Llŷr',
			distinguisher: null,
			yearGroup: 0,
			classSourceIds: ['class:enfys']
		}
	];

	test.each([
		[
			'English',
			'Admission No,Surname,Forename,Year Group,Reg Group,Date of birth\n17,Jones,Siân,Year 3,Derwen,1/2/2018\n18,Rees,Llŷr,Reception,Enfys,\n'
		],
		[
			'Welsh',
			'Dosbarth,Blwyddyn,Enw,Cyfenw,Rhif Derbyn\nDerwen,Bl 3,Siân,Jones,17\nEnfys,Derbyn,Llŷr,Rees,18\n'
		],
		[
			'Welsh, from a spreadsheet with semicolons',
			'\ufeffRHIF;ENW CYNTAF;CYFENW;GRŴP BLWYDDYN;DOSBARTH\r\n17;Siân;Jones;3;Derwen\r\n18;Llŷr;Rees;D;Enfys\r\n'
		],
		[
			'with names to be called by',
			'ID,Legal forename,Known as,Surname,Year,Class\n17,Sian Mair,Siân,Jones,3,Derwen\n18,Llŷr,,Rees,R,Enfys\n'
		]
	])('%s', (_name, text) => {
		const { roster, problems } = read({ 'plant.csv': text });
		expect(problems).toEqual([]);
		expect(roster?.pupils).toEqual(expected);
		expect(roster?.classes.map(({ name, yearGroups }) => [name, yearGroups])).toEqual(
			expect.arrayContaining([
				['Derwen', [3]],
				['Enfys', [0]]
			])
		);
		expect(roster?.covers).toEqual({
			classes: true,
			pupils: true,
			staff: false,
			staffClasses: false
		});
	});

	test('columns can be pointed at by hand', () => {
		const { roster, problems } = read(
			{ 'export.csv': 'A,B,C,D\n17,Siân,Derwen,3\n18,Llŷr,Enfys,R\n' },
			{
				files: {
					'export.csv': {
						kind: 'pupils',
						columns: { sourceId: 'A', firstName: 'B', className: 'C', yearGroup: 'D' }
					}
				}
			}
		);
		expect(problems).toEqual([]);
		expect(roster?.pupils).toEqual(expected);
	});

	test('pointing at a column that is not there is an error', () => {
		const { roster, found } = read(
			{ 'pupils.csv': 'Name,Class\nSiân Jones,Derwen\n' },
			{ files: { 'pupils.csv': { columns: { sourceId: 'Number' } } } }
		);
		expect(found).toContain('error column-missing pupils.csv');
		expect(roster).toBeNull();
	});

	test('one column of whole names is split, and said', () => {
		const { roster, found } = read({
			'pupils.csv':
				'ID,Name,Class\n1,"Jones, Siân Mair",Derwen\n2,Llŷr Rees,Derwen\n3,Cadi,Derwen\n'
		});
		expect(roster?.pupils.map(({ firstName }) => firstName)).toEqual(['Siân Mair', 'Llŷr', 'Cadi']);
		expect(found).toEqual(['warning full-name-split pupils.csv']);
	});

	test('without numbers, ids stay the same between imports and hide the name', () => {
		const text =
			'First name,Surname,Class\nSiân,Canary,Derwen\nOsian,Davies,Derwen\nOsian,Davies,Enfys\n';
		const first = read({ 'pupils.csv': text });
		const moved = read({ 'pupils.csv': text.replace('Siân,Canary,Derwen', 'SIÂN,Canary,Enfys') });
		expect(first.found).toEqual(['warning no-ids pupils.csv']);
		expect(moved.roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(
			first.roster?.pupils.map(({ sourceId }) => sourceId)
		);
		expect(new Set(first.roster?.pupils.map(({ sourceId }) => sourceId)).size).toBe(3);
		expect(JSON.stringify(first)).not.toMatch(/canary/i);
	});

	test('a unique pupil number is not kept as it is', () => {
		const { roster } = read({ 'p.csv': 'UPN,Forename,Class\nA123456789012,Siân,Derwen\n' });
		expect(roster?.pupils[0]?.sourceId).toMatch(/^upn:[0-9a-f]{32}$/);
	});

	test('several classes: in one cell or on several lines', () => {
		const { roster, found } = read({
			'pupils.csv':
				'ID,First name,Class\n1,Siân,Derwen; Enfys\n2,Llŷr,Derwen\n2,Llŷr,ENFYS\n2,Llŷr,Enfys\n3,Nia,\n'
		});
		expect(roster?.classes.map(({ name }) => name)).toEqual(['Derwen', 'Enfys']);
		expect(roster?.pupils.map(({ classSourceIds }) => classSourceIds)).toEqual([
			['class:derwen', 'class:enfys'],
			['class:derwen', 'class:enfys'],
			[]
		]);
		expect(found).toEqual([
			'warning same-twice pupils.csv:5',
			'warning pupil-without-class pupils.csv:6'
		]);
	});

	test.each([
		[
			'one id for two children',
			'ID,First name,Class\n1,Siân,A\n1,Nia,A\n',
			'error id-shared p.csv:3'
		],
		['no name', 'ID,First name,Class\n1,Siân,A\n2,,A\n', 'error name-missing p.csv:3'],
		['no class column', 'UPN,First name\n1,Siân\n', 'error column-missing p.csv'],
		['neither pupils nor staff', 'ID,First name\n1,Siân\n', 'error kind-unknown p.csv'],
		['only a header', 'ID,First name,Class\n', 'error no-rows p.csv'],
		['nothing', '', 'error file-empty p.csv']
	])('%s stops the import', (_name, text, problem) => {
		const { roster, found } = read({ 'p.csv': text });
		expect(found).toContain(problem);
		expect(roster).toBeNull();
	});
});

describe('lists of staff', () => {
	test.each([
		[
			'English',
			'Staff code,Title,First name,Surname,Job title,Work email,Class\nNP,Miss,Nêst,Parry,Class teacher,Nest@x.example,Derwen\nAB,Mr,Aled,Bowen,DSL,,\n'
		],
		[
			'Welsh',
			'Cod staff,Teitl,Enw cyntaf,Cyfenw,Swydd,E-bost,Dosbarth\nNP,Miss,Nêst,Parry,Athrawes,nest@x.example,Derwen\nAB,Mr,Aled,Bowen,Arweinydd Diogelu,,\n'
		]
	])('%s', (_name, text) => {
		const { roster, problems } = read({ 'staff.csv': text });
		expect(problems).toEqual([]);
		expect(roster?.staff).toEqual([
			{
				sourceId: 'NP',
				displayName: 'Miss Parry',
				role: 'adult',
				classSourceIds: ['class:derwen'],
				email: 'nest@x.example'
			},
			{
				sourceId: 'AB',
				displayName: 'Mr Bowen',
				role: 'lead',
				classSourceIds: [],
				email: null
			}
		]);
		expect(roster?.covers).toEqual({
			classes: false,
			pupils: false,
			staff: true,
			staffClasses: true
		});
	});

	test('an unknown job is left out and said', () => {
		const { roster, found } = read({
			'staff.csv': 'ID,Name,Role\n1,Nêst Parry,Teacher\n2,Bob Builder,Contractor\n'
		});
		expect(roster?.staff.map(({ displayName }) => displayName)).toEqual(['Nêst Parry']);
		expect(found).toEqual(['warning role-unknown staff.csv:3']);
	});
});

test('pupils and staff in two files, and in one', () => {
	const two = read({
		'disgyblion.csv': 'Rhif,Enw cyntaf,Dosbarth\n1,Siân,Derwen\n',
		'athrawon.csv': 'Cod,Enw,Swydd,Dosbarth\nNP,Nêst Parry,Athrawes,Derwen\n'
	});
	const one = read({
		'all.csv':
			'Role,ID,Name,Class\nPupil,1,Siân,Derwen\nTeacher,NP,Nêst Parry,Derwen\nParent,9,Mam Siân,\n'
	});
	expect(two.problems).toEqual([]);
	expect(two.roster?.covers).toMatchObject({ pupils: true, staff: true });
	expect(one.roster?.pupils).toEqual(two.roster?.pupils);
	expect(one.roster?.staff).toEqual(two.roster?.staff);
});
