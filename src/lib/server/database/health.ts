import { sql } from 'kysely';
import type { Db } from './open';

/** True when the database answers; rejects, or stays silent, when it does not. */
export async function isAnswering(db: Db): Promise<boolean> {
	const { rows } = await sql`select 1 as one`.execute(db);
	return rows.length === 1;
}
