// What can be chosen by hand about plain CSV files: what each lists, and which column is what.
import { readCsvTable } from './csv-table';
import { isOneRoster } from './one-roster-tables';
import { guessColumns, guessKind, type PlainColumns } from './plain-columns';
import { PLAIN_FIELDS, type PlainField, type PlainKind, type RosterMapping } from './roster';
import { openUploadedFiles } from './roster-files';

export interface PlainChoice {
	file: string;
	headers: string[];
	kind: PlainKind | null;
	/** Field to header: chosen by hand, or found by its name. */
	columns: PlainColumns;
}

/** Empty for OneRoster files, whose columns have fixed names. */
export function plainChoices(
	files: ReadonlyMap<string, Uint8Array>,
	mapping: RosterMapping
): PlainChoice[] {
	const opened = openUploadedFiles(files, []);
	if (opened.size === 0 || isOneRoster(opened)) return [];
	return [...opened.values()].flatMap(({ name, bytes }) => {
		const table = readCsvTable(name, bytes, []);
		if (!table) return [];
		const chosen = mapping.files?.[name] ?? {};
		const known = Object.fromEntries(
			Object.entries(chosen.columns ?? {}).filter(([, header]) => table.has(header))
		) as PlainColumns;
		const columns = guessColumns(table.headers, known);
		const kind = chosen.kind ?? guessKind(name, columns);
		return [{ file: name, headers: [...table.headers], kind, columns }];
	});
}

/**
 * The same choices as a form's fields: `file.0` names the file, `kind.0` what it lists, and
 * `column.0.firstName` the header of a field.
 */
export function mappingFromFields(typed: Record<string, string>): RosterMapping {
	const files: NonNullable<RosterMapping['files']> = {};
	for (let at = 0; `file.${at}` in typed; at += 1) {
		const file = typed[`file.${at}`];
		const kind = typed[`kind.${at}`];
		if (!file) continue;
		const columns: Partial<Record<PlainField, string>> = {};
		for (const field of PLAIN_FIELDS) {
			const header = typed[`column.${at}.${field}`];
			if (header) columns[field] = header;
		}
		files[file] = { columns, ...((kind === 'pupils' || kind === 'staff') && { kind }) };
	}
	return { files };
}
