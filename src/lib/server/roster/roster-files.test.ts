import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRoster } from './read-roster';
import {
	FILES_LIMIT,
	openRosterPath,
	openUploadedFiles,
	UNPACKED_LIMIT_BYTES
} from './roster-files';
import type { RosterProblem } from './roster-problem';

const bytes = strToU8('a,b\n');

function upload(files: Record<string, Uint8Array>) {
	const problems: RosterProblem[] = [];
	const names = [...openUploadedFiles(new Map(Object.entries(files)), problems).keys()];
	return { names, codes: problems.map(({ code }) => code) };
}

/** Writes another size into the directory of a zip than its entry has. */
function withStatedSize(zip: Uint8Array, size: number): Uint8Array {
	const changed = zip.slice();
	const view = new DataView(changed.buffer);
	for (let at = 0; at < changed.length - 4; at++) {
		if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
	}
	return changed;
}

describe('zips', () => {
	test('with and without a folder around everything', () => {
		expect(upload({ 'a.zip': zipSync({ 'users.csv': bytes }) }).names).toEqual(['users.csv']);
		const zip = zipSync({
			'export 2026/Users.CSV': bytes,
			'export 2026/old/users.csv': bytes,
			'export 2026/readme.pdf': bytes,
			'__MACOSX/export 2026/._users.csv': bytes,
			'.DS_Store': bytes
		});
		expect(upload({ 'a.zip': zip })).toEqual({ names: ['users.csv'], codes: [] });
	});

	test('that point out of their folder are not followed', () => {
		const zip = zipSync({ '../../etc/users.csv': bytes });
		expect(upload({ 'a.zip': zip })).toEqual({ names: [], codes: ['no-csv'] });
	});

	const half = zipSync({ 'users.csv': strToU8('sourcedId,role\n'.repeat(500)) });
	const many = Object.fromEntries(
		Array.from({ length: FILES_LIMIT + 1 }, (_, at) => [`${at}.csv`, bytes])
	);
	test.each<[string, Uint8Array, string]>([
		['cut short', half.slice(0, half.length / 2), 'zip-unreadable'],
		['that are no zip', strToU8('hello'), 'zip-unreadable'],
		['without CSV', zipSync({ 'a.pdf': bytes }), 'no-csv'],
		['with too many files', zipSync(many), 'too-many-files'],
		[
			'that would unpack to too much',
			zipSync({ 'users.csv': new Uint8Array(UNPACKED_LIMIT_BYTES + 1) }, { level: 1 }),
			'too-large'
		],
		[
			'that say they unpack to too much',
			withStatedSize(half, UNPACKED_LIMIT_BYTES + 1),
			'too-large'
		],
		[
			'that are spreadsheets',
			zipSync({ '[Content_Types].xml': bytes, 'xl/workbook.xml': bytes }),
			'spreadsheet'
		],
		['with one file twice', zipSync({ 'a/users.csv': bytes, 'b/users.csv': bytes }), 'file-twice']
	])('%s are reported', (_name, zip, code) => {
		expect(upload({ 'a.zip': zip }).codes).toEqual([code]);
	});

	test('that unpack to more than they say take no more room than they say', () => {
		const problems: RosterProblem[] = [];
		const lying = withStatedSize(zipSync({ 'users.csv': new Uint8Array(1_000_000) }), 10);
		const opened = openUploadedFiles(new Map([['a.zip', lying]]), problems);
		const size = opened.get('users.csv')?.bytes.length ?? 0;
		expect(size).toBeLessThanOrEqual(10);
	});
});

test('uploads: a folder, an old spreadsheet, nothing', () => {
	expect(upload({ 'folder/users.csv': bytes, 'folder/x.pdf': bytes }).names).toEqual(['users.csv']);
	expect(upload({ 'a.xls': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) }).codes).toEqual([
		'spreadsheet'
	]);
	expect(upload({}).codes).toEqual(['no-csv']);
});

describe('paths', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'roster-files-'));
		await mkdir(join(folder, 'outer/inner'), { recursive: true });
		await mkdir(join(folder, 'empty'));
		await writeFile(join(folder, 'outer/inner/users.csv'), bytes);
		await writeFile(join(folder, 'outer/notes.pdf'), bytes);
		await writeFile(join(folder, 'all.zip'), zipSync({ 'users.csv': bytes }));
	});
	afterAll(() => rm(folder, { recursive: true }));

	test.each([
		['outer', ['users.csv'], []],
		['outer/inner', ['users.csv'], []],
		['outer/inner/users.csv', ['users.csv'], []],
		['all.zip', ['users.csv'], []],
		['empty', [], ['no-csv']],
		['nowhere', [], ['path-missing']]
	])('%s', async (path, names, codes) => {
		const problems: RosterProblem[] = [];
		const files = await openRosterPath(join(folder, path), problems);
		expect([...files.keys()]).toEqual(names);
		expect(problems.map(({ code }) => code)).toEqual(codes);
	});

	test('a path with nothing is a problem, not an exception', async () => {
		expect(await readRoster(join(folder, 'nowhere'))).toMatchObject({
			roster: null,
			problems: [{ code: 'path-missing' }]
		});
	});
});
