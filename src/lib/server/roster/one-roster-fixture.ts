// A small whole OneRoster export for tests, and ways to spoil it.
import { readRosterFiles } from './read-roster';
import type { RosterMapping } from './roster';

export const TODAY = '2026-10-05';

// Exports differ in columns and order on purpose.
export const whole: Record<string, string> = {
	'manifest.csv':
		'propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,bulk\nfile.orgs,bulk\n',
	'orgs.csv': 'sourcedId,status,dateLastModified,name,type\ns1,,,Ysgol Afon,school\n',
	'academicSessions.csv':
		'sourcedId,title,type,startDate,endDate\ny1,2026,schoolYear,2026-09-01,2027-07-20\n',
	'classes.csv':
		'sourcedId,title,grades,classType,schoolSourcedId,termSourcedIds\n' +
		'c1,Dosbarth Derwen,03,homeroom,s1,y1\nc2,"Barcud, Bl 4",04,homeroom,s1,y1\n',
	'users.csv':
		'sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,sms,phone,grades,password\n' +
		'p1,,true,s1,student,mali.canary,Mali,Canarysurname,child@canary.example,07canary,01canary,03,pw-canary\n' +
		'p2,,true,s1,student,x,Siôn,Rees,,,,04,\n' +
		't1,,true,s1,teacher,x,Nêst,Parry,Nest@Ysgol.Example,07canary,,,pw-canary\n',
	'enrollments.csv':
		'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\n' +
		'e1,c1,s1,p1,student,\ne2,c2,s1,p2,student,\ne3,c1,s1,t1,teacher,true\n'
};

/** Reads the whole export with some files changed, or left out where null. */
export function read(changed: Record<string, string | null> = {}, mapping: RosterMapping = {}) {
	const entries = Object.entries({ ...whole, ...changed }).flatMap(([name, text]) =>
		text === null ? [] : [[name, new TextEncoder().encode(text)] as const]
	);
	const reading = readRosterFiles(new Map(entries), { today: TODAY, ...mapping });
	return {
		...reading,
		found: reading.problems.map(
			({ severity, code, file, line, column }) =>
				`${severity} ${code} ${[file, line, column].filter((part) => part !== null).join(':')}`
		)
	};
}
/** A file of the whole export with lines added. */
export const addTo = (file: string, ...lines: string[]) => ({
	[file]: whole[file] + lines.join('\n')
});
