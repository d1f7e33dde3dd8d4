import { isOneRoster } from './one-roster-tables';
import { readOneRoster } from './read-one-roster';
import { guessPlain, readPlain, type PlainGuess } from './read-plain';
import { openRosterPath, openUploadedFiles, type RosterFiles } from './roster-files';
import type { Roster, RosterMapping } from './roster';
import { hasErrors, type RosterProblem } from './roster-problem';

export interface RosterReading {
	/** Null when there is an error among the problems, so that half a roster cannot be imported. */
	roster: Roster | null;
	/** In the order of files and lines. */
	problems: RosterProblem[];
}

function readOpenedFiles(
	files: RosterFiles,
	mapping: RosterMapping,
	problems: RosterProblem[]
): RosterReading {
	let roster: Roster | null = null;
	if (files.size > 0 && !hasErrors(problems)) {
		const today = mapping.today ?? Temporal.Now.plainDateISO().toString();
		roster = isOneRoster(files)
			? readOneRoster(files, { ...mapping, today }, problems)
			: readPlain(files, mapping, problems);
	}
	const byPlace = [...problems].sort((a, b) =>
		a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1
	);
	return { roster: hasErrors(problems) ? null : roster, problems: byPlace };
}

/**
 * Reads a roster from a path: a OneRoster 1.1 or 1.2 folder or zip, or plain CSV of pupils or staff
 * (one file, a folder or a zip). Bad files are problems, not exceptions.
 * @throws what the file system throws, except that nothing is at the path
 */
export async function readRoster(
	path: string,
	mapping: RosterMapping = {}
): Promise<RosterReading> {
	const problems: RosterProblem[] = [];
	const files = await openRosterPath(path, problems);
	return readOpenedFiles(files, mapping, problems);
}

/**
 * The same for files chosen on a page.
 * @param files file name (folders allowed) to bytes: a zip, or CSV files
 */
export function readRosterFiles(
	files: ReadonlyMap<string, Uint8Array>,
	mapping: RosterMapping = {}
): RosterReading {
	const problems: RosterProblem[] = [];
	return readOpenedFiles(openUploadedFiles(files, problems), mapping, problems);
}

/**
 * The columns of plain CSV files and what they are taken for, so that a page can ask before reading.
 * Empty for a OneRoster export, where nothing has to be asked.
 */
export function guessRosterFiles(files: ReadonlyMap<string, Uint8Array>): PlainGuess[] {
	const opened = openUploadedFiles(files, []);
	return isOneRoster(opened) ? [] : guessPlain(opened);
}
