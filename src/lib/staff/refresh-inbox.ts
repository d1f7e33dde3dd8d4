import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Loads the lists and the open request again. Waits for a page change that is on its way: kit would give
 * that up, and a tap on "Answer" would be lost.
 */
export async function refreshInbox(): Promise<void> {
	while (navigating.complete) await navigating.complete.catch(() => undefined);
	await invalidate('staff:inbox');
}
