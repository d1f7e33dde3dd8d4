// Tells the leads early that the server's disk fills up. On PostgreSQL the disk is another machine's to watch.
import { statfs } from 'node:fs/promises';
import { isNearlyFull } from '$lib/domain/disk-room';
import { hasAlarm } from '../database/alarms';
import type { Db, OpenDatabase } from '../database/open';
import { alarmLeads } from '../live/alarm-leads';
import type { News } from '../live/live-bus';

const DAY_MS = 24 * 60 * 60 * 1000;
export const DISK_ALARM = 'disk-nearly-full';

/** Bytes; `null` where what is stored is not in this folder, or the system does not say. */
export async function roomOnDisk(
	engine: OpenDatabase['engine'],
	dataDir: string
): Promise<number | null> {
	if (engine !== 'sqlite') return null;
	const disk = await statfs(dataDir).catch(() => null);
	return disk && disk.bavail * disk.bsize;
}

/** Once a day, as long as there is too little room. Returns whom to wake after the commit. @param freeBytes `null` where nobody knows */
export async function alarmOfFullDisk(
	db: Db,
	schoolId: string,
	freeBytes: number | null,
	now: number
): Promise<News | null> {
	if (freeBytes === null || !isNearlyFull(freeBytes)) return null;
	const detail = { day: Math.floor(now / DAY_MS) };
	if (await hasAlarm(db, schoolId, DISK_ALARM, detail)) return null;
	return alarmLeads(db, schoolId, [{ kind: DISK_ALARM, detail, mayBeAsking: false }], now);
}
