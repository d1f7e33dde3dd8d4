// What the production build brings to a tablet, and when: read off the built files.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SHELL_LIST, type ShellList } from '../../../.config/kiosk-shell';

export const BUILT_CLIENT = resolve(import.meta.dirname, '../../../build/client');

const read = (path: string): Buffer => readFileSync(join(BUILT_CLIENT, path));

export const gzippedBytes = (paths: Iterable<string>): number =>
	[...paths].reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);

export const plainBytes = (paths: Iterable<string>): number =>
	[...paths].reduce((sum, path) => sum + read(path).length, 0);

/** The scripts that a page of the server names: in preloads, in script elements and in its inline imports. */
export function scriptsNamedIn(html: string): string[] {
	const named = html.match(/\/?_app\/[\w./-]+\.m?js|\/[\w/-]+\.m?js/g) ?? [];
	const paths = named.map((path) => path.replace(/^\//, ''));
	return [...new Set(paths)].filter((path) => existsSync(join(BUILT_CLIENT, path)));
}

/** What the worker keeps of the build. */
export const shellList = (): ShellList =>
	JSON.parse(read(SHELL_LIST).toString('utf8')) as ShellList;
