// "I am in the Cwtch": an adult says it for a while, and the kiosk in that room shows it as long as it holds.
import type { HereMinutes } from '$lib/domain/cwtch';
import { writeAudit } from '../database/audit';
import { cwtchRooms, savePresence } from '../database/cwtch';
import { directoryChanged } from '../directory/directory-changed';
import { nudgeDueWork } from '../due-work/nudge';
import type { RunningServer } from '../running';
import { watchOpenStays } from './left-alone';

const MINUTE_MS = 60_000;

export type PresenceSaid =
	'saved' /** Not one of the school's, or not in use any more. */ | 'no-room';

interface Speaker {
	schoolId: string;
	staffId: string;
}

export async function sayInCwtch(
	running: RunningServer,
	{ schoolId, staffId }: Speaker,
	where: { kioskId: string; minutes: HereMinutes },
	now: number
): Promise<PresenceSaid> {
	const { kioskId, minutes } = where;
	const hereUntil = now + minutes * MINUTE_MS;
	const isSaved = await running.db.transaction().execute(async (tx) => {
		const rooms = await cwtchRooms(tx, schoolId);
		if (!rooms.some((room) => room.kioskId === kioskId)) return false;
		await savePresence(tx, schoolId, staffId, kioskId, { hereUntil, now });
		const detail = { hereUntil };
		const said = { actor: staffId, action: 'in-cwtch', subject: kioskId, detail, at: now };
		await writeAudit(tx, { schoolId, ...said });
		await watchOpenStays(tx, schoolId, now);
		return true;
	});
	if (!isSaved) return 'no-room';
	nudgeDueWork(running);
	await directoryChanged(running, schoolId);
	return 'saved';
}

/** Sooner than said. */
export async function sayLeftCwtch(
	running: RunningServer,
	{ schoolId, staffId }: Speaker,
	now: number
): Promise<void> {
	await running.db.transaction().execute(async (tx) => {
		await savePresence(tx, schoolId, staffId, null, { hereUntil: now, now });
		const said = { actor: staffId, action: 'left-cwtch', subject: staffId, at: now };
		await writeAudit(tx, { schoolId, ...said });
		await watchOpenStays(tx, schoolId, now);
	});
	nudgeDueWork(running);
	await directoryChanged(running, schoolId);
}
