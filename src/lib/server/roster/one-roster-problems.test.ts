import { describe, expect, test } from 'vitest';
import { addTo, read } from './one-roster-fixture';

describe('what stops an import', () => {
	test.each<[string, Record<string, string | null>, string]>([
		['no users', { 'users.csv': null }, 'error file-missing users.csv'],
		['no enrolments', { 'enrollments.csv': null }, 'error file-missing enrollments.csv'],
		['an empty file', { 'classes.csv': '' }, 'error file-empty classes.csv'],
		[
			'a file without lines',
			{ 'users.csv': 'sourcedId,role,givenName\n' },
			'error no-rows users.csv'
		],
		[
			'a missing column',
			{ 'users.csv': 'sourcedId,role\np1,student\n' },
			'error column-missing users.csv:givenName'
		],
		[
			'roles in neither file',
			{ 'users.csv': 'sourcedId,givenName\np1,Mali\n' },
			'error column-missing users.csv:role'
		],
		[
			'only changes',
			{ 'manifest.csv': 'propertyName,value\nfile.users,delta\n' },
			'error changes-only users.csv:2'
		],
		[
			'a pupil without an id',
			addTo('users.csv', ',,true,s1,student,x,Nia,Huws,,,,03,'),
			'error id-missing users.csv:5:sourcedId'
		],
		[
			'a pupil without a name',
			addTo('users.csv', 'p9,,true,s1,student,x,,Huws,,,,03,'),
			'error name-missing users.csv:5:givenName'
		],
		[
			'two pupils with one id',
			addTo('users.csv', 'p1,,true,s1,student,x,Nia,Huws,,,,03,'),
			'error id-shared users.csv:5:sourcedId'
		],
		[
			'nobody but staff',
			{ 'users.csv': 'sourcedId,role,givenName\nt1,teacher,Nêst\n' },
			'error no-pupils users.csv'
		]
	])('%s', (_name, changed, problem) => {
		const reading = read(changed);
		expect(reading.found).toContain(problem);
		expect(reading.roster).toBeNull();
	});
});

describe('what is said and imported all the same', () => {
	test.each<[string, Record<string, string | null>, string[]]>([
		['no manifest', { 'manifest.csv': null }, ['warning manifest-missing manifest.csv']],
		[
			'no school',
			{ 'orgs.csv': null },
			['warning file-missing orgs.csv', 'warning no-school orgs.csv']
		],
		[
			'references into nothing',
			addTo('enrollments.csv', 'e8,c9,s1,p1,student,', 'e9,c1,s1,p99,student,'),
			[
				'warning reference-missing enrollments.csv:5:classSourcedId',
				'warning reference-missing enrollments.csv:6:userSourcedId'
			]
		],
		[
			'the same pupil twice',
			addTo('users.csv', 'p2,,true,s1,student,other,Siôn,Rees,,,,04,another'),
			['warning same-twice users.csv:5:sourcedId']
		],
		[
			'a year that we do not know',
			addTo('users.csv', 'p9,,true,s1,student,x,Nia,Huws,,,,11,'),
			['warning year-unknown users.csv:5:grades', 'warning pupil-without-class users.csv:5'].sort()
		],
		[
			'a name that lost its accent',
			{
				...addTo('enrollments.csv', 'e9,c1,s1,p9,student,'),
				...addTo('users.csv', 'p9,,true,s1,student,x,Ll?r,Huws,,,,03,')
			},
			['warning name-garbled users.csv:5']
		],
		[
			'an unknown status',
			{ 'orgs.csv': 'sourcedId,status,name,type\ns1,open,Ysgol Afon,school\n' },
			['warning status-unknown orgs.csv:2:status']
		],
		[
			'a term and pupils that are nowhere',
			addTo('classes.csv', 'c3,Eryr,05,homeroom,s1,y9'),
			[
				'warning reference-missing classes.csv:4:termSourcedIds',
				'warning class-without-pupils classes.csv:4'
			].sort()
		]
	])('%s', (_name, changed, problems) => {
		const reading = read(changed);
		expect([...reading.found].sort()).toEqual(problems);
		expect(reading.roster?.pupils.length).toBeGreaterThanOrEqual(2);
	});
});

describe('several schools in one export', () => {
	const trust = {
		'orgs.csv':
			'sourcedId,name,type,parentSourcedId\nd1,Trust,district,\ns1,Ysgol Afon,school,d1\ns2,Ysgol Bryn,school,d1\n',
		...addTo('classes.csv', 'c9,Gwennol,01,homeroom,s2,y1'),
		...addTo('users.csv', 'p9,,true,s2,student,x,Nia,Huws,,,,01,'),
		...addTo('enrollments.csv', 'e9,c9,s2,p9,student,')
	};
	test('one has to be named', () => {
		expect(read(trust).found).toEqual(['error several-schools orgs.csv']);
		expect(read(trust, { schoolSourceId: 's7' }).found).toEqual(['error school-missing orgs.csv']);
	});
	test('only its people and classes come in', () => {
		const { roster, found } = read(trust, { schoolSourceId: 's2' });
		expect(found).toEqual([]);
		expect(roster?.classes.map(({ sourceId }) => sourceId)).toEqual(['c9']);
		expect(roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(['p9']);
		expect(roster?.staff).toEqual([]);
	});
});
