// What open pages hear: rows for staff and for kiosks, told over SSE.
import { v7 as uuidV7 } from 'uuid';
import { sql, type Selectable } from 'kysely';
import type { ComeAnswer } from '$lib/domain/cwtch';
import type { Database, Db } from './open';
import { RowsStatement } from './rows-statement';
import type { Tables } from './schema';

/**
 * `request`: a talk request that you may see has changed. `hello`: somebody said hello to you. `pass`: a
 * tablet asks a grown-up to open For me, or no longer does. `cwtch`: a child's stay in the Cwtch goes on.
 */
export type StaffFeedKind = 'request' | 'hello' | 'alarm' | 'pass' | 'cwtch';

export interface StaffFeedEntry {
	staffId: string;
	kind: StaffFeedKind;
	/** Id of the request, the hello, the pass or the stay; never a name. */
	subjectId: string;
}

export interface StaffFeedEvent extends StaffFeedEntry {
	/** UUIDv7: sorts by time, and is the Last-Event-ID. */
	eventId: string;
}

/** Ids and times; never a pupil's id or name. */
export type KioskFeedEntry = { kioskId: string } & (
	| {
			/** An adult has seen the urgent request of this kiosk, answers it, or takes the answer back. */
			kind: 'urgent-seen' | 'urgent-answered' | 'urgent-withdrawn';
			detail: { requestId: string; adultId: string; meetAt?: number };
	  }
	| {
			/** What an adult says to "May I come?" of this kiosk. */
			kind: 'come-answered';
			detail: { requestId: string; said: ComeAnswer };
	  }
	| { kind: 'pass-approved' | 'pass-declined'; detail: { passId: string } }
);

const staffFeedRows = new RowsStatement<Selectable<Tables['staff_feed']>>(
	['school_id', 'event_id', 'staff_id', 'kind', 'subject_id', 'at'],
	(db, rows) => db.insertInto('staff_feed').values(rows)
);

/** Says what they will hear, once the transaction is committed. */
export async function insertStaffFeed(
	db: Db,
	schoolId: string,
	entries: readonly StaffFeedEntry[],
	now: number
): Promise<StaffFeedEvent[]> {
	if (entries.length === 0) return [];
	const events = entries.map((entry) => ({ ...entry, eventId: uuidV7() }));
	await staffFeedRows.run(
		db,
		events.map((event) => ({
			school_id: schoolId,
			event_id: event.eventId,
			staff_id: event.staffId,
			kind: event.kind,
			subject_id: event.subjectId,
			at: now
		}))
	);
	return events;
}

export async function insertKioskFeed(
	db: Db,
	schoolId: string,
	entry: KioskFeedEntry,
	now: number
): Promise<void> {
	await db
		.insertInto('kiosk_feed')
		.values({
			school_id: schoolId,
			event_id: uuidV7(),
			kiosk_id: entry.kioskId,
			kind: entry.kind,
			detail_json: JSON.stringify(entry.detail),
			at: now
		})
		.execute();
}

/** What these members of staff have not heard since a moment, oldest first. */
export async function staffFeedSince(
	db: Db,
	schoolId: string,
	staffIds: readonly string[],
	since: number
): Promise<StaffFeedEvent[]> {
	if (staffIds.length === 0) return [];
	const rows = await db
		.selectFrom('staff_feed')
		.select(['event_id', 'staff_id', 'kind', 'subject_id'])
		.where('school_id', '=', schoolId)
		.where('staff_id', 'in', [...staffIds])
		.where('event_id', '>=', firstIdAt(since))
		.orderBy('event_id')
		.execute();
	return rows.map((row) => ({
		eventId: row.event_id,
		staffId: row.staff_id,
		kind: row.kind as StaffFeedKind,
		subjectId: row.subject_id
	}));
}

/** The smallest UUIDv7 of a millisecond: everything from then on is not smaller. */
export function firstIdAt(at: number): string {
	const hex = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
	return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The millisecond in a UUIDv7, or `null` for what is none. */
export function timeOfId(id: string): number | null {
	return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
		? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
		: null;
}

/** Pages ask again for everything when they were away for longer. */
export async function deleteFeedBefore(db: Db, schoolId: string, before: number): Promise<void> {
	for (const table of ['staff_feed', 'kiosk_feed'] as const) {
		await db.deleteFrom(table).where('school_id', '=', schoolId).where('at', '<', before).execute();
	}
}

export const NOTIFY_CHANNEL = 'cwtch_feed';

/** Tells the other processes on this PostgreSQL that there is something to read. */
export async function notifyProcesses(db: Database, payload: string): Promise<void> {
	await sql`select pg_notify(${NOTIFY_CHANNEL}, ${payload})`.execute(db);
}
