// What leads must look at: alarms, and with them what is in quarantine.
import { maySeeStayOf } from '../cwtch/cwtch-page';
import { alarmsSince, markAlarmLookedAt, type Alarm } from '../database/alarms';
import { writeAudit } from '../database/audit';
import { kioskNames, visibleRequest } from '../database/inbox';
import type { Db } from '../database/open';
import { loadSchoolRules } from '../database/school-rules';
import type { RequestViewer } from '../database/visible-requests';
import type { RunningServer } from '../running';
import { sayTime, type SaidTime } from './say-request';

export interface SaidAlarm {
	id: string;
	kind: string;
	at: SaidTime;
	/** Why an envelope is in quarantine. */
	reason: string | null;
	requestId: string | null;
	aboutKiosk: boolean;
	/** `null` for a tablet that the school does not have. */
	kioskName: string | null;
	seen: boolean;
}

const KEPT_MS = 28 * 24 * 60 * 60 * 1000;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/**
 * Newest first. Leads have them all, but one about a request or a stay only who may know of that; what is for
 * some members of staff by name is for nobody else, and says nothing of the request.
 */
export async function loadAlarms(
	running: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<SaidAlarm[]> {
	const { db, config } = running;
	const theirs: Alarm[] = [];
	for (const alarm of await alarmsSince(db, viewer.schoolId, now - KEPT_MS)) {
		if (await isFor(db, viewer, alarm, now)) theirs.push(alarm);
	}
	if (theirs.length === 0) return [];
	const rules = await loadSchoolRules(db, viewer.schoolId, config);
	const kiosks = await kioskNames(db, viewer.schoolId);
	return theirs.map(({ alarmId, kind, detail, raisedAt, seenAt }) => {
		const kioskId = text(detail.kioskId);
		return {
			id: alarmId,
			kind,
			at: sayTime(raisedAt, { rules, now }),
			reason: text(detail.reason),
			requestId: detail.toIds ? null : text(detail.requestId),
			aboutKiosk: kioskId !== null,
			kioskName: kioskId === null ? null : (kiosks.get(kioskId)?.name ?? null),
			seen: seenAt !== null
		};
	});
}

async function isFor(
	db: Db,
	viewer: RequestViewer,
	{ detail }: Pick<Alarm, 'detail'>,
	now: number
): Promise<boolean> {
	if (Array.isArray(detail.toIds)) return detail.toIds.includes(viewer.staffId);
	if (viewer.role !== 'lead') return false;
	const requestId = text(detail.requestId);
	if (requestId && !(await visibleRequest(db, viewer, requestId))) return false;
	const stayId = text(detail.stayId);
	return !stayId || maySeeStayOf(db, viewer, stayId, now);
}

/** Marks it as looked at, by whoever it is for; nothing happens the second time. */
export async function lookAtAlarm(
	running: RunningServer,
	viewer: RequestViewer,
	alarmId: string,
	now: number
): Promise<void> {
	await running.db.transaction().execute(async (tx) => {
		const { schoolId, staffId } = viewer;
		const alarm = (await alarmsSince(tx, schoolId, now - KEPT_MS)).find(
			(one) => one.alarmId === alarmId
		);
		if (!alarm || !(await isFor(tx, viewer, alarm, now))) return;
		const isNews = await markAlarmLookedAt(tx, schoolId, alarmId, staffId, now);
		if (!isNews) return;
		const action = 'alarm-looked-at';
		await writeAudit(tx, { schoolId, actor: staffId, action, subject: alarmId, at: now });
	});
}
