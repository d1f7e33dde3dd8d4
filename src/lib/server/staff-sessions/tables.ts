// better-auth's own tables: its ids, its times (ISO text on SQLite, timestamps on PostgreSQL), its names.
import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<string | Date, string, string>;

export interface AuthTables {
	auth_user: AuthUserTable;
	auth_session: AuthSessionTable;
	auth_account: AuthAccountTable;
	auth_verification: AuthVerificationTable;
	auth_rate_limit: AuthRateLimitTable;
}

interface AuthUserTable {
	id: string;
	name: string;
	email: string;
	emailVerified: Generated<number | boolean>;
	image: string | null;
	createdAt: Moment;
	updatedAt: Moment;
}

interface AuthSessionTable {
	id: string;
	token: string;
	userId: string;
	expiresAt: Moment;
	ipAddress: string | null;
	userAgent: string | null;
	createdAt: Moment;
	updatedAt: Moment;
}

/** How somebody proves who they are; ours are all `credential`: an e-mail address and a password. */
interface AuthAccountTable {
	id: string;
	accountId: string;
	providerId: string;
	userId: string;
	accessToken: string | null;
	refreshToken: string | null;
	idToken: string | null;
	accessTokenExpiresAt: Moment | null;
	refreshTokenExpiresAt: Moment | null;
	scope: string | null;
	/** scrypt with its salt. */
	password: string | null;
	createdAt: Moment;
	updatedAt: Moment;
}

interface AuthVerificationTable {
	id: string;
	identifier: string;
	value: string;
	expiresAt: Moment;
	createdAt: Moment;
	updatedAt: Moment;
}

interface AuthRateLimitTable {
	id: string;
	key: string;
	count: number;
	lastRequest: number;
}
