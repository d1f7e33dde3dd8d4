import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { newPostgresDatabase, onBothDatabases } from '../../../../tests/support/on-both-databases';
import { migrations } from './migrations/index';
import { assertDurable } from './node-sqlite';
import { openDatabase } from './open';

const alarm = (alarm_id: string) => ({
	school_id: 's',
	alarm_id,
	kind: 'test',
	detail_json: '{}',
	raised_at: 1_700_000_000_000
});

onBothDatabases('the database', (database) => {
	it('has run every migration', async () => {
		const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(
			database().db
		);
		expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(migrations).sort());
	});

	it('is durable', async () => {
		await expect(database().assertDurable()).resolves.toBeUndefined();
	});

	it('gives times back as numbers', async () => {
		await database().db.insertInto('alarm').values(alarm('number')).execute();
		const row = await database().db.selectFrom('alarm').selectAll().executeTakeFirstOrThrow();
		expect(row.raised_at).toBe(1_700_000_000_000);
		expect(row.seen_at).toBeNull();
	});

	it('keeps transactions apart: one rolls back alone while others commit', async () => {
		const { db } = database();
		const count = async () =>
			Number(
				(await db.selectFrom('alarm').select(db.fn.countAll().as('n')).executeTakeFirstOrThrow()).n
			);
		const before = await count();
		const runs = Array.from({ length: 20 }, (_, i) =>
			db
				.transaction()
				.execute(async (tx) => {
					await tx
						.insertInto('alarm')
						.values(alarm(`a${i}`))
						.execute();
					await tx
						.insertInto('alarm')
						.values(alarm(`b${i}`))
						.execute();
					if (i % 4 === 0) throw new Error('changed my mind');
				})
				.catch((error: Error) => error.message)
		);
		const reads = Array.from({ length: 20 }, count);
		const outcomes = await Promise.all(runs);
		expect(outcomes.filter((outcome) => outcome === 'changed my mind')).toHaveLength(5);
		expect(await count()).toBe(before + 30);
		// Nobody ever saw half of a transaction.
		for (const seen of await Promise.all(reads)) expect((seen - before) % 2).toBe(0);
	});
});

it('has PostgreSQL store what is sealed without trying to compress it', async () => {
	const open = await openDatabase({ dataDir: '', databaseUrl: await newPostgresDatabase() });
	const { rows } = await sql<{ column: string }>`
		select attrelid::regclass || '.' || attname as column from pg_attribute
		where attstorage = 'e' and attrelid in ('envelope'::regclass, 'talk_words'::regclass)
		order by 1`.execute(open.db);
	await open.close();
	expect(rows.map(({ column }) => column)).toEqual(['envelope.line', 'talk_words.sealed']);
});

it('refuses a SQLite connection that would not survive a power cut', () => {
	const raw = new DatabaseSync(':memory:');
	raw.exec('PRAGMA synchronous = NORMAL');
	expect(() => assertDurable(raw)).toThrow(/does not start/);
	raw.close();
});
