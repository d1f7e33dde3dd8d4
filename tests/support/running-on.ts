// A running server over a database that a test has opened: real keys, no log, a school that is always open.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '$lib/server/config';
import type { OpenDatabase } from '$lib/server/database/open';
import { readOrMakeKeys } from '$lib/server/keys';
import { makeLog } from '$lib/server/log';
import type { RunningServer } from '$lib/server/running';

export async function runningOn(
	open: OpenDatabase,
	over: Partial<Config> = {}
): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-keys-'));
	const config: Config = {
		dataDir: folder,
		databaseUrl: null,
		keysFile: join(folder, 'keys.json'),
		origin: 'http://localhost:3000',
		port: 3000,
		logLevel: 'silent',
		schoolAlwaysOpen: true,
		...over
	};
	return { ...open, config, keys: await readOrMakeKeys(config.keysFile), log: makeLog('silent') };
}
