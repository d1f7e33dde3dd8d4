// Hellos that an adult has said back. None is ever counted, and none is shown as unanswered.
import type { ExpressionBuilder } from 'kysely';
import { notMistaken } from './entry-marks';
import type { Db } from './open';
import type { Tables } from './schema';

/** An exclusion that leads set later holds for what was said before, too. */
export const notExcluded = ({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'hello'>) =>
	not(
		exists(
			selectFrom('standing_exclusion')
				.select('standing_exclusion.staff_id')
				.whereRef('standing_exclusion.school_id', '=', 'hello.school_id')
				.whereRef('standing_exclusion.pupil_id', '=', 'hello.pupil_id')
				.whereRef('standing_exclusion.staff_id', '=', 'hello.staff_id')
		)
	);

/** To all who said hello to this adult since a moment (ms) and were not answered yet. */
export async function setHelloBack(
	db: Db,
	whose: { schoolId: string; staffId: string },
	times: { since: number; now: number }
): Promise<void> {
	await db
		.updateTable('hello')
		.set({ back_at: times.now })
		.where('school_id', '=', whose.schoolId)
		.where('staff_id', '=', whose.staffId)
		.where('said_at', '>=', times.since)
		.where('back_at', 'is', null)
		.where(notExcluded)
		.where(notMistaken)
		.execute();
}

/** Ids of the adults who have said hello back to this child since a moment (ms), the latest first. */
export async function saidHelloBack(
	db: Db,
	whose: { schoolId: string; pupilId: string },
	since: number
): Promise<string[]> {
	const rows = await db
		.selectFrom('hello')
		.select('staff_id')
		.groupBy('staff_id')
		.where('school_id', '=', whose.schoolId)
		.where('pupil_id', '=', whose.pupilId)
		.where('back_at', '>=', since)
		.where(notExcluded)
		.where(notMistaken)
		.orderBy(({ fn }) => fn.max('back_at'), 'desc')
		.orderBy('staff_id')
		.execute();
	return rows.map(({ staff_id }) => staff_id);
}
