import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text';
import { cleanText } from './person-name';
import { rosterError, rosterWarning, type RosterProblem } from './roster-problem';

/** Longer than any name, title or list of ids in a primary school: lines ran together. */
export const VALUE_LIMIT_LETTERS = 500;

export interface CsvRow {
	/** Where the row begins in the file, counted from 1. */
	line: number;
	/** The cleaned value under this header, however it is spelt; '' when there is none. */
	get(header: string): string;
}

export interface CsvTable {
	file: string;
	/** As the file spells them. */
	headers: string[];
	has(header: string): boolean;
	rows: CsvRow[];
}

/** `Dosbarth Cofrestru`, `dosbarth_cofrestru` and `DosbarthCofrestru` are one header. */
export function headerKey(header: string): string {
	return header
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** A comma in OneRoster; Excel in some countries writes semicolons, and a paste gives tabs. */
function delimiterOf(text: string): string {
	const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
	const count = (delimiter: string) => header.split(delimiter).length - 1;
	return [';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best), ',');
}

interface RawRow {
	line: number;
	values: string[];
}

function rawRows(text: string, file: string, problems: RosterProblem[]): RawRow[] | null {
	const rows: RawRow[] = [];
	let lastLine = 0;
	try {
		parse(text, {
			delimiter: delimiterOf(text),
			record_delimiter: '\n',
			relax_column_count: true,
			// A nickname in quotation marks in the middle of a value is not a broken file.
			relax_quotes: true,
			onRecord: (values: string[], { lines }) => {
				rows.push({ line: lastLine + 1, values });
				lastLine = lines;
				return null;
			}
		});
	} catch (thrown) {
		if (!(thrown instanceof CsvError)) throw thrown;
		problems.push(rosterError('quote-not-closed', { file, line: lastLine + 1 }));
		return null;
	}
	return rows.filter(({ values }) => values.some((value) => cleanText(value) !== ''));
}

/**
 * Whether a stray quotation mark has drawn whole rows into one value, and the people on them with it:
 * the row is short and runs over several lines, or a line inside a value is as wide as a row.
 */
function hasSwallowedRows({ values }: RawRow, width: number): boolean {
	const severalLines = values.filter((value) => value.includes('\n'));
	if (severalLines.length === 0) return false;
	const lines = severalLines.flatMap((value) => value.split('\n').slice(1, -1));
	return (
		values.length < width ||
		lines.some((line) => [',', ';', '\t'].some((each) => line.split(each).length === width))
	);
}

/** False when the row cannot be trusted; a short row can, its missing values are empty. */
function rowFits(row: RawRow, headers: string[], file: string, problems: RosterProblem[]): boolean {
	const place = { file, line: row.line };
	const params = { found: row.values.length, expected: headers.length };
	if (hasSwallowedRows(row, headers.length)) {
		problems.push(rosterError('quote-not-closed', place));
		return false;
	}
	if (row.values.slice(headers.length).some((value) => value.trim() !== '')) {
		problems.push(rosterError('row-too-long', place, params));
		return false;
	}
	const tooLong = row.values.findIndex((value) => value.length > VALUE_LIMIT_LETTERS);
	if (tooLong !== -1) {
		const column = headers[tooLong];
		problems.push(
			rosterError('value-too-long', { ...place, column }, { limit: VALUE_LIMIT_LETTERS })
		);
		return false;
	}
	if (row.values.length < headers.length) {
		problems.push(rosterWarning('row-too-short', place, params));
	}
	return true;
}

/**
 * A CSV file as rows that are asked by header. What is wrong with the file is added to `problems`.
 * @returns null when the file cannot be read at all; the reason is then in `problems`.
 */
export function readCsvTable(
	file: string,
	bytes: Uint8Array,
	problems: RosterProblem[]
): CsvTable | null {
	const decoded = decodeText(bytes);
	if (!decoded) {
		problems.push(rosterError('not-text', { file }));
		return null;
	}
	const { encoding } = decoded;
	if (encoding === 'Windows-1252') {
		problems.push(rosterWarning('encoding-not-utf8', { file }, { encoding }));
	}
	const raw = rawRows(decoded.text, file, problems);
	if (!raw) return null;
	const [headerRow, ...dataRows] = raw;
	if (!headerRow) {
		problems.push(rosterError('file-empty', { file }));
		return null;
	}
	// Not `cleanText` on the key: the file's own spelling is shown to people.
	const headers = headerRow.values.map(cleanText);
	const columnOf = new Map<string, number>();
	headers.forEach((header, at) => {
		const key = headerKey(header);
		if (key === '') return;
		if (!columnOf.has(key)) columnOf.set(key, at);
		else problems.push(rosterWarning('header-twice', { file, line: headerRow.line }, { header }));
	});
	return {
		file,
		headers,
		has: (header) => columnOf.has(headerKey(header)),
		rows: dataRows
			.filter((row) => rowFits(row, headers, file, problems))
			.map(({ line, values }) => ({
				line,
				get: (header) => cleanText(values[columnOf.get(headerKey(header)) ?? -1] ?? '')
			}))
	};
}

/** Whether all of these columns are there; an error for each that is not. */
export function hasColumns(
	table: CsvTable,
	headers: readonly string[],
	problems: RosterProblem[]
): boolean {
	const missing = headers.filter((header) => !table.has(header));
	for (const column of missing) {
		problems.push(rosterError('column-missing', { file: table.file, column }, { column }));
	}
	return missing.length === 0;
}
