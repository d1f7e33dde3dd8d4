// What leads must look at: alarms, and with them what is in quarantine.
import { maySeeStayOf } from '../cwtch/cwtch-page';
import { alarmsSince, markAlarmLookedAt } from '../database/alarms';
import { writeAudit } from '../database/audit';
import { kioskNames, visibleRequest } from '../database/inbox';
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

/** Newest first. An alarm about a request or a stay is only there for whom those are. */
export async function loadAlarms(
	running: RunningServer,
	viewer: RequestViewer,
	now: number
): Promise<SaidAlarm[]> {
	const { db, config } = running;
	const rules = await loadSchoolRules(db, viewer.schoolId, config);
	const kiosks = await kioskNames(db, viewer.schoolId);
	const alarms: SaidAlarm[] = [];
	for (const alarm of await alarmsSince(db, viewer.schoolId, now - KEPT_MS)) {
		const requestId = text(alarm.detail.requestId);
		if (requestId && !(await visibleRequest(db, viewer, requestId))) continue;
		const stayId = text(alarm.detail.stayId);
		if (stayId && !(await maySeeStayOf(db, viewer, stayId, now))) continue;
		const kioskId = text(alarm.detail.kioskId);
		alarms.push({
			id: alarm.alarmId,
			kind: alarm.kind,
			at: sayTime(alarm.raisedAt, { rules, now }),
			reason: text(alarm.detail.reason),
			requestId,
			aboutKiosk: kioskId !== null,
			kioskName: kioskId === null ? null : (kiosks.get(kioskId)?.name ?? null),
			seen: alarm.seenAt !== null
		});
	}
	return alarms;
}

/** Marks it as looked at, by this lead; nothing happens the second time. */
export async function lookAtAlarm(
	running: RunningServer,
	viewer: RequestViewer,
	alarmId: string,
	now: number
): Promise<void> {
	await running.db.transaction().execute(async (tx) => {
		const { schoolId, staffId } = viewer;
		const isNews = await markAlarmLookedAt(tx, schoolId, alarmId, staffId, now);
		if (!isNews) return;
		const action = 'alarm-looked-at';
		await writeAudit(tx, { schoolId, actor: staffId, action, subject: alarmId, at: now });
	});
}
