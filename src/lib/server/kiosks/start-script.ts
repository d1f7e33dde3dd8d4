// Which scripts the kiosk's page begins with: the build gives them new names whenever they change.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

/** Written by .config/kiosk-shell.ts, among the files for browsers. */
const SHELL_LIST = 'client/_app/kiosk-shell.json';
const path = v.pipe(
	v.string(),
	v.transform((name) => `/${name}`)
);
/** Paths from the root of the site. */
const StartScripts = v.object({ early: path, start: path });
type StartScripts = v.InferOutput<typeof StartScripts>;

let scripts: StartScripts | undefined;

/** Throws where the app is not built. */
export function kioskStartScripts(): StartScripts {
	scripts ??= v.parse(StartScripts, JSON.parse(readFileSync(shellListFile(), 'utf8')));
	return scripts;
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
