// Queries for what a child may read at the kiosk.
import type { Db } from './open';

/** The child's latest requests that may still have something to tell, newest first. */
export async function recentRequestIds(
	db: Db,
	schoolId: string,
	pupilId: string,
	times: {
		/** Of any state when asked after this. */
		recentFrom: number;
		/** Those that are not closed when asked after this. */
		openFrom: number;
	}
): Promise<string[]> {
	const MOST_REQUESTS = 20;
	const rows = await db
		.selectFrom('talk_request')
		.select('request_id')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.where('asked_at', '>=', times.openFrom)
		.where((eb) =>
			eb.or([
				eb('asked_at', '>=', times.recentFrom),
				eb('state', 'not in', ['closed', 'taken-back'])
			])
		)
		.orderBy('asked_at', 'desc')
		.orderBy('request_id')
		.limit(MOST_REQUESTS)
		.execute();
	return rows.map((row) => row.request_id);
}

/** Also those who have left since: a child must not read an empty name. */
export async function answeringAdults(db: Db, schoolId: string, staffIds: readonly string[]) {
	if (staffIds.length === 0) return [];
	return db
		.selectFrom('staff_member')
		.select(['staff_id as id', 'display_name as name', 'initials', 'pattern'])
		.where('school_id', '=', schoolId)
		.where('staff_id', 'in', [...staffIds])
		.orderBy('staff_id')
		.execute();
}
