// Wrong passwords in a row for one address, known or not, so that guessing one person's is slow.
import { sql } from 'kysely';
import type { OpenDatabase } from './open';

/** Nobody knows yet which school somebody who has not signed in belongs to. */
const NO_SCHOOL = '';

/**
 * Counts a try before the password is looked at, so that many tries at once cannot pass together.
 * @returns 0 when the try may go on, else for how many milliseconds it must wait.
 */
export async function countTry(
	{ db, engine }: OpenDatabase,
	scope: string,
	now: number,
	waitAfter: (misses: number) => number
): Promise<number> {
	return db.transaction().execute(async (tx) => {
		await tx
			.insertInto('guess')
			.values({ school_id: NO_SCHOOL, scope, misses: 0, last_miss_at: 0 })
			.onConflict((conflict) => conflict.columns(['school_id', 'scope']).doNothing())
			.execute();
		const row = await tx
			.selectFrom('guess')
			.select(['misses', 'last_miss_at'])
			.where('school_id', '=', NO_SCHOOL)
			.where('scope', '=', scope)
			.$if(engine === 'postgres', (query) => query.modifyEnd(sql`for update`))
			.executeTakeFirstOrThrow();
		const pauseMs = waitAfter(row.misses);
		// Another try at the same moment may bear a time a little later than this one's: no reason to wait.
		const waitMs = pauseMs === 0 ? 0 : row.last_miss_at + pauseMs - now;
		if (waitMs > 0) return waitMs;
		await tx
			.updateTable('guess')
			.set({ misses: row.misses + 1, last_miss_at: now })
			.where('school_id', '=', NO_SCHOOL)
			.where('scope', '=', scope)
			.execute();
		return 0;
	});
}

export async function forgetTries({ db }: OpenDatabase, scope: string): Promise<void> {
	await db
		.deleteFrom('guess')
		.where('school_id', '=', NO_SCHOOL)
		.where('scope', '=', scope)
		.execute();
}
