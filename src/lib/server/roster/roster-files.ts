// From a folder, a zip, or uploaded files to CSV files by name. Nothing is ever unpacked to disk.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { rosterError, type RosterProblem } from './roster-problem';

export const FILES_LIMIT = 200;
/** A OneRoster export of the largest primary school is under 5 MB. */
export const UNPACKED_LIMIT_BYTES = 64 * 1024 * 1024;
const BYTES_PER_MB = 1024 * 1024;

export interface RosterFile {
	/** As the file was called, without folders. */
	name: string;
	bytes: Uint8Array;
}

/** Lower-case file name to file. */
export type RosterFiles = Map<string, RosterFile>;

interface FoundFile {
	/** With folders, divided by `/`. */
	path: string;
	bytes: Uint8Array;
}

const isZip = (bytes: Uint8Array) =>
	bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 0x08;
const isOldSpreadsheet = (bytes: Uint8Array) =>
	bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
const tooLarge = (file: string) =>
	rosterError('too-large', { file }, { limitMb: UNPACKED_LIMIT_BYTES / BYTES_PER_MB });
const tooMany = (file: string) => rosterError('too-many-files', { file }, { limit: FILES_LIMIT });

/** What a computer adds to a zip or folder by itself. */
function isOurs(path: string): boolean {
	return path.split('/').every((part) => part !== '__MACOSX' && !part.startsWith('.'));
}

function isCsv(path: string): boolean {
	return /\.(csv|txt)$/i.test(path) && isOurs(path);
}

function unpack(file: string, bytes: Uint8Array, problems: RosterProblem[]): FoundFile[] {
	let entries = 0;
	let unpackedBytes = 0;
	let spreadsheet = false;
	let unpacked: Record<string, Uint8Array>;
	try {
		unpacked = unzipSync(bytes, {
			filter: (entry) => {
				entries++;
				if (/^(xl\/|content\.xml$)/.test(entry.name)) spreadsheet = true;
				if (!isCsv(entry.name)) return false;
				// fflate makes room for the size stated here and never writes more, so this sum holds.
				unpackedBytes += entry.originalSize;
				return entries <= FILES_LIMIT && unpackedBytes <= UNPACKED_LIMIT_BYTES;
			}
		});
	} catch {
		problems.push(rosterError('zip-unreadable', { file }));
		return [];
	}
	if (spreadsheet) problems.push(rosterError('spreadsheet', { file }));
	else if (entries > FILES_LIMIT) problems.push(tooMany(file));
	else if (unpackedBytes > UNPACKED_LIMIT_BYTES) problems.push(tooLarge(file));
	else return Object.entries(unpacked).map(([path, entry]) => ({ path, bytes: entry }));
	return [];
}

/** The CSV files nearest to the top; a zip often has one folder around everything. */
function nearestToTop(found: FoundFile[], problems: RosterProblem[]): RosterFiles {
	const depth = (path: string) => path.split('/').length;
	const top = Math.min(...found.map(({ path }) => depth(path)));
	const files: RosterFiles = new Map();
	for (const { path, bytes } of found) {
		if (depth(path) > top) continue;
		const name = basename(path);
		const key = name.toLowerCase();
		if (files.has(key)) problems.push(rosterError('file-twice', { file: name }));
		else files.set(key, { name, bytes });
	}
	return files;
}

/**
 * CSV files out of what somebody chose on a page: a zip, or loose files.
 * @param chosen file name to bytes; names may hold folders, as a folder upload gives them
 * @returns empty when there is nothing to read; why is then in `problems`
 */
export function openUploadedFiles(
	chosen: ReadonlyMap<string, Uint8Array>,
	problems: RosterProblem[]
): RosterFiles {
	const firstName = [...chosen.keys()][0] ?? '';
	const known = problems.length;
	const found: FoundFile[] = [];
	if (chosen.size > FILES_LIMIT) {
		problems.push(tooMany(firstName));
		return new Map();
	}
	for (const [path, bytes] of chosen) {
		if (!isOurs(path)) continue;
		if (isOldSpreadsheet(bytes)) problems.push(rosterError('spreadsheet', { file: path }));
		else if (isZip(bytes)) found.push(...unpack(path, bytes, problems));
		else if (/\.zip$/i.test(path)) problems.push(rosterError('zip-unreadable', { file: path }));
		else if (isCsv(path)) found.push({ path, bytes });
	}
	if (found.reduce((sum, { bytes }) => sum + bytes.length, 0) > UNPACKED_LIMIT_BYTES) {
		problems.push(tooLarge(firstName));
		return new Map();
	}
	if (found.length === 0 && problems.length === known) {
		problems.push(rosterError('no-csv', { file: firstName }));
	}
	return nearestToTop(found, problems);
}

/** The files in a folder, or in the one folder inside it. */
async function filesInFolder(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile() && isOurs(entry.name));
	const folders = entries.filter((entry) => entry.isDirectory() && isOurs(entry.name));
	const [inner] = folders;
	if (inner && folders.length === 1 && !files.some((entry) => isCsv(entry.name))) {
		return (await readdir(join(folder, inner.name), { withFileTypes: true }))
			.filter((entry) => entry.isFile())
			.map((entry) => join(folder, inner.name, entry.name));
	}
	return files.map((entry) => join(folder, entry.name));
}

/**
 * CSV files from a folder, a zip or a single CSV file on this machine.
 * @throws what the file system throws, except that nothing is there
 */
export async function openRosterPath(
	path: string,
	problems: RosterProblem[]
): Promise<RosterFiles> {
	const found = await stat(path).catch((thrown: NodeJS.ErrnoException) => {
		if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return null;
		throw thrown;
	});
	if (!found) {
		problems.push(rosterError('path-missing', { file: path }));
		return new Map();
	}
	const paths = found.isDirectory() ? (await filesInFolder(path)).sort() : [path];
	const chosen = new Map<string, Uint8Array>();
	let readBytes = 0;
	for (const each of paths) {
		// A folder may hold anything: only what can be a roster is read into memory.
		if (found.isDirectory() && !/\.(csv|txt|xlsx?|ods)$/i.test(each)) continue;
		readBytes += (await stat(each)).size;
		if (readBytes > UNPACKED_LIMIT_BYTES) {
			problems.push(tooLarge(path));
			return new Map();
		}
		chosen.set(basename(each), await readFile(each));
	}
	if (chosen.size === 0) {
		problems.push(rosterError('no-csv', { file: path }));
		return new Map();
	}
	return openUploadedFiles(chosen, problems);
}
