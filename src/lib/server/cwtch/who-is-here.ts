// Who is in a Cwtch, by what adults have said.
import { HERE_MINUTES, ROOM_ADULTS_MS, type RoomAdults } from '$lib/domain/cwtch';
import { presencesSince, type Presence } from '../database/cwtch';
import type { Db } from '../database/open';

const LONGEST_HERE_MS = Math.max(...HERE_MINUTES) * 60_000;

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
