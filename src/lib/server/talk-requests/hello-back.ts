// An adult's hello back to the children who said hello today.
import { midnightBefore } from '$lib/domain/school-time';
import { setHelloBack } from '../database/hello-back';
import { loadSchoolRules } from '../database/school-rules';
import type { RunningServer } from '../running';

/** @param now milliseconds UTC */
export async function sayHelloBack(
	{ db, config }: RunningServer,
	staff: { schoolId: string; staffId: string },
	now: number
): Promise<void> {
	const { timetable } = await loadSchoolRules(db, staff.schoolId, config);
	await setHelloBack(db, staff, { since: midnightBefore(now, timetable), now });
}
