import type { CsvRow, CsvTable } from './csv-table';
import {
	activeRowsById,
	idsIn,
	isActive,
	notOver,
	type OneRosterTables
} from './one-roster-tables';
import type { ReadPupil, ReadStaff } from './assemble-roster';
import type { StaffRole } from './roster';
import { rosterError, rosterWarning, type RosterProblem } from './roster-problem';
import { personFromOneRosterRole, staffRoleFromJobTitle, type OneRosterPerson } from './staff-role';
import { yearGroupsFrom } from './year-group';

export interface OneRosterPeople {
	pupils: Map<string, ReadPupil>;
	staff: Map<string, ReadStaff>;
	/** Everybody in users.csv, also families and those who left: a reference to them is not dangling. */
	mentioned: Set<string>;
}

/** `metadata.` columns are the standard's place for what it has no column for. */
function firstFilled(row: CsvRow, headers: readonly string[]): string {
	return headers.map((header) => row.get(header)).find((value) => value !== '') ?? '';
}
const KNOWN_AS = [
	'preferredGivenName',
	'metadata.preferredGivenName',
	'metadata.preferredFirstName',
	'metadata.knownAs'
];
const JOB_TITLE = ['metadata.jobTitle', 'metadata.position', 'metadata.role'];
const TITLE = ['metadata.title', 'metadata.prefix'];

interface RoleRow {
	row: CsvRow;
	file: string;
}

/** Roles of each user that count here: active, of this school, not over; the primary one first. */
function rolesByUser(
	roles: CsvTable,
	school: { sourceId: string; isOnlySchool: boolean },
	users: ReadonlySet<string>,
	today: string,
	problems: RosterProblem[]
): Map<string, RoleRow[]> {
	const byUser = new Map<string, RoleRow[]>();
	for (const row of roles.rows) {
		if (!isActive(row, roles.file, problems)) continue;
		const userId = row.get('userSourcedId');
		const place = { file: roles.file, line: row.line, column: 'userSourcedId' };
		if (!users.has(userId)) {
			const params = { id: userId, inFile: 'users.csv' };
			problems.push(rosterWarning('reference-missing', place, params));
			continue;
		}
		const org = row.get('orgSourcedId');
		if (!school.isOnlySchool && org !== '' && org !== school.sourceId) continue;
		byUser.set(userId, [...(byUser.get(userId) ?? []), { row, file: roles.file }]);
	}
	const rank = ({ row }: RoleRow) => (row.get('roleType').toLowerCase() === 'primary' ? 0 : 1);
	for (const [userId, all] of byUser) {
		const current = notOver(all, ({ row }) => row.get('endDate'), today);
		byUser.set(
			userId,
			current.sort((a, b) => rank(a) - rank(b))
		);
	}
	return byUser;
}

/** Who somebody is: of several roles the first that is not family, so that a teacher's own child counts. */
function personFrom(roles: RoleRow[], problems: RosterProblem[]): OneRosterPerson | null {
	let outside = false;
	for (const { row, file } of roles) {
		const value = row.get('role');
		const person = personFromOneRosterRole(value);
		if (person && person !== 'outside') return person;
		if (person === 'outside') outside = true;
		else if (value !== '') {
			const place = { file, line: row.line, column: 'role' };
			problems.push(rosterWarning('role-unknown', place, { value }));
			outside = true;
		}
	}
	return outside ? 'outside' : null;
}

function pupilFrom(row: CsvRow, file: string, problems: RosterProblem[]): ReadPupil {
	const { years, unknown } = yearGroupsFrom(row.get('grades'));
	const [year] = years;
	if (unknown.length > 0 || years.length > 1) {
		const place = { file, line: row.line, column: 'grades' };
		problems.push(rosterWarning('year-unknown', place, { value: row.get('grades') }));
	}
	return {
		sourceId: row.get('sourcedId'),
		firstName: firstFilled(row, [...KNOWN_AS, 'givenName']),
		surname: firstFilled(row, ['preferredFamilyName', 'familyName']),
		yearGroup: years.length === 1 && year !== undefined ? year : null,
		classSourceIds: [],
		place: { file, line: row.line }
	};
}

function staffFrom(row: CsvRow, role: StaffRole, file: string): ReadStaff {
	const firstName = firstFilled(row, [...KNOWN_AS, 'givenName']);
	const surname = firstFilled(row, ['preferredFamilyName', 'familyName']);
	const title = firstFilled(row, TITLE);
	const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
	const shown = row.get('metadata.displayName');
	const fullerName = joined(title, firstName, surname);
	const titled = title !== '' && surname !== '' ? joined(title, surname) : fullerName;
	return {
		sourceId: row.get('sourcedId'),
		displayName: shown === '' ? titled : shown,
		fullerName: shown === '' ? fullerName : shown,
		role: staffRoleFromJobTitle(firstFilled(row, JOB_TITLE)) ?? role,
		classSourceIds: [],
		email: row.get('email').toLowerCase() || null,
		place: { file, line: row.line }
	};
}

/** Pupils and staff of this school from users.csv, with roles from its column (1.1) or roles.csv (1.2). */
export function readOneRosterPeople(
	tables: OneRosterTables,
	school: { sourceId: string; isOnlySchool: boolean },
	today: string,
	problems: RosterProblem[]
): OneRosterPeople {
	const { users, roles } = tables;
	const { file } = users;
	const people: OneRosterPeople = {
		pupils: new Map(),
		staff: new Map(),
		mentioned: new Set(users.rows.map((row) => row.get('sourcedId')))
	};
	const rolesOf = roles
		? rolesByUser(roles, school, people.mentioned, today, problems)
		: new Map<string, RoleRow[]>();
	// Everything we read, so that a difference in a password does not make two people of one.
	const read = ['givenName', 'familyName', 'role', 'grades', ...KNOWN_AS];
	const sameContent = (a: CsvRow, b: CsvRow) =>
		read.every((header) => a.get(header) === b.get(header));
	for (const [sourceId, row] of activeRowsById(users, problems, sameContent)) {
		const orgs = idsIn(row.get('orgSourcedIds'));
		const inRoles = rolesOf.get(sourceId) ?? [];
		// Some 1.2 exports keep the column of 1.1 for those without a line in roles.csv.
		const named = inRoles.length > 0 ? inRoles : [{ row, file }];
		const elsewhere = inRoles.length === 0 && orgs.length > 0 && !orgs.includes(school.sourceId);
		if (elsewhere && !school.isOnlySchool) continue;
		const person = personFrom(named, problems);
		const place = { file, line: row.line };
		if (person === null) {
			// In a file of several schools this is somebody from another one.
			if (school.isOnlySchool) problems.push(rosterWarning('role-missing', place, { sourceId }));
			continue;
		}
		if (person === 'outside') continue;
		if (person === 'pupil') {
			const pupil = pupilFrom(row, file, problems);
			if (pupil.firstName !== '') people.pupils.set(sourceId, pupil);
			else problems.push(rosterError('name-missing', { ...place, column: 'givenName' }));
		} else {
			const staff = staffFrom(row, person, file);
			if (staff.displayName !== '') people.staff.set(sourceId, staff);
			else problems.push(rosterError('name-missing', { ...place, column: 'familyName' }));
		}
	}
	return people;
}
