// Writes the demo school: a OneRoster 1.1 folder of an invented bilingual primary school. Nobody in it
// is real. The same command always writes the same bytes; a test compares them with what is committed.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chance as chances } from '$lib/kiosk/calm/generate/chance';
import { LOCAL_FIRST, LOCAL_LAST, OTHER_NAMES, words } from '$lib/content/demo-school';

export const DEMO_SCHOOL_FOLDER = 'src/lib/content/demo-school';
const SEED = 20260901;
const SCHOOL = 'org-cwm-enfys';
const SCHOOL_YEAR = 'year-2026';

interface Pupil {
	id: string;
	first: string;
	last: string;
	/** 0 reception, 1 to 6. */
	year: number;
	classes: string[];
}

interface DemoClass {
	id: string;
	name: string;
	years: number[];
	size: number;
}

const CLASSES: DemoClass[] = [
	{ id: 'class-enfys', name: 'Dosbarth Enfys', years: [0], size: 26 },
	{ id: 'class-mel', name: 'Dosbarth Mêl', years: [1], size: 24 },
	{ id: 'class-derwen', name: 'Dosbarth Derwen', years: [1, 2], size: 24 },
	{ id: 'class-afon', name: 'Dosbarth Afon', years: [2], size: 24 },
	{ id: 'class-barcud', name: 'Dosbarth Barcud', years: [3], size: 26 },
	{ id: 'class-dwr', name: 'Dosbarth Dŵr', years: [4], size: 25 },
	{ id: 'class-llyn', name: 'Dosbarth Llŷn', years: [5], size: 26 },
	{ id: 'class-eryr', name: 'Dosbarth Eryr', years: [6], size: 25 }
];

/** Children who show what a roster must cope with; the rest is dealt out at random. */
const CHOSEN: Omit<Pupil, 'id'>[] = [
	{ first: 'Siôn', last: 'ap Rhys', year: 6, classes: ['class-eryr'] },
	{ first: 'Siân', last: "O'Neill", year: 0, classes: ['class-enfys'] },
	// One first name three times in one class, two of them with the same initial.
	{ first: 'Mali', last: 'Jones', year: 3, classes: ['class-barcud'] },
	{ first: 'Mali', last: 'Jenkins', year: 3, classes: ['class-barcud'] },
	{ first: 'Mali', last: 'Rees', year: 3, classes: ['class-barcud'] },
	// Two children with the same whole name.
	{ first: 'Osian', last: 'Davies', year: 1, classes: ['class-mel'] },
	{ first: 'Osian', last: 'Davies', year: 5, classes: ['class-llyn'] },
	// In two classes: mornings here, afternoons there.
	{ first: 'Ioan', last: 'Morgan', year: 1, classes: ['class-mel', 'class-derwen'] },
	// New, and in no class yet.
	{ first: 'Noor', last: 'Haddad', year: 4, classes: [] }
];

interface Staff {
	id: string;
	title: string;
	first: string;
	last: string;
	role: 'teacher' | 'aide' | 'administrator';
	job: string;
	classes: string[];
}

const STAFF: Staff[] = (
	[
		['Mrs', 'Sioned', 'Pryce', 'administrator', 'Headteacher / Pennaeth', ''],
		['Mr', 'Aled', 'Bowen', 'teacher', 'Designated safeguarding person / Diogelu', ''],
		['Mrs', 'Farah', 'Aziz', 'teacher', 'Deputy designated safeguarding person / Diogelu', ''],
		['Ms', 'Helen', "O'Shea", 'administrator', 'School office / Swyddfa', ''],
		['Miss', 'Lowri', 'Gwynn', 'teacher', 'Class teacher / Athrawes', 'class-enfys'],
		['Mrs', 'Siân', 'Jones', 'teacher', 'Class teacher / Athrawes', 'class-mel'],
		['Mr', 'Llŷr', 'Tudor', 'teacher', 'Class teacher / Athro', 'class-derwen'],
		['Miss', 'Nêst', 'Parry', 'teacher', 'Class teacher / Athrawes', 'class-afon'],
		['Mr', 'Daniel', 'Okoro', 'teacher', 'Class teacher / Athro', 'class-barcud'],
		['Mrs', 'Carys', 'Jones', 'teacher', 'Class teacher / Athrawes', 'class-dwr'],
		['Mr', 'Siôn', 'Rhydderch', 'teacher', 'Class teacher / Athro', 'class-llyn'],
		['Ms', 'Katarzyna', 'Lewandowska', 'teacher', 'Class teacher / Athrawes', 'class-eryr'],
		['Mrs', 'Bethan', 'Huws', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-enfys'],
		[
			'Mr',
			'Gareth',
			'Mostyn',
			'aide',
			'Teaching assistant / Cynorthwyydd',
			'class-mel class-derwen'
		],
		['Miss', 'Amy', 'Fletcher', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-afon'],
		['Mrs', 'Mair', 'Pugh', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-barcud'],
		['Mr', 'Tomasz', 'Kamiński', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-dwr'],
		['Miss', 'Priti', 'Shah', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-llyn'],
		['Mrs', 'Glenys', 'Wyn', 'aide', 'Teaching assistant / Cynorthwyydd', 'class-eryr'],
		['Miss', 'Ffion', 'Meredith', 'aide', 'ELSA', '']
	] as const
).map(([title, first, last, role, job, classes], at) => ({
	...{ id: `staff-${String(at + 1).padStart(2, '0')}`, title, first, last, role, job },
	classes: words(classes)
}));

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
	return items
		.map((item, at) => ({ item, at, order: chance() }))
		.sort((a, b) => a.order - b.order || a.at - b.at)
		.map(({ item }) => item);
}

function demoPupils(): Pupil[] {
	const chance = chances(SEED);
	const others = shuffled(OTHER_NAMES, chance);
	const pupils: Omit<Pupil, 'id'>[] = [];
	const wholeNames = new Set(CHOSEN.map(({ first, last }) => `${first} ${last}`));
	for (const [at, one] of CLASSES.entries()) {
		const chosen = CHOSEN.filter(({ classes }) => classes[0] === one.id);
		const inClass = new Set(
			CHOSEN.filter(({ classes }) => classes.includes(one.id)).map(({ first }) => first)
		);
		const elsewhere = others.slice(at * 4, at * 4 + 4);
		const local: { first: string; last: string }[] = [];
		const lasts = shuffled([...LOCAL_LAST, ...LOCAL_LAST.slice(0, 20)], chance);
		for (const first of shuffled(LOCAL_FIRST, chance)) {
			if (local.length === one.size - chosen.length - elsewhere.length) break;
			const last = lasts[local.length] ?? 'Jones';
			if (inClass.has(first) || wholeNames.has(`${first} ${last}`)) continue;
			wholeNames.add(`${first} ${last}`);
			local.push({ first, last });
		}
		const named = shuffled([...elsewhere, ...local], chance).map((name, place) => ({
			...name,
			classes: [one.id],
			year: one.years[place % one.years.length] ?? 0
		}));
		pupils.push(...chosen, ...named);
	}
	pupils.push(...CHOSEN.filter(({ classes }) => classes.length === 0));
	return pupils.map((pupil, at) => ({ id: `pupil-${String(at + 1).padStart(4, '0')}`, ...pupil }));
}

const grade = (year: number) => (year === 0 ? 'R' : String(year).padStart(2, '0'));

function csv(header: string, rows: string[][]): string {
	const quoted = (value: string) =>
		/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
	return [header, ...rows.map((row) => row.map(quoted).join(','))].join('\n') + '\n';
}

function manifest(): string {
	const bulk = words('academicSessions classes courses enrollments orgs users');
	const absent = words(
		'categories classResources courseResources demographics lineItems resources results'
	);
	return csv('propertyName,value', [
		['manifest.version', '1.0'],
		['oneroster.version', '1.1'],
		...bulk.map((name) => [`file.${name}`, 'bulk']),
		...absent.map((name) => [`file.${name}`, 'absent']),
		['source.systemName', 'Cwtch Kiosk demo school'],
		['source.systemCode', 'demo']
	]);
}

function usersCsv(pupils: Pupil[]): string {
	const header =
		'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,' +
		'familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,' +
		'metadata.title,metadata.jobTitle';
	const plainLetters = (name: string) =>
		name
			.normalize('NFD')
			.replace(/[^a-z]/gi, '')
			.toLowerCase();
	const staffRows = STAFF.map(({ id, role, first, last, title, job }) => {
		const login = `${plainLetters(first)}.${plainLetters(last)}`;
		const email = `${login}@ysgolcwmenfys.example`;
		return [
			...[id, '', '', 'true', SCHOOL, role, login, '', first, last, '', '', email],
			...['', '', '', '', '', title, job]
		];
	});
	const pupilRows = pupils.map(({ id, first, last, year }) => [
		...[id, '', '', 'false', SCHOOL, 'student', id, '', first, last, '', '', ''],
		...['', '', '', grade(year), '', '', '']
	]);
	return csv(header, [...staffRows, ...pupilRows]);
}

function enrollmentsCsv(pupils: Pupil[]): string {
	const people = [
		...STAFF.map(({ id, role, classes }) => ({ id, role, classes })),
		...pupils.map(({ id, classes }) => ({ id, role: 'student', classes }))
	];
	const rows = people.flatMap(({ id, role, classes }) =>
		classes.map((classId) => {
			const primary = role === 'teacher' ? 'true' : 'false';
			return [`${id}-${classId}`, '', '', classId, SCHOOL, id, role, primary, '', ''];
		})
	);
	return csv(
		'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,' +
			'beginDate,endDate',
		rows
	);
}

/** File name to text of the whole folder. */
export function demoSchoolFiles(): Map<string, string> {
	const pupils = demoPupils();
	const term = (id: string, title: string, start: string, end: string) => [
		id,
		'',
		'',
		title,
		'term',
		start,
		end,
		SCHOOL_YEAR,
		'2027'
	];
	const year = ['2026–2027', 'schoolYear', '2026-09-01', '2027-07-20', '', '2027'];
	return new Map([
		['manifest.csv', manifest()],
		[
			'orgs.csv',
			csv('sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', [
				[SCHOOL, '', '', 'Ysgol Cwm Enfys', 'school', '', '']
			])
		],
		[
			'academicSessions.csv',
			csv(
				'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear',
				[
					[SCHOOL_YEAR, '', '', ...year],
					term('term-autumn', 'Hydref / Autumn', '2026-09-01', '2026-12-18'),
					term('term-spring', 'Gwanwyn / Spring', '2027-01-04', '2027-03-25'),
					term('term-summer', 'Haf / Summer', '2027-04-12', '2027-07-20')
				]
			)
		],
		[
			'courses.csv',
			csv(
				'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,' +
					'subjects,subjectCodes',
				[['course-primary', '', '', SCHOOL_YEAR, 'Cynradd / Primary', '', '', SCHOOL, '', '']]
			)
		],
		[
			'classes.csv',
			csv(
				'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,' +
					'schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
				CLASSES.map(({ id, name, years }) => [
					...[id, '', '', name, years.map(grade).join(','), 'course-primary', '', 'homeroom', ''],
					...[SCHOOL, SCHOOL_YEAR, '', '', '']
				])
			)
		],
		['users.csv', usersCsv(pupils)],
		['enrollments.csv', enrollmentsCsv(pupils)]
	]);
}

/** Writes the folder anew; one argument names another folder. */
export async function main(args: string[]): Promise<number> {
	const folder = resolve(args[0] ?? DEMO_SCHOOL_FOLDER);
	await mkdir(folder, { recursive: true });
	const files = demoSchoolFiles();
	for (const [name, text] of files) await writeFile(join(folder, name), text);
	console.log(`${files.size} files written to ${folder}`);
	return 0;
}
