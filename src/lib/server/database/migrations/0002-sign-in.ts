// better-auth's tables, as version 1.7 wants them. SQLite keeps a `timestamptz` as the text it is given.
import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

type Building = CreateTableBuilder<string, string>;

const start = (db: Kysely<unknown>, name: string): Building =>
	db.schema.createTable(name).addColumn('id', 'text', (column) => column.primaryKey());

const withTimes = (table: Building): Building =>
	table
		.addColumn('createdAt', 'timestamptz', (column) => column.notNull())
		.addColumn('updatedAt', 'timestamptz', (column) => column.notNull());

/** What belongs to an account goes with it. */
const withOwner = (table: Building): Building =>
	table.addColumn('userId', 'text', (column) =>
		column.notNull().references('auth_user.id').onDelete('cascade')
	);

export async function up(db: Kysely<unknown>): Promise<void> {
	await withTimes(
		start(db, 'auth_user')
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('email', 'text', (column) => column.notNull().unique())
			.addColumn('emailVerified', 'boolean', (column) => column.notNull().defaultTo(sql`false`))
			.addColumn('image', 'text')
	).execute();
	await withTimes(
		withOwner(start(db, 'auth_session'))
			.addColumn('token', 'text', (column) => column.notNull().unique())
			.addColumn('expiresAt', 'timestamptz', (column) => column.notNull())
			.addColumn('ipAddress', 'text')
			.addColumn('userAgent', 'text')
	).execute();
	await withTimes(
		withOwner(start(db, 'auth_account'))
			.addColumn('accountId', 'text', (column) => column.notNull())
			.addColumn('providerId', 'text', (column) => column.notNull())
			.addColumn('accessToken', 'text')
			.addColumn('refreshToken', 'text')
			.addColumn('idToken', 'text')
			.addColumn('accessTokenExpiresAt', 'timestamptz')
			.addColumn('refreshTokenExpiresAt', 'timestamptz')
			.addColumn('scope', 'text')
			.addColumn('password', 'text')
	).execute();
	await withTimes(
		start(db, 'auth_verification')
			.addColumn('identifier', 'text', (column) => column.notNull())
			.addColumn('value', 'text', (column) => column.notNull())
			.addColumn('expiresAt', 'timestamptz', (column) => column.notNull())
	).execute();
	await start(db, 'auth_rate_limit')
		.addColumn('key', 'text', (column) => column.notNull().unique())
		.addColumn('count', 'integer', (column) => column.notNull())
		.addColumn('lastRequest', 'bigint', (column) => column.notNull())
		.execute();
	await db.schema.createIndex('auth_session_by_user').on('auth_session').column('userId').execute();
	await db.schema.createIndex('auth_account_by_user').on('auth_account').column('userId').execute();
	await db.schema
		.createIndex('auth_verification_by_identifier')
		.on('auth_verification')
		.column('identifier')
		.execute();
}
