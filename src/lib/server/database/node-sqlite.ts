// Fits Node's own SQLite to Kysely's SqliteDialect, which expects the shape of better-sqlite3.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import {
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Driver,
	type SqliteDatabase,
	type SqliteDialectConfig
} from 'kysely';

/** Set on every connection: a reopened WAL file falls back to synchronous=NORMAL. */
const PRAGMAS = [
	'PRAGMA journal_mode = WAL',
	'PRAGMA synchronous = FULL',
	'PRAGMA foreign_keys = ON',
	'PRAGMA busy_timeout = 5000',
	// Only in a long flood: otherwise the log is copied in a quiet moment, see `copyLog`.
	'PRAGMA wal_autocheckpoint = 8000'
];

/** The log is copied into the database when nothing was asked for so long … */
const QUIET_MS = 250;
/** … and it is longer than this; SQLite's own measure, at which a commit would have to wait for it. */
const LONG_LOG_PAGES = 1000;

const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } as const;

/** The statements kept prepared; a batch of envelopes always uses the same few. */
const KEPT_STATEMENTS = 200;
/** A long one inserts many rows, and rarely as many again; prepared it takes far more memory than its text. */
const LONGEST_KEPT = 4_000;

export function openSqlite(file: string): { forKysely: SqliteDatabase; raw: DatabaseSync } {
	const raw = new DatabaseSync(file);
	for (const pragma of PRAGMAS) raw.exec(pragma);
	assertDurable(raw);

	type Statement = ReturnType<SqliteDatabase['prepare']>;
	const kept = new Map<string, Statement>();
	return {
		raw,
		forKysely: {
			close: () => raw.close(),
			prepare: (sql) => {
				const known = kept.get(sql);
				if (known) return known;
				const statement = raw.prepare(sql);
				const made: Statement = {
					reader: statement.columns().length > 0,
					all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
					run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
					iterate: (parameters) =>
						statement.iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>
				};
				if (sql.length > LONGEST_KEPT) return made;
				if (kept.size >= KEPT_STATEMENTS) kept.clear();
				kept.set(sql, made);
				return made;
			}
		}
	};
}

/** Throws when a connection would acknowledge what a power cut could still take away. */
export function assertDurable(raw: DatabaseSync): void {
	for (const [pragma, value] of Object.entries(wanted)) {
		const row = raw.prepare(`PRAGMA ${pragma}`).get();
		if (row?.[pragma] !== value) {
			throw new Error(
				`SQLite has ${pragma}=${String(row?.[pragma])} where ${value} is needed; a request could be lost in a power cut. The server does not start like this.`
			);
		}
	}
}

/** Copies the log into the database if it is long. A failure is left to the next time, as SQLite does. */
function copyLog(raw: DatabaseSync): void {
	try {
		const { log, checkpointed } = raw.prepare('PRAGMA wal_checkpoint(NOOP)').get() ?? {};
		if (Number(log) - Number(checkpointed) < LONG_LOG_PAGES) return;
		raw.prepare('PRAGMA wal_checkpoint(PASSIVE)').get();
	} catch {
		// What is committed stands in the log, and is synced there.
	}
}

/** Longer than any transaction of ours may take. */
const LONGEST_WAIT_MS = 15_000;

/**
 * Kysely's SQLite driver hands the same connection to everybody, so that a query from elsewhere would
 * land inside somebody's open transaction. Here each waits for its turn.
 */
class OneAtATimeDriver extends SqliteDriver {
	readonly #raw: DatabaseSync;
	#waiting: (() => void)[] = [];
	#taken = false;
	readonly #quiet: NodeJS.Timeout;

	constructor(config: SqliteDialectConfig & { raw: DatabaseSync }) {
		super(config);
		this.#raw = config.raw;
		this.#quiet = setTimeout(() => {
			if (this.#taken) this.#quiet.refresh();
			else if (this.#raw.isOpen) copyLog(this.#raw);
		}, QUIET_MS).unref();
	}

	override async destroy(): Promise<void> {
		clearTimeout(this.#quiet);
		await super.destroy();
	}

	override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		// A full disk makes SQLite roll back by itself; a second time would hide why.
		if (this.#raw.isTransaction) await super.rollbackTransaction(connection);
	}

	override async acquireConnection(): Promise<DatabaseConnection> {
		if (this.#taken) await this.#turn();
		this.#taken = true;
		return super.acquireConnection();
	}

	override async releaseConnection(): Promise<void> {
		const next = this.#waiting.shift();
		// Handed over without being free in between, so that nobody can slip in before the next in line.
		if (next) next();
		else {
			this.#taken = false;
			this.#quiet.refresh();
		}
	}

	#turn(): Promise<void> {
		return new Promise((resolve, reject) => {
			const enter = () => {
				clearTimeout(timer);
				resolve();
			};
			const timer = setTimeout(() => {
				this.#waiting = this.#waiting.filter((waiting) => waiting !== enter);
				reject(
					new Error(
						'A query waited 15 s for the SQLite connection. Was it made through the outer database inside a transaction? Use the transaction given to you.'
					)
				);
			}, LONGEST_WAIT_MS);
			this.#waiting.push(enter);
		});
	}
}

export class NodeSqliteDialect extends SqliteDialect {
	readonly #config: SqliteDialectConfig & { raw: DatabaseSync };
	constructor(config: SqliteDialectConfig & { raw: DatabaseSync }) {
		super(config);
		this.#config = config;
	}
	override createDriver(): Driver {
		return new OneAtATimeDriver(this.#config);
	}
}
