// The one-time link that makes the first school; there is at most one.
import type { Db } from './open';

/** No school exists yet that the link could belong to. */
const NO_SCHOOL = '';

export async function replaceSetUpLink(db: Db, tokenHash: string, at: number): Promise<void> {
	await db.deleteFrom('set_up_link').execute();
	await db
		.insertInto('set_up_link')
		.values({ school_id: NO_SCHOOL, token_hash: tokenHash, made_at: at })
		.execute();
}

export async function isSetUpLink(db: Db, tokenHash: string): Promise<boolean> {
	const row = await db
		.selectFrom('set_up_link')
		.select('made_at')
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return row !== undefined;
}

/** @returns true for the one caller who took it away. */
export async function takeSetUpLink(db: Db, tokenHash: string): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('set_up_link')
		.where('token_hash', '=', tokenHash)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** Once there is a staff member who can sign in, no link may make another. */
export async function dropSetUpLink(db: Db): Promise<void> {
	await db.deleteFrom('set_up_link').execute();
}
