// A browser may replace its push subscription by itself; the server would go on telling the old one.

const PUSH = '/staff/push';

/**
 * Tells the server which subscription stands for which. Where nobody is signed in any more it takes
 * nothing, and the page tells it when somebody opens it next.
 */
export async function renewNotices(
	worker: Pick<ServiceWorkerGlobalScope, 'registration' | 'fetch'>,
	{
		oldSubscription,
		newSubscription
	}: Pick<PushSubscriptionChangeEvent, 'oldSubscription' | 'newSubscription'>
): Promise<void> {
	if (!oldSubscription) return;
	const { endpoint: replaces, options } = oldSubscription;
	const { userVisibleOnly, applicationServerKey } = options;
	const renewed =
		newSubscription ??
		(await worker.registration.pushManager.subscribe({ userVisibleOnly, applicationServerKey }));
	await worker.fetch(PUSH, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ ...renewed.toJSON(), replaces })
	});
}
