// A counter that never comes means that an envelope was taken away from a tablet: the leads are told.
import { v7 as uuidv7 } from 'uuid';
import type { Db } from '../database/open';
import { openGaps } from '../database/envelopes';
import { alarmLeads } from '../live/alarm-leads';
import type { News } from '../live/live-bus';

/** Long enough for an envelope that was overtaken by an urgent one; short enough to matter today. */
export const GAP_GRACE_MS = 60_000;
export const GAP_WORK = 'counter-gap';

/** Due work: alarm for what is still missing then. */
export async function scheduleGapAlarm(
	db: Db,
	schoolId: string,
	kioskId: string,
	now: number
): Promise<void> {
	await db
		.insertInto('due_work')
		.values({
			school_id: schoolId,
			work_id: uuidv7(),
			kind: GAP_WORK,
			subject_id: kioskId,
			due_at: now + GAP_GRACE_MS,
			detail_json: '{}',
			attempts: 0,
			done_at: null
		})
		.execute();
}

/** Does that work; nothing happens when all have arrived. Returns whom to wake after the commit. */
export async function raiseGapAlarm(
	db: Db,
	schoolId: string,
	kioskId: string,
	now: number
): Promise<News | null> {
	const missing = await openGaps(db, schoolId, kioskId);
	if (missing.length === 0) return null;
	const alarm = { kind: 'counter-gap', detail: { kioskId, missing }, mayBeAsking: true };
	return alarmLeads(db, schoolId, [alarm], now);
}
