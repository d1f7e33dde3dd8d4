// A statement for many rows, built once: to build it anew takes Kysely longer than SQLite takes to insert
// the rows.
import { CompiledQuery, type Compilable } from 'kysely';
import type { Db } from './open';

type Value = string | number | null;

/** 50 rows are 32, 16 and 2: few statements stay prepared, whatever number of rows comes. */
function inPowersOfTwo<Row>(rows: readonly Row[]): Row[][] {
	const parts: Row[][] = [];
	for (let from = 0; from < rows.length;) {
		const size = 2 ** Math.floor(Math.log2(rows.length - from));
		parts.push(rows.slice(from, from + size));
		from += size;
	}
	return parts;
}

export class RowsStatement<Row extends { [Column in keyof Row]: Value }, Returned = never> {
	readonly #columns: readonly (keyof Row)[];
	readonly #build: (db: Db, rows: Row[]) => Compilable<Returned>;
	/** By the adapter, since the two engines mark parameters differently; then by the number of rows. */
	readonly #texts = new WeakMap<object, Map<number, string>>();

	/** `build` must use the values in the order of `columns`, row by row, and no other parameters. */
	constructor(
		columns: readonly (keyof Row)[],
		build: (db: Db, rows: Row[]) => Compilable<Returned>
	) {
		this.#columns = columns;
		this.#build = build;
	}

	/** Inside a transaction, since it may take several statements. */
	async run(tx: Db, rows: readonly Row[]): Promise<Returned[]> {
		const returned: Returned[] = [];
		for (const part of inPowersOfTwo(rows)) {
			const values = part.flatMap((row) => this.#columns.map((column): Value => row[column]));
			const query = CompiledQuery.raw(this.#textFor(tx, part), values);
			returned.push(...(await tx.executeQuery<Returned>(query as CompiledQuery<Returned>)).rows);
		}
		return returned;
	}

	#textFor(db: Db, rows: Row[]): string {
		const { adapter } = db.getExecutor();
		const texts = this.#texts.get(adapter) ?? new Map<number, string>();
		this.#texts.set(adapter, texts);
		const known = texts.get(rows.length);
		if (known) return known;
		const { sql, parameters } = this.#build(db, rows).compile();
		const expected = rows.flatMap((row) => this.#columns.map((column): Value => row[column]));
		if (parameters.some((value, i) => value !== expected[i])) {
			throw new Error('A statement for many rows takes its values in another order.');
		}
		texts.set(rows.length, sql);
		return sql;
	}
}
