// The one loop of what is due: hand-on, what asks a grown-up to reflect, who is left alone, notices, missing counters, tidying. A row is claimed in the
// transaction that does the work, so a crash leaves it due and two processes never do it twice. Only
// sending a notice happens outside one: it is claimed for a while, and sent again if that was a crash.
import { APPROVED_PASSES_KEPT_MS } from '$lib/domain/passes';
import {
	claimDueWork,
	finishWork,
	nextDueAt,
	postponeWork,
	scheduleWork,
	type DueWork
} from './database/due-work';
import { deleteSessionsOver } from './database/accounts';
import { deleteFeedBefore } from './database/live-feed';
import type { Db } from './database/open';
import { deletePassesBefore } from './database/passes';
import { deleteDevicesLostBefore } from './database/push-subscriptions';
import { askToReflect } from './calm/reflect';
import { raiseGapAlarm } from './crossing/gap-alarm';
import { tellIfLeftAlone } from './cwtch/left-alone';
import { tidyCwtch } from './cwtch/tidy-cwtch';
import { handOnByClock } from './due-work/hand-on-by-clock';
import { alarmOfFullDisk, roomOnDisk } from './due-work/look-at-disk';
import { offNudge, onNudge } from './due-work/nudge';
import { announce } from './live/announce';
import type { News } from './live/live-bus';
import { sendSavedNotice } from './notices/send-saved-notice';
import type { RunningServer } from './running';

const LONGEST_SLEEP_MS = 5_000;
/** What is due may be in the hands of another process. */
const SHORTEST_SLEEP_MS = 25;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** Longer than sending a notice can take. */
const NOTICE_LEASE_MS = 60_000;
/** A push service that hangs must not hold up the others. */
const MOST_NOTICES_AT_ONCE = 8;
const DAY_MS = 24 * 60 * 60 * 1000;
const TIDY_EVERY_MS = 60 * 60 * 1000;
const FEED_KEPT_MS = DAY_MS;
/** By then its owner has it back, or has another one. */
const LOST_DEVICE_SHOWN_MS = 30 * DAY_MS;

export interface DueWorkLoop {
	/** Ends after what is being done. */
	stop(): Promise<void>;
	/** Looks now. */
	nudge(): void;
}

/** When failed work is tried again; twice as late each time. */
export const retryAt = (attempts: number, now: number): number =>
	now + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20));

/** Starts the loop; `clock` is for tests that let time pass. */
export function startDueWork(running: RunningServer, clock: () => number = Date.now): DueWorkLoop {
	let stopped = false;
	let nudged = false;
	let wakeUp: () => void = () => undefined;
	const sending = new Set<Promise<void>>();
	const nudge = () => {
		nudged = true;
		wakeUp();
	};
	onNudge(running, nudge);

	const sleep = async (ms: number) => {
		if (nudged || stopped) return;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			timer.unref();
			wakeUp = () => {
				clearTimeout(timer);
				resolve();
			};
		});
	};
	const send = (work: DueWork) => {
		const sent = sendSavedNotice(running, work, clock)
			.catch((error: unknown) => running.log.error({ err: error }, 'a notice could not be sent'))
			.finally(() => {
				sending.delete(sent);
				nudge();
			});
		sending.add(sent);
	};
	const run = async () => {
		while (!stopped) {
			nudged = false;
			try {
				if (sending.size >= MOST_NOTICES_AT_ONCE) {
					await Promise.race(sending);
					continue;
				}
				const done = await doWhatIsDue(running, clock());
				if (done.kind === 'send') send(done.work);
				if (done.kind !== 'nothing') continue;
				const next = await nextDueAt(running.db);
				const waitMs = (next ?? Infinity) - clock();
				await sleep(Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, waitMs)));
			} catch (error) {
				running.log.error({ err: error }, 'due work could not be looked at; trying again');
				await sleep(LONGEST_SLEEP_MS);
			}
		}
	};
	const ended = run();
	return {
		nudge,
		async stop() {
			stopped = true;
			offNudge(running);
			wakeUp();
			await ended;
			await Promise.all(sending);
		}
	};
}

type Done = { kind: 'nothing' } | { kind: 'done' } | { kind: 'send'; work: DueWork };

/** Does the one that has been due for longest. Work that fails is counted and tried later. */
async function doWhatIsDue(running: RunningServer, now: number): Promise<Done> {
	let claimed: DueWork | null = null;
	let news: News | null = null;
	try {
		await running.db.transaction().execute(async (tx) => {
			claimed = await claimDueWork(tx, running.engine, now);
			if (claimed) news = await doWork(tx, running, claimed, now);
		});
	} catch (error) {
		const failed = claimed as DueWork | null;
		if (!failed) throw error;
		const { kind, workId, schoolId, attempts } = failed;
		running.log.error(
			{ err: error, kind, workId, attempts },
			'due work failed; trying again later'
		);
		await postponeWork(running.db, schoolId, workId, retryAt(attempts, now));
		return { kind: 'done' };
	}
	const work = claimed as DueWork | null;
	if (!work) return { kind: 'nothing' };
	if (news) announce(running, news);
	return work.kind === 'notice' ? { kind: 'send', work } : { kind: 'done' };
}

/** Inside the transaction that claimed it; returns whom to wake after the commit. */
async function doWork(
	tx: Db,
	running: RunningServer,
	work: DueWork,
	now: number
): Promise<News | null> {
	const { schoolId, workId, kind, subjectId } = work;
	const freeBytes = () => roomOnDisk(running.engine, running.config.dataDir);
	switch (kind) {
		case 'hand-on': {
			const staffIds = await handOnByClock(tx, work, running.config, now);
			return { schoolId, staffIds, kioskIds: [] };
		}
		case 'reflect':
			return askToReflect(tx, work, running.config, now);
		case 'left-alone':
			return tellIfLeftAlone(tx, work, now);
		case 'notice':
			// Claimed until then; whoever finds it due afterwards sends it.
			await postponeWork(tx, schoolId, workId, now + NOTICE_LEASE_MS);
			return null;
		case 'counter-gap':
			await finishWork(tx, schoolId, workId, now);
			return raiseGapAlarm(tx, schoolId, subjectId, now);
		case 'tidy-feed':
			await deleteFeedBefore(tx, schoolId, now - FEED_KEPT_MS);
			await deletePassesBefore(tx, schoolId, {
				unapproved: now - DAY_MS,
				approved: now - APPROVED_PASSES_KEPT_MS
			});
			await tidyCwtch(tx, schoolId, now);
			await deleteSessionsOver(tx, now);
			await deleteDevicesLostBefore(tx, schoolId, now - LOST_DEVICE_SHOWN_MS);
			await scheduleWork(tx, schoolId, [{ workId, kind, subjectId, dueAt: now + TIDY_EVERY_MS }]);
			return alarmOfFullDisk(tx, schoolId, await freeBytes(), now);
		default:
			throw new Error(`Due work of a kind that this version does not know: ${String(kind)}`);
	}
}
