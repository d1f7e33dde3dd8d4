// Notices to staff: saved first, sent afterwards.
import { v7 as uuidV7 } from 'uuid';
import { scheduleWork } from './due-work';
import type { Db } from './open';

/** Several requests within this time are one notice. */
export const BUNDLE_MS = 60_000;
/** An urgent request waits no longer than this for the one before it. */
export const URGENT_BUNDLE_MS = 15_000;

/** Nothing waits to be sent for longer than this: by then it has been given up. */
const LONGEST_WAITING_MS = 24 * 60 * 60 * 1000;

export interface NoticeWanted {
	staffId: string;
	urgent: boolean;
}

/** Saves a notice for each who has not one waiting already; it is sent by the due work. */
export async function saveNotices(
	db: Db,
	schoolId: string,
	wanted: readonly NoticeWanted[],
	now: number
): Promise<void> {
	if (wanted.length === 0) return;
	const unique = new Map(wanted.map((one) => [`${one.staffId} ${one.urgent}`, one]));
	const recent = await db
		.selectFrom('notice')
		.leftJoin('due_work', (join) =>
			join
				.onRef('due_work.school_id', '=', 'notice.school_id')
				.onRef('due_work.work_id', '=', 'notice.notice_id')
		)
		.select([
			'notice.staff_id',
			'notice.urgent',
			'notice.created_at',
			'notice.sent_at',
			'due_work.done_at'
		])
		.where('notice.school_id', '=', schoolId)
		.where('notice.staff_id', 'in', [...new Set(wanted.map((one) => one.staffId))])
		.where('notice.created_at', '>', now - LONGEST_WAITING_MS)
		.execute();
	const made: { noticeId: string; staffId: string; urgent: boolean; dueAt: number }[] = [];
	for (const { staffId, urgent } of unique.values()) {
		const own = recent.filter((row) => row.staff_id === staffId && row.urgent === Number(urgent));
		if (own.some((row) => row.done_at === null)) continue;
		const bundleMs = urgent ? URGENT_BUNDLE_MS : BUNDLE_MS;
		const lastAt = Math.max(0, ...own.map((row) => row.sent_at ?? row.created_at));
		made.push({
			noticeId: uuidV7(),
			staffId,
			urgent,
			dueAt: Math.max(now, lastAt + bundleMs)
		});
	}
	if (made.length === 0) return;
	await db
		.insertInto('notice')
		.values(
			made.map((one) => ({
				school_id: schoolId,
				notice_id: one.noticeId,
				staff_id: one.staffId,
				urgent: Number(one.urgent),
				created_at: now,
				attempts: 0
			}))
		)
		.execute();
	await scheduleWork(
		db,
		schoolId,
		made.map(({ noticeId, dueAt }) => ({
			workId: noticeId,
			kind: 'notice',
			subjectId: noticeId,
			dueAt
		}))
	);
}

export interface SavedNotice {
	staffId: string;
	urgent: boolean;
}

export async function noticeOf(
	db: Db,
	schoolId: string,
	noticeId: string
): Promise<SavedNotice | null> {
	const row = await db
		.selectFrom('notice')
		.select(['staff_id', 'urgent'])
		.where('school_id', '=', schoolId)
		.where('notice_id', '=', noticeId)
		.executeTakeFirst();
	return row ? { staffId: row.staff_id, urgent: row.urgent === 1 } : null;
}

/** What became of a notice: sent at a moment, or given up at a moment. */
export async function recordNotice(
	db: Db,
	schoolId: string,
	noticeId: string,
	became: { sentAt: number } | { failedAt: number }
): Promise<void> {
	await db
		.updateTable('notice')
		.set('sentAt' in became ? { sent_at: became.sentAt } : { failed_at: became.failedAt })
		.where('school_id', '=', schoolId)
		.where('notice_id', '=', noticeId)
		.execute();
}

/** When a notice was first given up; only of those to whom none was sent, and who added no device, since. */
export function givenUpSinceLastSent(db: Db, schoolId: string) {
	return db
		.selectFrom('notice')
		.select((eb) => ['notice.staff_id as staffId', eb.fn.min('notice.failed_at').as('failedAt')])
		.where('notice.school_id', '=', schoolId)
		.where('notice.failed_at', 'is not', null)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('notice as later')
						.select('later.notice_id')
						.whereRef('later.school_id', '=', 'notice.school_id')
						.whereRef('later.staff_id', '=', 'notice.staff_id')
						.whereRef('later.sent_at', '>=', 'notice.failed_at')
				)
			)
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('push_subscription as device')
						.select('device.subscription_id')
						.whereRef('device.school_id', '=', 'notice.school_id')
						.whereRef('device.staff_id', '=', 'notice.staff_id')
						.whereRef('device.created_at', '>=', 'notice.failed_at')
				)
			)
		)
		.groupBy('notice.staff_id')
		.execute();
}
