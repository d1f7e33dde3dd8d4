// Who is in a Cwtch, and the stays of children there.
import type { Insertable, Selectable } from 'kysely';
import type { StayWord } from '$lib/domain/check-in';
import type { Db } from './open';
import type { Tables } from './schema';

export type NewStay = Insertable<Tables['cwtch_stay']>;
export type StayRow = Selectable<Tables['cwtch_stay']>;

export interface CwtchRoom {
	kioskId: string;
	name: string;
}

/** Rooms with a kiosk that is in use. */
export async function cwtchRooms(db: Db, schoolId: string): Promise<CwtchRoom[]> {
	const rows = await db
		.selectFrom('kiosk')
		.select(['kiosk_id', 'name'])
		.where('school_id', '=', schoolId)
		.where('place', '=', 'cwtch')
		.where('revoked_at', 'is', null)
		.orderBy('name')
		.orderBy('kiosk_id')
		.execute();
	return rows.map(({ kiosk_id, name }) => ({ kioskId: kiosk_id, name }));
}

export interface Presence {
	kioskId: string;
	staffId: string;
	/** Milliseconds UTC; may have passed. */
	hereUntil: number;
	saidAt: number;
}

/** The last word of everybody who has said since a moment that they are in one of the rooms, and is still on the staff. */
export async function presencesSince(db: Db, schoolId: string, since: number): Promise<Presence[]> {
	const rows = await db
		.selectFrom('cwtch_presence')
		.innerJoin('staff_member', (join) =>
			join
				.onRef('staff_member.school_id', '=', 'cwtch_presence.school_id')
				.onRef('staff_member.staff_id', '=', 'cwtch_presence.staff_id')
		)
		.select(['kiosk_id', 'cwtch_presence.staff_id', 'here_until', 'said_at'])
		.where('cwtch_presence.school_id', '=', schoolId)
		.where('said_at', '>=', since)
		.where('left_at', 'is', null)
		.orderBy('said_at')
		.orderBy('cwtch_presence.staff_id')
		.execute();
	return rows.map((row) => ({
		kioskId: row.kiosk_id,
		staffId: row.staff_id,
		hereUntil: row.here_until,
		saidAt: row.said_at
	}));
}

/** Nobody is in two rooms. @param kioskId `null`: in none any more */
export async function savePresence(
	db: Db,
	schoolId: string,
	staffId: string,
	kioskId: string | null,
	{ hereUntil, now }: { hereUntil: number; now: number }
): Promise<void> {
	await db
		.updateTable('cwtch_presence')
		.set({ here_until: now })
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('here_until', '>', now)
		.execute();
	if (kioskId === null) return;
	const row = { here_until: hereUntil, said_at: now };
	await db
		.insertInto('cwtch_presence')
		.values({ school_id: schoolId, kiosk_id: kioskId, staff_id: staffId, ...row })
		.onConflict((conflict) =>
			conflict.columns(['school_id', 'kiosk_id', 'staff_id']).doUpdateSet(row)
		)
		.execute();
}

/** Said before a moment (ms). */
export async function deletePresencesBefore(
	db: Db,
	schoolId: string,
	before: number
): Promise<void> {
	await db
		.deleteFrom('cwtch_presence')
		.where('school_id', '=', schoolId)
		.where('said_at', '<', before)
		.execute();
}

/** False when it is there already. */
export async function insertStay(db: Db, row: NewStay): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('cwtch_stay')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) > 0;
}

/** Of one kiosk or of all, the latest first. */
export function staysSince(
	db: Db,
	schoolId: string,
	since: number,
	kioskId?: string
): Promise<StayRow[]> {
	return db
		.selectFrom('cwtch_stay')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('received_at', '>=', since)
		.$if(kioskId !== undefined, (query) => query.where('kiosk_id', '=', kioskId ?? ''))
		.orderBy('began_at', 'desc')
		.orderBy('stay_id', 'desc')
		.execute();
}

export async function stayById(db: Db, schoolId: string, stayId: string): Promise<StayRow | null> {
	const row = await db
		.selectFrom('cwtch_stay')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('stay_id', '=', stayId)
		.executeTakeFirst();
	return row ?? null;
}

export async function saveStayWord(
	db: Db,
	schoolId: string,
	stayId: string,
	word: { said: StayWord; at: number; openUntil: number | null }
): Promise<void> {
	await db
		.updateTable('cwtch_stay')
		.set({ said: word.said, said_at: word.at, open_until: word.openUntil })
		.where('school_id', '=', schoolId)
		.where('stay_id', '=', stayId)
		.execute();
}

/** Of children who are taken to be there. */
export function openStays(db: Db, schoolId: string, now: number): Promise<StayRow[]> {
	return db
		.selectFrom('cwtch_stay')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('open_until', '>', now)
		.execute();
}

/** Those at a kiosk that began before another one. */
export async function endStaysBefore(
	db: Db,
	schoolId: string,
	kioskId: string,
	before: number
): Promise<void> {
	await db
		.updateTable('cwtch_stay')
		.set({ open_until: null })
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('began_at', '<', before)
		.where('open_until', 'is not', null)
		.execute();
}

export async function markStayAlone(db: Db, schoolId: string, stayId: string): Promise<void> {
	await db
		.updateTable('cwtch_stay')
		.set({ alone: 1 })
		.where('school_id', '=', schoolId)
		.where('stay_id', '=', stayId)
		.execute();
}

/** Received before a moment (ms), but for these. */
export async function deleteStaysBefore(
	db: Db,
	schoolId: string,
	before: number,
	keptIds: readonly string[]
): Promise<void> {
	await db
		.deleteFrom('cwtch_stay')
		.where('school_id', '=', schoolId)
		.where('received_at', '<', before)
		.$if(keptIds.length > 0, (query) => query.where('stay_id', 'not in', [...keptIds]))
		.execute();
}
