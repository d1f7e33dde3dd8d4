// OneRoster 1.1 and 1.2 CSV binding, as far as a roster needs it. The two differ for us only in where
// roles and preferred names stand; which one it is need not be known.
import { assembleRoster, type ReadClass } from './assemble-roster';
import { readOneRosterPeople, type OneRosterPeople } from './one-roster-people';
import {
	activeRowsById,
	idsIn,
	isActive,
	notOver,
	readOneRosterTables,
	type OneRosterTables
} from './one-roster-tables';
import type { CsvRow } from './csv-table';
import type { Roster, RosterMapping, RosterSchool, RosterSession } from './roster';
import type { RosterFiles } from './roster-files';
import { rosterError, rosterWarning, type RosterProblem } from './roster-problem';
import { yearGroupsFrom } from './year-group';

type School = RosterSchool & { isOnlySchool: boolean };

const sameUnder =
	(...headers: string[]) =>
	(a: CsvRow, b: CsvRow) =>
		headers.every((header) => a.get(header) === b.get(header));

function chooseSchool(
	{ orgs, classes }: OneRosterTables,
	wanted: string | undefined,
	problems: RosterProblem[]
): School | null {
	const file = orgs?.file ?? 'orgs.csv';
	const all = orgs ? activeRowsById(orgs, problems, sameUnder('name')) : new Map<string, CsvRow>();
	const schools = [...all].filter(
		([, row]) => all.size === 1 || row.get('type').toLowerCase() === 'school'
	);
	const isOnlySchool = schools.length <= 1;
	if (wanted !== undefined) {
		const row = all.get(wanted);
		if (row) return { sourceId: wanted, name: row.get('name') || null, isOnlySchool };
		problems.push(rosterError('school-missing', { file }, { sourceId: wanted }));
		return null;
	}
	const withClasses = new Set(classes.rows.map((row) => row.get('schoolSourcedId')));
	const [candidate, ...others] = isOnlySchool
		? schools
		: schools.filter(([sourceId]) => withClasses.has(sourceId));
	if (!candidate && isOnlySchool) {
		problems.push(rosterWarning('no-school', { file }));
		return { sourceId: [...withClasses][0] ?? '', name: null, isOnlySchool };
	}
	if (!candidate || others.length > 0) {
		const named = schools.map(([sourceId, row]) => `${row.get('name')} (${sourceId})`);
		problems.push(rosterError('several-schools', { file }, { schools: named.join(', ') }));
		return null;
	}
	const [sourceId, row] = candidate;
	return { sourceId, name: row.get('name') || null, isOnlySchool };
}

function readSessions(
	{ academicSessions }: OneRosterTables,
	problems: RosterProblem[]
): RosterSession[] {
	if (!academicSessions) return [];
	const rows = activeRowsById(academicSessions, problems, sameUnder('title', 'endDate'));
	return [...rows].map(([sourceId, row]) => ({
		sourceId,
		title: row.get('title'),
		type: row.get('type'),
		startDate: row.get('startDate') || null,
		endDate: row.get('endDate') || null
	}));
}

function classFrom(sourceId: string, row: CsvRow, file: string, problems: RosterProblem[]) {
	const { years, unknown } = yearGroupsFrom(row.get('grades'));
	if (unknown.length > 0) {
		const place = { file, line: row.line, column: 'grades' };
		problems.push(rosterWarning('year-unknown', place, { value: unknown.join(', ') }));
	}
	if (row.get('title') === '') {
		problems.push(rosterError('name-missing', { file, line: row.line, column: 'title' }));
	}
	return { sourceId, name: row.get('title'), yearGroups: years, place: { file, line: row.line } };
}

/** The day on which a class is over: the last end of its terms; '' when a term has no end. */
function endOfClass(row: CsvRow, sessions: readonly RosterSession[]): string {
	const ends = idsIn(row.get('termSourcedIds')).map(
		(id) => sessions.find(({ sourceId }) => sourceId === id)?.endDate ?? ''
	);
	return ends.includes('') ? '' : (ends.sort().at(-1) ?? '');
}

function readClasses(
	{ classes, orgs, academicSessions }: OneRosterTables,
	school: School,
	sessions: readonly RosterSession[],
	today: string,
	problems: RosterProblem[]
): ReadClass[] {
	const { file } = classes;
	const orgIds = new Set(orgs?.rows.map((row) => row.get('sourcedId')));
	const termIds = new Set(academicSessions?.rows.map((row) => row.get('sourcedId')));
	const ofSchool: [string, CsvRow][] = [];
	for (const [sourceId, row] of activeRowsById(classes, problems, sameUnder('title', 'grades'))) {
		const owner = row.get('schoolSourcedId');
		if (orgs && owner !== '' && !orgIds.has(owner)) {
			const place = { file, line: row.line, column: 'schoolSourcedId' };
			problems.push(rosterWarning('reference-missing', place, { id: owner, inFile: orgs.file }));
		} else if (!school.isOnlySchool && owner !== '' && owner !== school.sourceId) continue;
		for (const id of academicSessions ? idsIn(row.get('termSourcedIds')) : []) {
			if (termIds.has(id)) continue;
			const place = { file, line: row.line, column: 'termSourcedIds' };
			const params = { id, inFile: academicSessions?.file ?? '' };
			problems.push(rosterWarning('reference-missing', place, params));
		}
		ofSchool.push([sourceId, row]);
	}
	const current = notOver(ofSchool, ([, row]) => endOfClass(row, sessions), today);
	const isLesson = (row: CsvRow) => row.get('classType').toLowerCase() === 'scheduled';
	const home = current.filter(([, row]) => !isLesson(row));
	const lessons = current.length - home.length;
	if (home.length > 0 && lessons > 0) {
		problems.push(rosterWarning('lesson-classes-left-out', { file }, { count: lessons }));
	}
	return (home.length > 0 ? home : current).map(([sourceId, row]) =>
		classFrom(sourceId, row, file, problems)
	);
}

/** Enrolments that count today: what is over is dropped, and what is still to come, unless it is all there is. */
function currentEnrolments(rows: readonly CsvRow[], today: string): CsvRow[] {
	const running = notOver(rows, (row) => row.get('endDate'), today);
	const begun = running.filter((row) => row.get('beginDate').slice(0, 10) <= today);
	return begun.length > 0 ? begun : running;
}

function placeInClasses(
	{ enrollments, classes: classTable }: OneRosterTables,
	classes: readonly ReadClass[],
	people: OneRosterPeople,
	today: string,
	problems: RosterProblem[]
): void {
	const { file } = enrollments;
	const taken = new Set(classes.map(({ sourceId }) => sourceId));
	const mentioned = new Set(classTable.rows.map((row) => row.get('sourcedId')));
	const byUser = new Map<string, CsvRow[]>();
	for (const row of enrollments.rows) {
		if (!isActive(row, file, problems)) continue;
		const userId = row.get('userSourcedId');
		const classId = row.get('classSourcedId');
		const dangling = (column: string, id: string, inFile: string) =>
			problems.push(
				rosterWarning('reference-missing', { file, line: row.line, column }, { id, inFile })
			);
		if (!people.mentioned.has(userId)) dangling('userSourcedId', userId, 'users.csv');
		if (!mentioned.has(classId)) dangling('classSourcedId', classId, classTable.file);
		if (taken.has(classId)) byUser.set(userId, [...(byUser.get(userId) ?? []), row]);
	}
	for (const [userId, rows] of byUser) {
		const person = people.pupils.get(userId) ?? people.staff.get(userId);
		person?.classSourceIds.push(
			...currentEnrolments(rows, today).map((row) => row.get('classSourcedId'))
		);
	}
}

/**
 * A OneRoster export as a roster. Children's passwords, e-mails, phones and surnames are not in it.
 * @param today ISO date; what ended before it is over
 * @returns null when a needed file is missing or unreadable; why is in `problems`
 */
export function readOneRoster(
	files: RosterFiles,
	mapping: RosterMapping & { today: string },
	problems: RosterProblem[]
): Roster | null {
	const { today } = mapping;
	const tables = readOneRosterTables(files, problems);
	if (!tables) return null;
	const school = chooseSchool(tables, mapping.schoolSourceId, problems);
	if (!school) return null;
	const sessions = readSessions(tables, problems);
	const classes = readClasses(tables, school, sessions, today, problems);
	const people = readOneRosterPeople(tables, school, today, problems);
	if (people.pupils.size === 0) {
		problems.push(rosterError('no-pupils', { file: tables.users.file }));
	}
	placeInClasses(tables, classes, people, today, problems);
	// An export of pupils only is common; it does not mean that all staff have left.
	const hasStaff = people.staff.size > 0;
	return assembleRoster(
		{
			school: { sourceId: school.sourceId, name: school.name },
			sessions,
			classes,
			pupils: [...people.pupils.values()],
			staff: [...people.staff.values()],
			covers: { classes: true, pupils: true, staff: hasStaff, staffClasses: hasStaff }
		},
		problems
	);
}
