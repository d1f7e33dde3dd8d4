// A running server without HTTP, over a database that a test has open.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readConfig } from '$lib/server/config';
import type { OpenDatabase } from '$lib/server/database/open';
import { readOrMakeKeys } from '$lib/server/keys';
import { makeLog } from '$lib/server/log';
import type { RunningServer } from '$lib/server/running';

/** Its keys go when the test ends; the database stays the caller's to close. */
export async function runningOn(
	open: OpenDatabase,
	environment: Record<string, string> = {}
): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-running-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...environment });
	return {
		...open,
		config,
		keys: await readOrMakeKeys(config.keysFile),
		log: makeLog(config.logLevel)
	};
}
