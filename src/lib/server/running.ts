// The one server of this process: settings, database, keys and log, opened at start.
import { readConfig, type Config } from './config';
import { openDatabase, type OpenDatabase } from './database/open';
import { readOrMakeKeys, type ServerKeys } from './keys';
import { makeLog, type Logger } from './log';

export interface RunningServer extends OpenDatabase {
	config: Config;
	keys: ServerKeys;
	log: Logger;
}

let running: Promise<RunningServer> | null = null;

/** Opens everything; throws when the server must not start like this. */
export async function startServer(config: Config): Promise<RunningServer> {
	const log = makeLog(config.logLevel);
	const keys = await readOrMakeKeys(config.keysFile);
	const open = await openDatabase(config);
	return { ...open, config, keys, log };
}

/** The server that the environment describes; the same one for every caller. */
export function server(): Promise<RunningServer> {
	running ??= startServer(readConfig(process.env));
	return running;
}
