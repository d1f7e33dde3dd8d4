// Sends one saved notice to every device of its adult. No notice is ever the only way to learn of a
// request, so a notice that cannot be sent is given up after a while, and the office sees it.
import { finishWork, postponeWork, type DueWork } from '../database/due-work';
import { noticeOf, recordNotice } from '../database/notices';
import { dropSubscription, subscriptionsOf } from '../database/push-subscriptions';
import type { RunningServer } from '../running';
import { sendPush } from './push-message';

const MOST_ATTEMPTS = 6;
const FIRST_RETRY_MS = 5_000;

export async function sendSavedNotice(
	running: RunningServer,
	work: Pick<DueWork, 'schoolId' | 'workId' | 'attempts'>,
	clock: () => number
): Promise<void> {
	const { db } = running;
	const { schoolId, workId: noticeId, attempts } = work;
	const notice = await noticeOf(db, schoolId, noticeId);
	const subscriptions = notice ? await subscriptionsOf(db, schoolId, notice.staffId) : [];
	if (!notice || subscriptions.length === 0) {
		// Nowhere to send it: the page itself tells.
		return finishWork(db, schoolId, noticeId, clock());
	}
	const outcomes = await Promise.all(
		subscriptions.map(async (subscription) => {
			const outcome = await sendPush(running, subscription, notice.urgent);
			if (outcome === 'gone') {
				await dropSubscription(db, schoolId, subscription.subscriptionId, clock());
			}
			return outcome;
		})
	);
	const now = clock();
	if (outcomes.includes('sent')) {
		await recordNotice(db, schoolId, noticeId, { sentAt: now });
		return finishWork(db, schoolId, noticeId, now);
	}
	if (outcomes.includes('failed') && attempts + 1 < MOST_ATTEMPTS) {
		return postponeWork(db, schoolId, noticeId, now + FIRST_RETRY_MS * 2 ** attempts);
	}
	await recordNotice(db, schoolId, noticeId, { failedAt: now });
	return finishWork(db, schoolId, noticeId, now);
}
