// Plain CSV lists of pupils and of staff, as an office saves them from a spreadsheet.
import { createHash } from 'node:crypto';
import { assembleRoster, type ReadClass, type ReadPupil, type ReadStaff } from './assemble-roster';
import { readCsvTable, type CsvRow, type CsvTable } from './csv-table';
import { nameKey } from './person-name';
import { guessColumns, guessKind, type PlainColumns } from './plain-columns';
import type { PlainField, PlainKind, Roster, RosterMapping } from './roster';
import type { RosterFiles } from './roster-files';
import { rosterError, rosterWarning, type RosterProblem } from './roster-problem';
import { staffRoleFromJobTitle } from './staff-role';
import { yearGroupsFrom } from './year-group';

interface PlainFile {
	table: CsvTable;
	kind: PlainKind;
	columns: PlainColumns;
}

interface PersonOnRow {
	row: CsvRow;
	table: CsvTable;
	/** '' when the column is missing or empty. */
	value(field: PlainField): string;
	firstName: string;
	surname: string;
	classNames: string[];
}

const isPupilWord = (role: string) => /^(pupil|student|child|disgybl|plentyn)$/i.test(role);
const isFamilyWord = (role: string) => /^(parent|guardian|carer|rhiant|gofalwr teulu)/i.test(role);

/** An id that stays the same between imports and from which the name or number cannot be read. */
function derivedSourceId(kind: 'name' | 'upn' | 'staff', ...parts: string[]): string {
	const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
	return `${kind}:${digest.slice(0, 32)}`;
}

/** “Jones, Siân Mair” and “Siân Mair Jones”; only where a file has no column of first names. */
function splitFullName(fullName: string): { firstName: string; surname: string } {
	const [beforeComma = '', afterComma] = fullName.split(',').map((part) => part.trim());
	if (afterComma) return { firstName: afterComma, surname: beforeComma };
	const [firstName = '', ...rest] = beforeComma.split(' ');
	return { firstName, surname: rest.join(' ') };
}

function personOnRow({ table, columns }: PlainFile, row: CsvRow): PersonOnRow {
	const value = (field: PlainField) => {
		const header = columns[field];
		return header === undefined ? '' : row.get(header);
	};
	const split = splitFullName(value('fullName'));
	return {
		row,
		table,
		value,
		firstName: value('knownAs') || value('firstName') || split.firstName,
		surname: value('surname') || split.surname,
		classNames: value('className')
			.split(/[;|]/)
			.map((name) => name.trim())
			.filter((name) => name !== '')
	};
}

const classSourceId = (name: string) => `class:${nameKey(name)}`;

/** What a page shows beside the fields, for somebody who points at columns by hand. */
export interface PlainGuess {
	file: string;
	headers: string[];
	/** Null when it has to be asked. */
	kind: PlainKind | null;
	columns: PlainColumns;
}

/** How each file would be read if nobody said anything; files that are no CSV are left out. */
export function guessPlain(files: RosterFiles): PlainGuess[] {
	return [...files.values()].flatMap(({ name, bytes }) => {
		const table = readCsvTable(name, bytes, []);
		if (!table) return [];
		const columns = guessColumns(table.headers);
		const { headers } = table;
		return [{ file: name, headers, kind: guessKind(name, columns), columns }];
	});
}

function openPlainFiles(
	files: RosterFiles,
	mapping: RosterMapping,
	problems: RosterProblem[]
): PlainFile[] {
	const opened: PlainFile[] = [];
	for (const { name, bytes } of files.values()) {
		const table = readCsvTable(name, bytes, problems);
		if (!table) continue;
		const chosen = mapping.files?.[name] ?? {};
		const missing = (column: string) =>
			problems.push(rosterError('column-missing', { file: name, column }, { column }));
		for (const header of Object.values(chosen.columns ?? {})) {
			if (!table.has(header)) missing(header);
		}
		const columns = guessColumns(table.headers, chosen.columns);
		const kind = chosen.kind ?? guessKind(name, columns);
		if (kind === null) {
			problems.push(rosterError('kind-unknown', { file: name }));
			continue;
		}
		const hasName = columns.firstName ?? columns.knownAs ?? columns.fullName;
		if (!hasName && !(kind === 'staff' && (columns.displayName ?? columns.surname))) {
			missing('First name / Enw cyntaf');
		}
		if (kind === 'pupils' && !columns.className) missing('Class / Dosbarth');
		if (!columns.sourceId && !(kind === 'pupils' ? columns.upn : columns.email)) {
			problems.push(rosterWarning('no-ids', { file: name }));
		}
		if (columns.fullName && kind === 'pupils') {
			problems.push(rosterWarning('full-name-split', { file: name, column: columns.fullName }));
		}
		if (table.rows.length === 0) problems.push(rosterError('no-rows', { file: name }));
		opened.push({ table, kind, columns });
	}
	return opened;
}

/** A list may hold both; a word in the role column counts more than what the file is. */
function kindOfRow(file: PlainFile, person: PersonOnRow): PlainKind | 'outside' {
	const role = person.value('role');
	if (isPupilWord(role)) return 'pupils';
	if (isFamilyWord(role)) return 'outside';
	return staffRoleFromJobTitle(role) === null ? file.kind : 'staff';
}

/** Gathers people and classes row by row, and sees who stands there twice. */
class PlainPeople {
	readonly pupils = new Map<string, ReadPupil>();
	readonly staff = new Map<string, ReadStaff>();
	readonly classes = new Map<string, ReadClass>();

	constructor(private readonly problems: RosterProblem[]) {}

	#placesIn(person: PersonOnRow): string[] {
		const place = { file: person.table.file, line: person.row.line };
		return person.classNames.map((name) => {
			const sourceId = classSourceId(name);
			if (!this.classes.has(sourceId)) {
				this.classes.set(sourceId, { sourceId, name, yearGroups: [], place });
			}
			return sourceId;
		});
	}

	/** A person may have a line for each class; the second line adds to the first. */
	#addOrMerge<T extends ReadPupil | ReadStaff>(
		known: Map<string, T>,
		next: T,
		isSame: (first: T) => boolean
	): void {
		const first = known.get(next.sourceId);
		if (!first) {
			known.set(next.sourceId, next);
			return;
		}
		const params = { sourceId: next.sourceId, firstLine: first.place.line };
		if (!isSame(first)) {
			this.problems.push(rosterError('id-shared', next.place, params));
			return;
		}
		const added = next.classSourceIds.filter((id) => !first.classSourceIds.includes(id));
		first.classSourceIds.push(...added);
		if (added.length === 0) this.problems.push(rosterWarning('same-twice', next.place, params));
	}

	addPupil(person: PersonOnRow): void {
		const { row, table, firstName, surname, value } = person;
		const place = { file: table.file, line: row.line };
		if (firstName === '') {
			this.problems.push(rosterError('name-missing', place));
			return;
		}
		const upn = value('upn');
		const byNumber = value('sourceId') || (upn === '' ? '' : derivedSourceId('upn', upn));
		const classSourceIds = this.#placesIn(person);
		const { years, unknown } = yearGroupsFrom(value('yearGroup'));
		if (unknown.length > 0 || years.length > 1) {
			const params = { value: value('yearGroup') };
			this.problems.push(rosterWarning('year-unknown', place, params));
		}
		const byName = () => {
			const name = [nameKey(firstName), nameKey(surname)];
			const sourceId = derivedSourceId('name', ...name);
			const namesake = this.pupils.get(sourceId);
			// Two children of one name in two classes: here only the class tells them apart.
			const isOther =
				namesake && !classSourceIds.some((id) => namesake.classSourceIds.includes(id));
			return isOther ? derivedSourceId('name', ...name, ...classSourceIds) : sourceId;
		};
		const pupil: ReadPupil = {
			sourceId: byNumber || byName(),
			firstName,
			surname,
			yearGroup: years.length === 1 ? (years[0] ?? null) : null,
			classSourceIds,
			place
		};
		this.#addOrMerge(
			this.pupils,
			pupil,
			(first) =>
				nameKey(first.firstName) === nameKey(firstName) &&
				nameKey(first.surname) === nameKey(surname)
		);
	}

	addStaff(person: PersonOnRow): void {
		const { row, table, firstName, surname, value } = person;
		const place = { file: table.file, line: row.line };
		const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');
		const title = value('title');
		const fullerName = joined(title, firstName, surname);
		const titled = title !== '' && surname !== '' ? joined(title, surname) : fullerName;
		const displayName = value('displayName') || titled;
		if (displayName === '') {
			this.problems.push(rosterError('name-missing', place));
			return;
		}
		const email = value('email').toLowerCase() || null;
		const jobTitle = value('role');
		const role = staffRoleFromJobTitle(jobTitle);
		if (role === null && jobTitle !== '') {
			this.problems.push(rosterWarning('role-unknown', place, { value: jobTitle }));
			return;
		}
		const staff: ReadStaff = {
			sourceId: value('sourceId') || derivedSourceId('staff', email ?? nameKey(fullerName)),
			displayName,
			fullerName: value('displayName') || fullerName,
			role: role ?? 'adult',
			classSourceIds: this.#placesIn(person),
			email,
			place
		};
		this.#addOrMerge(
			this.staff,
			staff,
			(first) => nameKey(first.fullerName) === nameKey(staff.fullerName)
		);
	}
}

/**
 * Plain CSV files as a roster; columns are found by their headers in English or Welsh, or given.
 * @returns null when no file could be read; why is in `problems`
 */
export function readPlain(
	files: RosterFiles,
	mapping: RosterMapping,
	problems: RosterProblem[]
): Roster | null {
	const opened = openPlainFiles(files, mapping, problems);
	if (opened.length === 0) return null;
	const people = new PlainPeople(problems);
	for (const file of opened) {
		for (const row of file.table.rows) {
			const person = personOnRow(file, row);
			const kind = kindOfRow(file, person);
			if (kind === 'pupils') people.addPupil(person);
			else if (kind === 'staff') people.addStaff(person);
		}
	}
	const listsPupils = opened.some(({ kind }) => kind === 'pupils') || people.pupils.size > 0;
	if (listsPupils && people.pupils.size === 0) {
		problems.push(rosterError('no-pupils', { file: opened[0]?.table.file ?? '' }));
	}
	return assembleRoster(
		{
			school: { sourceId: '', name: null },
			sessions: [],
			classes: [...people.classes.values()],
			pupils: [...people.pupils.values()],
			staff: [...people.staff.values()],
			covers: {
				classes: listsPupils,
				pupils: listsPupils,
				staff: people.staff.size > 0,
				staffClasses: people.staff.size > 0 && opened.some((file) => listsStaffClasses(file))
			}
		},
		problems
	);
}

function listsStaffClasses({ kind, columns }: PlainFile): boolean {
	return kind === 'staff' && columns.className !== undefined;
}
