// "I am in the Cwtch": an adult says it for a while, and the kiosk in that room shows it as long as it holds.
import { HERE_MINUTES, ROOM_ADULTS_MS, type HereMinutes, type RoomAdults } from '$lib/domain/cwtch';
import { writeAudit } from '../database/audit';
import { cwtchRooms, presencesSince, savePresence, type Presence } from '../database/cwtch';
import type { Db } from '../database/open';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';

const MINUTE_MS = 60_000;
const LONGEST_HERE_MS = Math.max(...HERE_MINUTES) * MINUTE_MS;

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
		return true;
	});
	if (!isSaved) return 'no-room';
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
	});
	await directoryChanged(running, schoolId);
}

/** Of one room, or of all of them. */
export async function roomAdults(
	db: Db,
	schoolId: string,
	now: number,
	kioskId?: string
): Promise<RoomAdults> {
	const said = await presencesSince(db, schoolId, now - ROOM_ADULTS_MS);
	const ofRoom = said.filter((one) => kioskId === undefined || one.kioskId === kioskId);
	const ids = (some: readonly Presence[]) => [...new Set(some.map(({ staffId }) => staffId))];
	return { hereIds: ids(ofRoom.filter(({ hereUntil }) => hereUntil > now)), usualIds: ids(ofRoom) };
}

/** Whether an adult had said to be in the room of this kiosk at one of these moments; a tablet's clock may be wrong. */
export async function isSomebodyThere(
	db: Db,
	{ schoolId, kioskId }: { schoolId: string; kioskId: string },
	moments: readonly number[]
): Promise<boolean> {
	const since = Math.min(...moments) - LONGEST_HERE_MS;
	const said = await presencesSince(db, schoolId, since);
	return said.some(
		(one) => one.kioskId === kioskId && moments.some((at) => one.saidAt <= at && one.hereUntil > at)
	);
}

/** Until when somebody has said to be in the room of this kiosk; `null` when nobody is there now. */
export async function grownUpUntil(
	db: Db,
	{ schoolId, kioskId }: { schoolId: string; kioskId: string },
	now: number
): Promise<number | null> {
	const said = await presencesSince(db, schoolId, now - ROOM_ADULTS_MS);
	const until = said.filter((one) => one.kioskId === kioskId).map(({ hereUntil }) => hereUntil);
	const latest = Math.max(0, ...until);
	return latest > now ? latest : null;
}
