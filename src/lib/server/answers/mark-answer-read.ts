// The child has read the answer at the kiosk: its adult need not say it again.
import { replay } from '$lib/domain/talk-request';
import { lockRequest } from '../database/talk-requests';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';
import { appendAndFollow } from '../talk-requests/follow-events';

/** Does nothing when there is no answer, or it has been read before. */
export async function markAnswerRead(
	running: RunningServer,
	which: { schoolId: string; requestId: string }
): Promise<void> {
	const { schoolId, requestId } = which;
	const now = Date.now();
	const wake = await running.db.transaction().execute(async (tx) => {
		const known = await lockRequest(tx, schoolId, requestId);
		if (!known || replay(known).answer?.readAt !== null) return [];
		const followed = await appendAndFollow(tx, {
			schoolId,
			requestId,
			known,
			added: [{ kind: 'answer-read', at: now }],
			settings: running.config,
			now
		});
		return followed.wake;
	});
	if (wake.length > 0) announce(running, { schoolId, staffIds: wake, kioskIds: [] });
}
