// Raises alarms; the leads' open pages hear of them at once.
import { withoutExcluded } from '$lib/domain/people';
import { raiseAlarms, type AlarmRaised } from '../database/alarms';
import { insertStaffFeed } from '../database/live-feed';
import { saveNotices } from '../database/notices';
import type { Db } from '../database/open';
import { leadIdsOf } from '../database/people';
import type { News } from './live-bus';

export interface ForLeads extends AlarmRaised {
	/** A child may be waiting: leads who are not at the page have a notice, too. */
	mayBeAsking: boolean;
}

/**
 * Inside the transaction of what happened. Returns what is to be announced after the commit.
 *
 * @param keptAwayIds leads who must not learn of what it is about, not even that there is something
 */
export async function alarmLeads(
	db: Db,
	schoolId: string,
	alarms: readonly ForLeads[],
	now: number,
	keptAwayIds: readonly string[] = []
): Promise<News> {
	const leadIds = alarms.length === 0 ? [] : await leadIdsOf(db, schoolId);
	return alarmStaff(db, schoolId, alarms, withoutExcluded(leadIds, keptAwayIds), now);
}

/** The same, for these members of staff. */
export async function alarmStaff(
	db: Db,
	schoolId: string,
	alarms: readonly ForLeads[],
	staffIds: readonly string[],
	now: number,
	{ urgent } = { urgent: false }
): Promise<News> {
	const [alarmId] = await raiseAlarms(db, schoolId, alarms, now);
	if (alarmId === undefined) return { schoolId, staffIds: [], kioskIds: [], feed: [] };
	if (alarms.some(({ mayBeAsking }) => mayBeAsking)) {
		const notices = staffIds.map((staffId) => ({ staffId, urgent }));
		await saveNotices(db, schoolId, notices, now);
	}
	const feed = await insertStaffFeed(
		db,
		schoolId,
		// Once for all of them: the page looks at all that there is.
		staffIds.map((staffId) => ({ staffId, kind: 'alarm', subjectId: alarmId })),
		now
	);
	return { schoolId, staffIds, kioskIds: [], feed };
}
