// Opens the database that the settings name and brings it up to date.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { migrations } from './migrations/index';
import { assertDurable, NodeSqliteDialect, openSqlite } from './node-sqlite';
import type { Tables } from './schema';

export type Database = Kysely<Tables>;
/** What a query needs: the database, or the transaction it is part of. */
export type Db = Database | Transaction<Tables>;

export interface OpenDatabase {
	engine: 'sqlite' | 'postgres';
	db: Database;
	/** Throws when what was just committed might not survive a power cut. */
	assertDurable(): Promise<void>;
	close(): Promise<void>;
}

// int8 comes as text, since it may exceed a JavaScript number; ours are times and counters, which do not.
const INT8 = 20;
pg.types.setTypeParser(INT8, Number);

const MOST_POSTGRES_CONNECTIONS = 10;

function openPostgres(databaseUrl: string): OpenDatabase {
	const pool = new pg.Pool({ connectionString: databaseUrl, max: MOST_POSTGRES_CONNECTIONS });
	// A dropped idle connection is replaced at the next query; without a listener it ends the process.
	pool.on('error', () => undefined);
	const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
	return {
		engine: 'postgres',
		db,
		close: () => db.destroy(),
		async assertDurable() {
			const { rows } = await pool.query<{ name: string; setting: string }>(
				`select name, setting from pg_settings where name in ('fsync', 'synchronous_commit')`
			);
			const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name);
			if (off.length > 0) {
				throw new Error(
					`PostgreSQL has ${off.join(' and ')} switched off; a request could be lost in a power cut. The server does not start like this.`
				);
			}
		}
	};
}

function openSqliteFile(file: string): OpenDatabase {
	const { forKysely, raw } = openSqlite(file);
	const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: forKysely, raw }) });
	return {
		engine: 'sqlite',
		db,
		assertDurable: async () => assertDurable(raw),
		close: async () => {
			await db.destroy();
			if (raw.isOpen) raw.close();
		}
	};
}

/** Opens SQLite under `dataDir`, or PostgreSQL, and runs what migrations are missing; throws if one fails. */
export async function openDatabase(where: {
	dataDir: string;
	databaseUrl: string | null;
}): Promise<OpenDatabase> {
	if (!where.databaseUrl) mkdirSync(where.dataDir, { recursive: true, mode: 0o700 });
	const open = where.databaseUrl
		? openPostgres(where.databaseUrl)
		: openSqliteFile(join(where.dataDir, 'cwtch.sqlite'));
	try {
		await open.assertDurable();
		await migrate(open.db);
	} catch (error) {
		await open.close();
		throw error;
	}
	return open;
}

export async function migrate(db: Database): Promise<void> {
	const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
	const { error, results } = await migrator.migrateToLatest();
	if (error) {
		const failed = results?.find((result) => result.status === 'Error')?.migrationName;
		throw new Error(
			`The database could not be brought up to date${failed ? ` (${failed})` : ''}; nothing was changed. Restore the last backup or use the version before.`,
			{ cause: error }
		);
	}
}
