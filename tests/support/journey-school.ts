// The school fixture for journeys. It uses the server's own code, which resolves `$lib` and JSON through
// Vite as the commands do; Playwright's plain Node would not take it.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import type { AppServer } from './app-server';
import type { SchoolFixture } from './school-fixture';

const ROOT = resolve(import.meta.dirname, '../..');

let loading: Promise<typeof import('./school-fixture')> | null = null;

/** Makes the demo's school in the server's data; the server may be started before or afterwards. */
export async function makeSchool(server: AppServer): Promise<SchoolFixture> {
	loading ??= runnerImport<typeof import('./school-fixture')>(
		resolve(import.meta.dirname, 'school-fixture.ts'),
		{
			root: ROOT,
			configFile: false,
			logLevel: 'error',
			resolve: { alias: { $lib: resolve(ROOT, 'src/lib') } }
		}
	).then(({ module }) => module);
	return (await loading).makeSchool(server);
}
