// Which script the kiosk's page begins with: the build gives it a new name whenever it changes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

/** Written by .config/kiosk-shell.ts, among the files for browsers. */
const SHELL_LIST = 'client/_app/kiosk-shell.json';
const ShellList = v.object({ start: v.string() });

let script: string | undefined;

/** The path of the script, from the root of the site. Throws where the app is not built. */
export function kioskStartScript(): string {
	script ??= `/${v.parse(ShellList, JSON.parse(readFileSync(shellListFile(), 'utf8'))).start}`;
	return script;
}

/** The server's own scripts stand in a folder beside the browsers' files, or somewhere below it. */
function shellListFile(): string {
	let folder = import.meta.dirname;
	while (!existsSync(join(folder, SHELL_LIST))) {
		const above = dirname(folder);
		if (above === folder) throw new Error(`${SHELL_LIST} is missing: run \`npm run build\`.`);
		folder = above;
	}
	return join(folder, SHELL_LIST);
}
