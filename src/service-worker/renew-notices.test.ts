import { expect, it } from 'vitest';
import { renewNotices } from './renew-notices';

const subscription = (endpoint: string) =>
	({
		endpoint,
		options: { userVisibleOnly: true, applicationServerKey: new ArrayBuffer(65) },
		toJSON: () => ({ endpoint, keys: { p256dh: 'key', auth: 'secret' } })
	}) as unknown as PushSubscription;

/** A worker whose browser would subscribe to `next`, and what it told the server. */
function workerThatGets(next: string) {
	const told: { path: string; method?: string; body: unknown }[] = [];
	const asked: PushSubscriptionOptionsInit[] = [];
	const worker = {
		registration: {
			pushManager: {
				subscribe: (options: PushSubscriptionOptionsInit) => {
					asked.push(options);
					return Promise.resolve(subscription(next));
				}
			}
		},
		fetch: (path: string, { method, body }: { method: string; body: string }) => {
			told.push({ path, method, body: JSON.parse(body) });
			return Promise.resolve(new Response());
		}
	} as unknown as ServiceWorkerGlobalScope;
	return { worker, told, asked };
}

const renewedBy = (endpoint: string) => [
	{
		path: '/staff/push',
		method: 'PUT',
		body: { endpoint, keys: { p256dh: 'key', auth: 'secret' }, replaces: 'old' }
	}
];

it('tells the server the subscription that the browser made in the place of the old one', async () => {
	const { worker, told, asked } = workerThatGets('asked');
	const oldSubscription = subscription('old');
	await renewNotices(worker, { oldSubscription, newSubscription: subscription('given') });
	expect(told).toEqual(renewedBy('given'));
	expect(asked).toEqual([]);
});

it('asks for one, as the old one was, where the browser made none', async () => {
	const { worker, told, asked } = workerThatGets('asked');
	const oldSubscription = subscription('old');
	await renewNotices(worker, { oldSubscription, newSubscription: null });
	expect(told).toEqual(renewedBy('asked'));
	expect(asked).toEqual([oldSubscription.options]);
});
