import { describe, expect, test } from 'vitest';
import { addTo, read, TODAY, whole } from './one-roster-fixture';

const pupil = (reading: ReturnType<typeof read>, id: string) =>
	reading.roster?.pupils.find(({ sourceId }) => sourceId === id);

describe('a whole export', () => {
	test('is read without a word of complaint', () => {
		const { roster, problems } = read();
		expect(problems).toEqual([]);
		expect(roster).toEqual({
			school: { sourceId: 's1', name: 'Ysgol Afon' },
			sessions: [
				{
					sourceId: 'y1',
					title: '2026',
					type: 'schoolYear',
					startDate: '2026-09-01',
					endDate: '2027-07-20'
				}
			],
			classes: [
				{ sourceId: 'c1', name: 'Dosbarth Derwen', yearGroups: [3] },
				{ sourceId: 'c2', name: 'Barcud, Bl 4', yearGroups: [4] }
			],
			pupils: [
				{
					sourceId: 'p1',
					firstName: 'Mali',
					distinguisher: null,
					yearGroup: 3,
					classSourceIds: ['c1']
				},
				{
					sourceId: 'p2',
					firstName: 'Siôn',
					distinguisher: null,
					yearGroup: 4,
					classSourceIds: ['c2']
				}
			],
			staff: [
				{
					sourceId: 't1',
					displayName: 'Nêst Parry',
					role: 'adult',
					classSourceIds: ['c1'],
					email: 'nest@ysgol.example'
				}
			],
			covers: { classes: true, pupils: true, staff: true, staffClasses: true }
		});
	});

	test('leaves passwords, e-mails, phones and surnames of children behind', () => {
		expect(JSON.stringify(read())).not.toMatch(/canary/i);
	});

	test('is the same with other line ends, a byte order mark and shuffled columns', () => {
		const windows = Object.fromEntries(
			Object.entries(whole).map(([name, text]) => [name, '\ufeff' + text.replaceAll('\n', '\r\n')])
		);
		const shuffled = {
			'ENROLLMENTS.CSV':
				'ROLE,userSourcedID,ClassSourcedId,sourcedid\nstudent,p1,c1,e1\nstudent,p2,c2,e2\nteacher,t1,c1,e3\n',
			'enrollments.csv': null
		};
		expect(read({ ...windows, ...shuffled })).toMatchObject({ ...read(), found: [] });
	});
});

test('a class that the file does not grade has the years of its pupils, and the other way round', () => {
	const reading = read({
		'classes.csv': 'sourcedId,title,grades\nc1,Derwen,\nc2,Barcud,04\n',
		'users.csv':
			'sourcedId,givenName,role,grades\np1,Mali,student,R\np2,Siôn,student,\np3,Nia,student,01\n',
		'enrollments.csv': 'classSourcedId,userSourcedId\nc1,p1\nc1,p3\nc2,p2\n'
	});
	expect(reading.roster?.classes.map(({ yearGroups }) => yearGroups)).toEqual([[0, 1], [4]]);
	expect(pupil(reading, 'p2')?.yearGroup).toBe(4);
	expect(reading.roster?.covers.staff).toBe(false);
});

describe('OneRoster 1.2', () => {
	const users12 =
		'sourcedId,status,enabledUser,username,givenName,familyName,preferredGivenName,primaryOrgSourcedId,grades,email\n' +
		'p1,,true,x,Margaret,Rees,Mali,s1,03,\nt1,,true,x,Nêst,Parry,,s1,,n@x.example\nf1,,true,x,Mam,Rees,,s1,,\n' +
		'b1,,true,x,Bet,Puw,,s1,,\nn1,,true,x,Neb,Neb,,s1,,\n';
	const roles =
		'sourcedId,status,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n' +
		'r1,,p1,primary,student,,,s1\nr2,,t1,secondary,parent,,,s1\nr3,,t1,primary,principal,,,s1\n' +
		'r4,,f1,primary,guardian,,,s1\nr5,,b1,primary,teacher,,2025-07-20,s1\nr6,,b1,secondary,aide,,,s1\nr7,,gone,primary,student,,,s1\n';
	test('takes roles from roles.csv and the name a child is called by', () => {
		const reading = read({
			'users.csv': users12,
			'roles.csv': roles,
			'enrollments.csv': 'classSourcedId,userSourcedId\nc1,p1\nc2,b1\n'
		});
		expect(reading.roster?.pupils).toMatchObject([{ sourceId: 'p1', firstName: 'Mali' }]);
		expect(reading.roster?.staff.map(({ sourceId, role }) => [sourceId, role])).toEqual([
			['t1', 'head'],
			['b1', 'adult']
		]);
		expect(reading.found).toEqual([
			'warning class-without-pupils classes.csv:3',
			'warning reference-missing roles.csv:8:userSourcedId',
			'warning role-missing users.csv:6'
		]);
	});
});

describe('who is in', () => {
	test('tobedeleted and inactive are out, without a reference to them dangling', () => {
		const reading = read({
			...addTo(
				'users.csv',
				'p3,tobedeleted,true,s1,student,x,Gone,Girl,,,,03,',
				'p4,Inactive,true,s1,student,x,Off,Boy,,,,03,',
				'p5,ACTIVE,true,s1,student,x,Nia,Huws,,,,03,'
			),
			...addTo('enrollments.csv', 'e4,c1,s1,p3,student,', 'e5,c1,s1,p5,student,')
		});
		expect(reading.roster?.pupils.map(({ sourceId }) => sourceId)).toEqual(['p1', 'p2', 'p5']);
		expect(reading.found).toEqual([]);
	});

	test('an enrolment that is to be deleted takes the pupil out of the class', () => {
		const reading = read({
			'enrollments.csv':
				'sourcedId,status,classSourcedId,userSourcedId\ne1,tobedeleted,c2,p1\ne2,,c1,p1\ne3,,c2,p2\n'
		});
		expect(pupil(reading, 'p1')?.classSourceIds).toEqual(['c1']);
	});

	test('families are never taken in, and an unknown role is not either', () => {
		const reading = read(
			addTo(
				'users.csv',
				'f1,,true,s1,parent,x,Mam,Rees,mam@x.example,,,,',
				'u1,,true,s1,lollipop,x,Lol,Pop,,,,,'
			)
		);
		expect(reading.roster?.staff.map(({ sourceId }) => sourceId)).toEqual(['t1']);
		expect(reading.found).toEqual(['warning role-unknown users.csv:6:role']);
	});

	test('enrolments of last year are over; those of next year wait until nothing else is left', () => {
		const reading = read({
			'enrollments.csv':
				'classSourcedId,userSourcedId,beginDate,endDate\nc1,p1,2025-09-01,2026-07-20\nc2,p1,2026-09-01,2027-07-20\n' +
				'c1,p2,2026-11-01,\nc2,p2,2026-09-01,\n'
		});
		expect(pupil(reading, 'p1')?.classSourceIds).toEqual(['c2']);
		expect(pupil(reading, 'p2')?.classSourceIds).toEqual(['c2']);
	});

	test('classes of a year that is over are not there, unless there are no others', () => {
		const sessions = 'sourcedId,title,endDate\ny0,2025,2026-07-20\ny1,2026,2027-07-20\n';
		const classes = 'sourcedId,title,termSourcedIds\nc0,Old,y0\nc1,New,y1\nc2,Open,\n';
		const ids = (today: string, text: string) =>
			read(
				{ 'academicSessions.csv': sessions, 'classes.csv': text },
				{ today }
			).roster?.classes.map(({ sourceId }) => sourceId);
		expect(ids(TODAY, classes)).toEqual(['c1', 'c2']);
		expect(ids('2030-01-01', classes.replace('c2,Open,\n', ''))).toEqual(['c0', 'c1']);
	});

	test('lessons and sets are left out where there are home classes', () => {
		const reading = read(addTo('classes.csv', 'm1,Maths set 2,03,scheduled,s1,y1'));
		expect(reading.roster?.classes).toHaveLength(2);
		expect(reading.found).toEqual(['warning lesson-classes-left-out classes.csv']);
	});
});

describe('names', () => {
	const inOneClass = (...names: [first: string, last: string][]) =>
		read({
			'users.csv':
				'sourcedId,role,givenName,familyName\n' +
				names.map(([first, last], at) => `p${at},student,${first},${last}\n`).join(''),
			'enrollments.csv':
				'classSourcedId,userSourcedId\nc2,p0\n' + names.map((_, at) => `c1,p${at}\n`).join('')
		});
	const shown = (reading: ReturnType<typeof read>) =>
		reading.roster?.pupils.map(({ firstName, distinguisher }) => [firstName, distinguisher]);

	test('namesakes in a class get as few letters of the surname as tell them apart', () => {
		const reading = inOneClass(
			['Mali', 'Jones'],
			['MALI', 'Jenkins'],
			['Mali', 'Ŵyn'],
			['Siân', 'Jones']
		);
		expect(shown(reading)).toEqual([
			['Mali', 'Jo'],
			['MALI', 'Je'],
			['Mali', 'Ŵ'],
			['Siân', null]
		]);
	});

	test('the same pupil under two ids is taken twice and said', () => {
		const reading = inOneClass(['Mali', 'Jones'], ['Mali', 'jones'], ['Mali', 'Jonson']);
		expect(reading.roster?.pupils).toHaveLength(3);
		expect(reading.found).toEqual([
			'warning maybe-same-pupil users.csv:3',
			'warning names-alike users.csv:4'
		]);
	});

	test('two Mrs Joneses get their first names', () => {
		const reading = read({
			'users.csv':
				'sourcedId,role,givenName,familyName,metadata.title,metadata.jobTitle,email\np1,student,Mali,Rees,,,\n' +
				't1,teacher,Siân,Jones,Mrs,,a@x.example\nt2,teacher,Carys,Jones,Mrs,DSP,A@X.example\nt3,aide,Huw,Puw,Mr,,\n'
		});
		expect(reading.roster?.staff).toMatchObject([
			{ displayName: 'Mrs Siân Jones', email: 'a@x.example' },
			{ displayName: 'Mrs Carys Jones', role: 'lead', email: null },
			{ displayName: 'Mr Puw' }
		]);
		expect(reading.found).toContain('warning email-shared users.csv:4');
	});
});
