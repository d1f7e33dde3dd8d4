// Waits until due work has been done.
import { expect, vi } from 'vitest';
import type { Db } from '$lib/server/database/open';
import type { DueWorkLoop } from '$lib/server/due-work';

/** Until nothing is due any more but notices, which nobody here sends. */
export async function doneUpTo(db: Db, loop: DueWorkLoop, now: number): Promise<void> {
	loop.nudge();
	await vi.waitFor(async () => {
		const due = await db
			.selectFrom('due_work')
			.select('work_id')
			.where('done_at', 'is', null)
			.where('due_at', '<=', now)
			.where('kind', '!=', 'notice')
			.execute();
		expect(due).toEqual([]);
	});
}
