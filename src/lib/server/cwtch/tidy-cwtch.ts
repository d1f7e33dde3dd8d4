// What is known of a Cwtch goes when it has lost its use.
import { ROOM_ADULTS_MS, STAYS_KEPT_MS } from '$lib/domain/cwtch';
import { alarmsSince } from '../database/alarms';
import { deletePresencesBefore, deleteStaysBefore } from '../database/cwtch';
import type { Db } from '../database/open';

export async function tidyCwtch(db: Db, schoolId: string, now: number): Promise<void> {
	await deletePresencesBefore(db, schoolId, now - ROOM_ADULTS_MS);
	const before = now - STAYS_KEPT_MS;
	// Who may read an alarm is said by its stay.
	const alarms = await alarmsSince(db, schoolId, before);
	const toldOfIds = alarms.flatMap(({ detail: { stayId } }) =>
		typeof stayId === 'string' ? stayId : []
	);
	await deleteStaysBefore(db, schoolId, before, toldOfIds);
}
