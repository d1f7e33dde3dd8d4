// Which adults must not learn of a child's requests, by decision of leads.
import type { Db } from './open';

export function standingExclusions(db: Db, schoolId: string) {
	return db
		.selectFrom('standing_exclusion')
		.select(['pupil_id as pupilId', 'staff_id as staffId'])
		.where('school_id', '=', schoolId)
		.execute();
}
