// Queries about kiosks and the codes that make a tablet one.
import type { Selectable } from 'kysely';
import type { Db } from './open';
import type { Tables } from './schema';

export type KioskRow = Selectable<Tables['kiosk']>;
export type PairingCodeRow = Selectable<Tables['pairing_code']>;

export async function insertPairingCode(db: Db, row: PairingCodeRow): Promise<void> {
	await db.insertInto('pairing_code').values(row).execute();
}

export async function deletePairingCodesExpiredBefore(
	db: Db,
	schoolId: string,
	time: number
): Promise<void> {
	await db
		.deleteFrom('pairing_code')
		.where('school_id', '=', schoolId)
		.where('expires_at', '<', time)
		.execute();
}

/**
 * Takes the code out of use and gives its row, or `null` if there is none, it was used or its time is
 * over. One statement, so that two tablets with the same code cannot both have it. A tablet that is
 * pairing does not know its school yet: the code alone names it.
 */
export async function usePairingCode(
	db: Db,
	codeHash: string,
	now: number
): Promise<PairingCodeRow | null> {
	const row = await db
		.updateTable('pairing_code')
		.set({ used_at: now })
		.where('code_hash', '=', codeHash)
		.where('used_at', 'is', null)
		.where('expires_at', '>', now)
		.returningAll()
		.executeTakeFirst();
	return row ?? null;
}

export async function insertKiosk(db: Db, row: KioskRow): Promise<void> {
	await db.insertInto('kiosk').values(row).execute();
}

/** Of any school: a kiosk's request names the kiosk, and its signature proves it. */
export async function kioskById(db: Db, kioskId: string): Promise<KioskRow | null> {
	const row = await db
		.selectFrom('kiosk')
		.selectAll()
		.where('kiosk_id', '=', kioskId)
		.executeTakeFirst();
	return row ?? null;
}

/** Never goes back: two processes may hear a kiosk at once. False when it has been revoked, or is unknown. */
export async function noteKioskContact(
	db: Db,
	schoolId: string,
	kioskId: string,
	at: number
): Promise<boolean> {
	const result = await db
		.updateTable('kiosk')
		.set((eb) => ({
			last_contact_at: eb
				.case()
				.when('last_contact_at', '<', at)
				.then(at)
				.else(eb.ref('last_contact_at'))
				.end()
		}))
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** False when it was revoked before, or is not one of the school's. */
export async function markKioskRevoked(
	db: Db,
	schoolId: string,
	kioskId: string,
	at: number
): Promise<boolean> {
	const result = await db
		.updateTable('kiosk')
		.set({ revoked_at: at })
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export function kiosksOfSchool(db: Db, schoolId: string) {
	return db
		.selectFrom('kiosk')
		.leftJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'kiosk.school_id')
				.onRef('class.class_id', '=', 'kiosk.class_id')
		)
		.select([
			'kiosk.kiosk_id',
			'kiosk.name',
			'kiosk.place',
			'kiosk.class_id',
			'class.name as class_name',
			'kiosk.paired_at',
			'kiosk.last_contact_at',
			'kiosk.revoked_at'
		])
		.where('kiosk.school_id', '=', schoolId)
		.orderBy('kiosk.name')
		.orderBy('kiosk.kiosk_id')
		.execute();
}

export async function hasCurrentClass(db: Db, schoolId: string, classId: string): Promise<boolean> {
	const row = await db
		.selectFrom('class')
		.select('class_id')
		.where('school_id', '=', schoolId)
		.where('class_id', '=', classId)
		.where('left_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** What happened at this kiosk since `from`, oldest first. */
export function kioskFeedSince(db: Db, schoolId: string, kioskId: string, from: number) {
	return db
		.selectFrom('kiosk_feed')
		.select(['event_id', 'kind', 'detail_json', 'at'])
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.where('at', '>', from)
		.orderBy('at')
		.orderBy('event_id')
		.execute();
}
