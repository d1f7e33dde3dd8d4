// Work with a due time. A row is claimed inside the transaction that does the work, so that a crash
// in between leaves it due, and two processes never do it twice.
import type { Db, OpenDatabase } from './open';

export type DueWorkKind =
	'hand-on' | 'notice' | 'tidy-feed' | 'counter-gap' | 'reflect' | 'left-alone';

export interface DueWork {
	schoolId: string;
	/** For a hand-on the request's id, for a notice the notice's: so there is never a second one. */
	workId: string;
	kind: DueWorkKind;
	subjectId: string;
	dueAt: number;
	attempts: number;
}

type NewWork = Pick<DueWork, 'workId' | 'kind' | 'subjectId' | 'dueAt'>;

/** Adds work; what is there already under the same id gets the new due time and is open again. */
export async function scheduleWork(
	db: Db,
	schoolId: string,
	works: readonly NewWork[]
): Promise<void> {
	if (works.length === 0) return;
	await db
		.insertInto('due_work')
		.values(
			works.map((work) => ({
				school_id: schoolId,
				work_id: work.workId,
				kind: work.kind,
				subject_id: work.subjectId,
				due_at: work.dueAt,
				detail_json: '{}',
				attempts: 0
			}))
		)
		.onConflict((conflict) =>
			conflict.columns(['school_id', 'work_id']).doUpdateSet((eb) => ({
				due_at: eb.ref('excluded.due_at'),
				attempts: 0,
				done_at: null
			}))
		)
		.execute();
}

export async function finishWork(
	db: Db,
	schoolId: string,
	workId: string,
	now: number
): Promise<void> {
	await db
		.updateTable('due_work')
		.set({ done_at: now })
		.where('school_id', '=', schoolId)
		.where('work_id', '=', workId)
		.execute();
}

/** Tries again later: the failure is counted, and the work stays open. */
export async function postponeWork(
	db: Db,
	schoolId: string,
	workId: string,
	dueAt: number
): Promise<void> {
	await db
		.updateTable('due_work')
		.set((eb) => ({ due_at: dueAt, attempts: eb('attempts', '+', 1) }))
		.where('school_id', '=', schoolId)
		.where('work_id', '=', workId)
		.where('done_at', 'is', null)
		.execute();
}

/**
 * Claims the one that has been due for longest, until the transaction ends; `null` when nothing is
 * due, or when all of it is being done by others.
 */
export async function claimDueWork(
	tx: Db,
	engine: OpenDatabase['engine'],
	now: number
): Promise<DueWork | null> {
	const due = tx
		.selectFrom('due_work')
		.select(['school_id', 'work_id', 'kind', 'subject_id', 'due_at', 'attempts'])
		.where('done_at', 'is', null)
		.where('due_at', '<=', now)
		.orderBy('due_at')
		.limit(1);
	// SQLite has one writer at a time, and our transactions take turns there.
	const row = await (engine === 'postgres' ? due.forUpdate().skipLocked() : due).executeTakeFirst();
	if (!row) return null;
	return {
		schoolId: row.school_id,
		workId: row.work_id,
		kind: row.kind as DueWorkKind,
		subjectId: row.subject_id,
		dueAt: row.due_at,
		attempts: row.attempts
	};
}

/** When the next work is due, or `null` when nothing is planned. */
export async function nextDueAt(db: Db): Promise<number | null> {
	const row = await db
		.selectFrom('due_work')
		.select('due_at')
		.where('done_at', 'is', null)
		.orderBy('due_at')
		.limit(1)
		.executeTakeFirst();
	return row?.due_at ?? null;
}

/** When this work is due, while it is open. */
export async function dueAtOf(
	db: Db,
	schoolId: string,
	workIds: readonly string[]
): Promise<Map<string, number>> {
	if (workIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('due_work')
		.select(['work_id', 'due_at'])
		.where('school_id', '=', schoolId)
		.where('work_id', 'in', [...workIds])
		.where('done_at', 'is', null)
		.execute();
	return new Map(rows.map((row) => [row.work_id, row.due_at]));
}

/** Every school is tidied once an hour, from the moment it is there. Planned already, it stays so. */
export async function planTidying(db: Db, schoolId: string, now: number): Promise<void> {
	await db
		.insertInto('due_work')
		.values({
			school_id: schoolId,
			work_id: schoolId,
			kind: 'tidy-feed',
			subject_id: schoolId,
			due_at: now,
			detail_json: '{}',
			attempts: 0
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}
