// The e-mail address and password that a staff member signs in with. Written straight into
// better-auth's tables, so that an account, its staff member and the used-up link are one transaction.
import { v7 as newId } from 'uuid';
import type { Db } from './open';

const PASSWORD_PROVIDER = 'credential';

/** Addresses are compared in lower case, as better-auth does. */
export const plainEmail = (email: string): string => email.trim().toLowerCase();

export async function accountIdByEmail(db: Db, email: string): Promise<string | null> {
	const row = await db
		.selectFrom('auth_user')
		.select('id')
		.where('email', '=', plainEmail(email))
		.executeTakeFirst();
	return row?.id ?? null;
}

export async function emailOfAccount(db: Db, accountId: string): Promise<string | null> {
	const row = await db
		.selectFrom('auth_user')
		.select('email')
		.where('id', '=', accountId)
		.executeTakeFirst();
	return row?.email ?? null;
}

/**
 * @param passwordHash from `hashPassword` of better-auth.
 * @returns the new account's id. Throws when the address has an account already.
 */
export async function insertAccount(
	db: Db,
	account: { email: string; name: string; passwordHash: string; at: number }
): Promise<string> {
	const id = newId();
	const time = new Date(account.at).toISOString();
	await db
		.insertInto('auth_user')
		.values({
			id,
			name: account.name,
			email: plainEmail(account.email),
			image: null,
			createdAt: time,
			updatedAt: time
		})
		.execute();
	await db
		.insertInto('auth_account')
		.values({
			id: newId(),
			accountId: id,
			providerId: PASSWORD_PROVIDER,
			userId: id,
			accessToken: null,
			refreshToken: null,
			idToken: null,
			accessTokenExpiresAt: null,
			refreshTokenExpiresAt: null,
			scope: null,
			password: account.passwordHash,
			createdAt: time,
			updatedAt: time
		})
		.execute();
	return id;
}

/** A new address and password for an account that exists; every session of the old ones ends. */
export async function replaceCredentials(
	db: Db,
	accountId: string,
	to: { email: string; passwordHash: string; at: number }
): Promise<void> {
	const updatedAt = new Date(to.at).toISOString();
	await db
		.updateTable('auth_user')
		.set({ email: plainEmail(to.email), updatedAt })
		.where('id', '=', accountId)
		.execute();
	await db
		.updateTable('auth_account')
		.set({ password: to.passwordHash, updatedAt })
		.where('userId', '=', accountId)
		.where('providerId', '=', PASSWORD_PROVIDER)
		.execute();
	await endSessionsOf(db, accountId);
}

export async function endSessionsOf(db: Db, accountId: string): Promise<void> {
	await db.deleteFrom('auth_session').where('userId', '=', accountId).execute();
}

/** Sessions that are over already; nothing reads them any more. */
export async function deleteSessionsOver(db: Db, now: number): Promise<void> {
	await db
		.deleteFrom('auth_session')
		.where('expiresAt', '<', new Date(now).toISOString())
		.execute();
}
