// PostgreSQL tries to compress long texts before it stores them apart. What is sealed cannot be made
// smaller, and the attempt took it a third of the time of storing.
import { PostgresAdapter, sql, type Kysely } from 'kysely';

const sealed = { envelope: 'line', talk_words: 'sealed' } as const;

export async function up(db: Kysely<unknown>): Promise<void> {
	if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
	for (const [table, column] of Object.entries(sealed)) {
		await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set storage external`.execute(
			db
		);
	}
}
