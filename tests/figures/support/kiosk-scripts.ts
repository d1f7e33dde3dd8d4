// Which scripts of the production build the child's side loads, and when: read off the built files.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { SHELL_LIST, type ShellList } from '../../../.config/kiosk-shell';

export const BUILT_CLIENT = resolve(import.meta.dirname, '../../../build/client');

export interface Imports {
	/** Loaded with the script, as paths from the root of the site. */
	fixed: string[];
	/** Loaded when the script asks for them. */
	later: string[];
}

/** Of an import, as the parser gives it. */
interface Source {
	value?: unknown;
	quasis?: { value: { cooked: string } }[];
}

const read = (path: string): Buffer => readFileSync(join(BUILT_CLIENT, path));

export const gzippedBytes = (paths: Iterable<string>): number =>
	[...paths].reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);

export const plainBytes = (paths: Iterable<string>): number =>
	[...paths].reduce((sum, path) => sum + read(path).length, 0);

/** What a built script imports. */
export function importsOf(path: string): Imports {
	const imports: Imports = { fixed: [], later: [] };
	const add = (list: string[], from: Source | null | undefined) => {
		// A built import() has its path between backticks.
		const name = from?.value ?? from?.quasis?.[0]?.value.cooked;
		if (typeof name !== 'string' || !name.startsWith('.')) return;
		list.push(posix.join(posix.dirname(path), name));
	};
	const visit = (node: unknown): void => {
		if (typeof node !== 'object' || node === null) return;
		const { type, source } = node as { type?: string; source?: Source | null };
		if (type === 'ImportExpression') add(imports.later, source);
		else if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(type ?? ''))
			add(imports.fixed, source);
		for (const inner of Object.values(node)) visit(inner);
	};
	visit(parseAst(read(path).toString('utf8')).body);
	return imports;
}

/** These scripts and all that is loaded with them. */
export function loadedWith(paths: Iterable<string>): Set<string> {
	const found = new Set<string>();
	const take = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		for (const next of importsOf(path).fixed) take(next);
	};
	for (const path of paths) take(path);
	return found;
}

/** The scripts that a page of the server names: in preloads, in script elements and in its inline imports. */
export function scriptsNamedIn(html: string): string[] {
	const named = html.match(/\/?_app\/[\w./-]+\.m?js|\/[\w/-]+\.m?js/g) ?? [];
	const paths = named.map((path) => path.replace(/^\//, ''));
	return [...new Set(paths)].filter((path) => existsSync(join(BUILT_CLIENT, path)));
}

/** What the worker keeps of the build: the shell, and the calm space after it. */
export const shellList = (): ShellList =>
	JSON.parse(read(SHELL_LIST).toString('utf8')) as ShellList;

const MANIFEST = resolve(
	import.meta.dirname,
	'../../../.svelte-kit/output/client/.vite/manifest.json'
);

/** Where the calm space begins: its own files and the players that only it needs. */
const isCalm = (source: string) =>
	source.startsWith('src/lib/kiosk/calm/') || /node_modules\/(lottie-web|howler)\//.test(source);

/** The scripts that are loaded only for the calm space. */
export function calmScripts(): Set<string> {
	const chunks = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<
		string,
		{ file: string; isDynamicEntry?: boolean }
	>;
	return new Set(
		Object.entries(chunks)
			.filter(([source, chunk]) => chunk.isDynamicEntry && isCalm(source))
			.map(([, { file }]) => file)
	);
}

/** What these scripts load at some time, without what lies behind the `barred` ones. */
export function everLoadedBy(paths: Iterable<string>, barred: ReadonlySet<string>): Set<string> {
	const found = new Set<string>();
	const take = (path: string) => {
		if (found.has(path) || barred.has(path)) return;
		found.add(path);
		const { fixed, later } = importsOf(path);
		for (const next of [...fixed, ...later]) take(next);
	};
	for (const path of paths) take(path);
	return found;
}
