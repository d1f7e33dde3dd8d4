// When adults keep time for talks, where they are found, and until when they have said to be here.
import type { TalkTime } from '$lib/domain/talk-times';
import type { Db } from './open';

type Both = { en: string; cy: string };

/** By staff id, in the order of the week. */
export async function talkTimes(db: Db, schoolId: string): Promise<Map<string, TalkTime[]>> {
	const rows = await db
		.selectFrom('talk_time')
		.select(['staff_id', 'weekday', 'part'])
		.where('school_id', '=', schoolId)
		.orderBy('weekday')
		.orderBy('part')
		.execute();
	const grouped = Map.groupBy(rows, ({ staff_id }) => staff_id);
	return new Map(
		[...grouped].map(([id, times]) => [id, times.map(({ weekday, part }) => ({ weekday, part }))])
	);
}

/** Replaces all of one adult. */
export async function saveTalkTimes(
	db: Db,
	schoolId: string,
	staffId: string,
	times: readonly TalkTime[]
): Promise<void> {
	await db
		.deleteFrom('talk_time')
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.execute();
	if (times.length === 0) return;
	await db
		.insertInto('talk_time')
		.values(times.map((time) => ({ school_id: schoolId, staff_id: staffId, ...time })))
		.execute();
}

/** Until when (ms), by staff id; past ones too. */
export async function hereUntil(db: Db, schoolId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('staff_presence')
		.select(['staff_id', 'here_until'])
		.where('school_id', '=', schoolId)
		.execute();
	return new Map(rows.map((row) => [row.staff_id, row.here_until]));
}

/** @param until `null` takes it back */
export async function saveHereUntil(
	db: Db,
	schoolId: string,
	staffId: string,
	until: number | null,
	said: { by: string; at: number }
): Promise<void> {
	if (until === null) {
		await db
			.deleteFrom('staff_presence')
			.where('school_id', '=', schoolId)
			.where('staff_id', '=', staffId)
			.execute();
		return;
	}
	const row = { here_until: until, said_by: said.by, said_at: said.at };
	await db
		.insertInto('staff_presence')
		.values({ school_id: schoolId, staff_id: staffId, ...row })
		.onConflict((conflict) => conflict.columns(['school_id', 'staff_id']).doUpdateSet(row))
		.execute();
}

export async function foundAt(db: Db, schoolId: string, staffId: string): Promise<Both | null> {
	const row = await db
		.selectFrom('staff_member')
		.select('found_json')
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return row?.found_json ? (JSON.parse(row.found_json) as Both) : null;
}

export async function saveFoundAt(
	db: Db,
	schoolId: string,
	staffId: string,
	found: Both | null
): Promise<void> {
	await db
		.updateTable('staff_member')
		.set({ found_json: found ? JSON.stringify(found) : null })
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.execute();
}
