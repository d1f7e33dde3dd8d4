import { hasColumns, readCsvTable, type CsvRow, type CsvTable } from './csv-table';
import type { RosterFiles } from './roster-files';
import { rosterError, rosterWarning, type RosterProblem } from './roster-problem';

/** The columns without which a file means nothing to us; all others may be missing. */
const REQUIRED_COLUMNS = {
	'orgs.csv': ['sourcedId', 'name'],
	'academicSessions.csv': ['sourcedId', 'title'],
	'classes.csv': ['sourcedId', 'title'],
	'users.csv': ['sourcedId', 'givenName'],
	'roles.csv': ['userSourcedId', 'role'],
	'enrollments.csv': ['classSourcedId', 'userSourcedId']
} as const;
export type OneRosterFile = keyof typeof REQUIRED_COLUMNS;

export interface OneRosterTables {
	orgs: CsvTable | null;
	academicSessions: CsvTable | null;
	classes: CsvTable;
	users: CsvTable;
	/** Only in 1.2. */
	roles: CsvTable | null;
	enrollments: CsvTable;
}

const bareName = (file: OneRosterFile) => file.replace(/\.csv$/, '');

/** What the manifest says of each file: `bulk`, `delta` or `absent`; empty without a manifest. */
function readManifest(files: RosterFiles, problems: RosterProblem[]): Map<string, string> {
	const said = new Map<string, string>();
	const manifest = files.get('manifest.csv');
	if (!manifest) {
		problems.push(rosterWarning('manifest-missing', { file: 'manifest.csv' }));
		return said;
	}
	const table = readCsvTable(manifest.name, manifest.bytes, problems);
	if (!table || !hasColumns(table, ['propertyName', 'value'], problems)) return said;
	for (const row of table.rows) {
		const value = row.get('value').toLowerCase();
		const file = /^file\.(.+)$/i.exec(row.get('propertyName'))?.[1]?.toLowerCase();
		if (!file) continue;
		said.set(file, value);
		const ours = Object.keys(REQUIRED_COLUMNS).some((name) => name.toLowerCase() === `${file}.csv`);
		if (ours && value === 'delta') {
			problems.push(rosterError('changes-only', { file: `${file}.csv`, line: row.line }));
		}
	}
	return said;
}

/** Whether these files are a OneRoster export and not a plain list. */
export function isOneRoster(files: RosterFiles): boolean {
	return (
		files.has('manifest.csv') ||
		(files.has('users.csv') && (files.has('enrollments.csv') || files.has('orgs.csv')))
	);
}

/**
 * The tables of a OneRoster export, each with the columns it needs.
 * @returns null when a table is missing without which nobody can be placed; why is in `problems`
 */
export function readOneRosterTables(
	files: RosterFiles,
	problems: RosterProblem[]
): OneRosterTables | null {
	const said = readManifest(files, problems);
	const open = (name: OneRosterFile, need: 'required' | 'expected' | 'optional') => {
		const file = files.get(name.toLowerCase());
		const absent = said.get(bareName(name).toLowerCase()) === 'absent';
		if (!file) {
			const promised = said.get(bareName(name).toLowerCase()) === 'bulk';
			if (need === 'required') problems.push(rosterError('file-missing', { file: name }));
			else if (promised || (need === 'expected' && !absent)) {
				problems.push(rosterWarning('file-missing', { file: name }));
			}
			return null;
		}
		const table = readCsvTable(file.name, file.bytes, problems);
		if (!table || !hasColumns(table, REQUIRED_COLUMNS[name], problems)) return null;
		if (table.rows.length === 0) {
			const say = need === 'required' ? rosterError : rosterWarning;
			problems.push(say('no-rows', { file: table.file }));
		}
		return table;
	};
	const orgs = open('orgs.csv', 'expected');
	const academicSessions = open('academicSessions.csv', 'optional');
	const classes = open('classes.csv', 'required');
	const users = open('users.csv', 'required');
	const roles = open('roles.csv', 'optional');
	const enrollments = open('enrollments.csv', 'required');
	if (!classes || !users || !enrollments) return null;
	if (!roles && !hasColumns(users, ['role'], problems)) return null;
	return { orgs, academicSessions, classes, users, roles, enrollments };
}

/**
 * Whether the row is still in use. `tobedeleted` is the standard's word, `inactive` that of older
 * exports; empty is what a full export writes.
 */
export function isActive(row: CsvRow, file: string, problems: RosterProblem[]): boolean {
	const status = row.get('status').toLowerCase();
	if (status === 'tobedeleted' || status === 'inactive') return false;
	if (status !== 'active' && status !== '') {
		const place = { file, line: row.line, column: 'status' };
		problems.push(rosterWarning('status-unknown', place, { value: row.get('status') }));
	}
	return true;
}

/** Active rows by id: the first of each; a second is reported. Rows without an id are errors. */
export function activeRowsById(
	table: CsvTable,
	problems: RosterProblem[],
	sameContent: (a: CsvRow, b: CsvRow) => boolean
): Map<string, CsvRow> {
	const byId = new Map<string, CsvRow>();
	for (const row of table.rows) {
		if (!isActive(row, table.file, problems)) continue;
		const place = { file: table.file, line: row.line, column: 'sourcedId' };
		const sourceId = row.get('sourcedId');
		const first = byId.get(sourceId);
		if (sourceId === '') problems.push(rosterError('id-missing', place));
		else if (!first) byId.set(sourceId, row);
		else {
			const params = { sourceId, firstLine: first.line };
			problems.push(
				sameContent(first, row)
					? rosterWarning('same-twice', place, params)
					: rosterError('id-shared', place, params)
			);
		}
	}
	return byId;
}

/** The ids in a cell that holds several, divided by commas. */
export function idsIn(cell: string): string[] {
	return cell
		.split(',')
		.map((id) => id.trim())
		.filter((id) => id !== '');
}

/** What is not over on that day; everything, when all of it is over (the school is between years). */
export function notOver<T>(
	items: readonly T[],
	endDateOf: (item: T) => string,
	today: string
): T[] {
	const current = items.filter((item) => {
		const endDate = endDateOf(item);
		return !/^\d{4}-\d{2}-\d{2}/.test(endDate) || endDate.slice(0, 10) >= today;
	});
	return current.length > 0 ? current : [...items];
}
