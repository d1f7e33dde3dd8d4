// Runs a suite twice: on SQLite in a folder of its own and on a fresh database of the real PostgreSQL.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openDatabase, type OpenDatabase } from '$lib/server/database/open';

/** `database()` is open between the suite's first and last test. */
export function onBothDatabases(name: string, suite: (database: () => OpenDatabase) => void): void {
	for (const engine of ['sqlite', 'postgres'] as const) {
		describe(`${name} (${engine})`, () => {
			let open: OpenDatabase | null = null;
			const folder = mkdtempSync(join(tmpdir(), 'cwtch-database-'));
			beforeAll(async () => {
				open = await openDatabase({
					dataDir: folder,
					databaseUrl: engine === 'postgres' ? await newPostgresDatabase() : null
				});
			});
			afterAll(async () => {
				await open?.close();
				rmSync(folder, { recursive: true, force: true });
			});
			suite(() => {
				if (!open) throw new Error('The database is open only while the tests run.');
				return open;
			});
		});
	}
}

export async function newPostgresDatabase(): Promise<string> {
	const url = inject('postgresUrl');
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(`create database ${name}`);
	await client.end();
	return url.replace(/\/postgres$/, `/${name}`);
}
