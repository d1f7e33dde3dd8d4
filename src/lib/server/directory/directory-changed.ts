// Tells a school's kiosks that their directory may be another now.
import { kiosksOfSchool } from '../database/kiosks';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';

/**
 * Call it after the commit of what children see: people, classes, trusted adults, away, school settings.
 * Kiosks that hear nothing find out when their feed begins anew, every ten minutes.
 */
export async function directoryChanged(running: RunningServer, schoolId: string): Promise<void> {
	const kiosks = await kiosksOfSchool(running.db, schoolId);
	const kioskIds = kiosks
		.filter(({ revoked_at }) => revoked_at === null)
		.map(({ kiosk_id }) => kiosk_id);
	announce(running, { schoolId, staffIds: [], kioskIds });
}
