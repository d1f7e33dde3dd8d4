// Alarms: what leads must look at themselves.
import { v7 as uuidv7 } from 'uuid';
import type { Db } from './open';

export interface AlarmRaised {
	kind: string;
	/** Ids and numbers only. */
	detail: object;
}

/** Returns their ids, in the same order. */
export async function raiseAlarms(
	db: Db,
	schoolId: string,
	alarms: readonly AlarmRaised[],
	at: number
): Promise<string[]> {
	if (alarms.length === 0) return [];
	const rows = alarms.map(({ kind, detail }) => ({
		school_id: schoolId,
		alarm_id: uuidv7(),
		kind,
		detail_json: JSON.stringify(detail),
		raised_at: at,
		seen_by: null,
		seen_at: null
	}));
	await db.insertInto('alarm').values(rows).execute();
	return rows.map(({ alarm_id }) => alarm_id);
}

/** Whether such an alarm is waiting to be looked at. */
export const hasOpenAlarm = (
	db: Db,
	schoolId: string,
	kind: string,
	detail: object
): Promise<boolean> => isThere(db, schoolId, { kind, detail, isOpen: true });

/** Whether there was such an alarm, looked at or not. */
export const hasAlarm = (
	db: Db,
	schoolId: string,
	kind: string,
	detail: object
): Promise<boolean> => isThere(db, schoolId, { kind, detail, isOpen: false });

async function isThere(
	db: Db,
	schoolId: string,
	wanted: { kind: string; detail: object; isOpen: boolean }
): Promise<boolean> {
	let alarms = db
		.selectFrom('alarm')
		.select('alarm_id')
		.where('school_id', '=', schoolId)
		.where('kind', '=', wanted.kind)
		.where('detail_json', '=', JSON.stringify(wanted.detail));
	if (wanted.isOpen) alarms = alarms.where('seen_at', 'is', null);
	return (await alarms.executeTakeFirst()) !== undefined;
}

export interface Alarm {
	alarmId: string;
	kind: string;
	/** Ids and numbers. */
	detail: Record<string, unknown>;
	raisedAt: number;
	seenAt: number | null;
}

/** Those nobody has looked at, and those of the last weeks, newest first. */
export async function alarmsSince(db: Db, schoolId: string, since: number): Promise<Alarm[]> {
	const rows = await db
		.selectFrom('alarm')
		.select(['alarm_id', 'kind', 'detail_json', 'raised_at', 'seen_at'])
		.where('school_id', '=', schoolId)
		.where((eb) => eb.or([eb('seen_at', 'is', null), eb('raised_at', '>=', since)]))
		.orderBy('raised_at', 'desc')
		.orderBy('alarm_id', 'desc')
		.execute();
	return rows.map((row) => ({
		alarmId: row.alarm_id,
		kind: row.kind,
		detail: JSON.parse(row.detail_json) as Record<string, unknown>,
		raisedAt: row.raised_at,
		seenAt: row.seen_at
	}));
}

/** Marks it as looked at, and with it the envelope in quarantine that it is about. */
export async function markAlarmLookedAt(
	db: Db,
	schoolId: string,
	alarmId: string,
	staffId: string,
	now: number
): Promise<boolean> {
	const row = await db
		.updateTable('alarm')
		.set({ seen_by: staffId, seen_at: now })
		.where('school_id', '=', schoolId)
		.where('alarm_id', '=', alarmId)
		.where('seen_at', 'is', null)
		.returning('detail_json')
		.executeTakeFirst();
	if (!row) return false;
	const { envelopeId } = JSON.parse(row.detail_json) as { envelopeId?: string };
	if (envelopeId) {
		await db
			.updateTable('quarantine')
			.set({ looked_at_by: staffId, looked_at: now })
			.where('school_id', '=', schoolId)
			.where('envelope_id', '=', envelopeId)
			.where('looked_at', 'is', null)
			.execute();
	}
	return true;
}
