// A statement for many rows, built once: to build it anew takes Kysely longer than SQLite takes to insert
// the rows.
import { CompiledQuery, type Compilable } from 'kysely';
import type { Db } from './open';

type Value = string | number | null;

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

	async run(db: Db, rows: readonly Row[]): Promise<readonly Returned[]> {
		if (rows.length === 0) return [];
		const query = CompiledQuery.raw(this.#textFor(db, rows), this.#valuesOf(rows));
		return (await db.executeQuery<Returned>(query as CompiledQuery<Returned>)).rows;
	}

	#valuesOf(rows: readonly Row[]): Value[] {
		return rows.flatMap((row) => this.#columns.map((column): Value => row[column]));
	}

	#textFor(db: Db, rows: readonly Row[]): string {
		const { adapter } = db.getExecutor();
		const texts = this.#texts.get(adapter) ?? new Map<number, string>();
		this.#texts.set(adapter, texts);
		const known = texts.get(rows.length);
		if (known) return known;
		const { sql, parameters } = this.#build(db, [...rows]).compile();
		const expected = this.#valuesOf(rows);
		if (parameters.some((value, i) => value !== expected[i])) {
			throw new Error('A statement for many rows takes its values in another order.');
		}
		texts.set(rows.length, sql);
		return sql;
	}
}
