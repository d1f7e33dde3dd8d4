// Whether notices get through to the people of a school, as the office sees it. A notice is sent when
// somebody asks, so the moment at which one failed would tell when that was: the office reads the day.
import type { SchoolTimetable } from '$lib/domain/school';
import { schoolDay } from '$lib/domain/school-time';
import { givenUpSinceLastSent } from '../database/notices';
import type { Db } from '../database/open';
import { devicesOfSchool } from '../database/push-subscriptions';

/**
 * `device-lost`: no device of theirs takes notices any more. `one-device-lost`: another one still
 * does. `not-sent`: a device is there, and what was tried last was given up. `since`: the school's own
 * date, `YYYY-MM-DD`.
 */
export type NoticeReach =
	{ kind: 'reached' } | { kind: 'device-lost' | 'one-device-lost' | 'not-sent'; since: string };

/** By staff id; who is not in it has no device that is told. */
export async function noticeReach(
	db: Db,
	schoolId: string,
	timetable: SchoolTimetable
): Promise<Map<string, NoticeReach>> {
	const devices = await devicesOfSchool(db, schoolId);
	const givenUp = await givenUpSinceLastSent(db, schoolId);
	const givenUpAt = new Map(givenUp.map(({ staffId, failedAt }) => [staffId, failedAt]));
	const reach = new Map<string, NoticeReach>();
	for (const [staffId, own] of Map.groupBy(devices, (device) => device.staffId)) {
		const lostAt = own.flatMap(({ failedAt }) => failedAt ?? []);
		const notSentAt = givenUpAt.get(staffId) ?? null;
		const since = (at: number) => schoolDay(at, timetable);
		if (lostAt.length === own.length) {
			reach.set(staffId, { kind: 'device-lost', since: since(Math.max(...lostAt)) });
		} else if (notSentAt !== null) {
			reach.set(staffId, { kind: 'not-sent', since: since(notSentAt) });
		} else if (lostAt.length > 0) {
			reach.set(staffId, { kind: 'one-device-lost', since: since(Math.min(...lostAt)) });
		} else {
			reach.set(staffId, { kind: 'reached' });
		}
	}
	return reach;
}
