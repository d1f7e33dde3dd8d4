// What a push service gets: an encrypted body of one size, which says only urgent or not, and the
// language of the device. The two sentences themselves stand in the service worker.
import webPush from 'web-push';
import type { PushSubscriptionOfStaff } from '../database/push-subscriptions';
import type { RunningServer } from '../running';

/** Every body is as long, so that the push service cannot tell which it is. */
const BODY_BYTES = 128;
const ORDINARY_KEPT_S = 4 * 60 * 60;
const URGENT_KEPT_S = 60 * 60;
const LONGEST_SENDING_MS = 10_000;

/** Where browsers have their push services; nothing else is ever called with a subscription. */
const PUSH_SERVICES = [
	'fcm.googleapis.com',
	'push.services.mozilla.com',
	'push.apple.com',
	'notify.windows.com'
];
const LOOPBACK = ['localhost', '127.0.0.1'];

/** Whether a subscription's address is one that the server may call. */
export function isPushService(endpoint: string, origin: string): boolean {
	if (!URL.canParse(endpoint)) return false;
	const { protocol, hostname } = new URL(endpoint);
	// A push service for tests, beside a server that is on this machine itself.
	if (LOOPBACK.includes(hostname)) return LOOPBACK.includes(new URL(origin).hostname);
	const isKnown = PUSH_SERVICES.some((name) => hostname === name || hostname.endsWith(`.${name}`));
	return protocol === 'https:' && isKnown;
}

export function noticeBody(urgent: boolean, language: 'en' | 'cy'): string {
	const said = { urgent: Number(urgent), language, pad: '' };
	return JSON.stringify({ ...said, pad: ' '.repeat(BODY_BYTES - JSON.stringify(said).length) });
}

export type Sent = 'sent' | 'gone' | 'failed';

/** `gone`: the device takes no notices any more. `failed`: worth trying again. Never throws. */
export async function sendPush(
	running: RunningServer,
	subscription: PushSubscriptionOfStaff,
	urgent: boolean
): Promise<Sent> {
	const { origin } = running.config;
	if (!isPushService(subscription.endpoint, origin)) return 'gone';
	try {
		const { endpoint, p256dh, auth, language } = subscription;
		const request = webPush.generateRequestDetails(
			{ endpoint, keys: { p256dh, auth } },
			noticeBody(urgent, language),
			{
				TTL: urgent ? URGENT_KEPT_S : ORDINARY_KEPT_S,
				// The same for both, so that the push service cannot tell them apart either.
				urgency: 'high',
				vapidDetails: {
					subject: origin.startsWith('https:') ? origin : 'mailto:nobody@kiosk.invalid',
					...running.keys.vapid
				}
			}
		);
		const response = await fetch(endpoint, {
			method: 'POST',
			headers: Object.entries(request.headers).map(([name, value]): [string, string] => [
				name,
				String(value)
			]),
			body: new Uint8Array(request.body ?? Buffer.alloc(0)),
			redirect: 'error',
			signal: AbortSignal.timeout(LONGEST_SENDING_MS)
		});
		if (response.ok) return 'sent';
		running.log.warn({ status: response.status }, 'a push service did not take a notice');
		return response.status === 404 || response.status === 410 ? 'gone' : 'failed';
	} catch (error) {
		const reason = error instanceof Error ? error.name : 'unknown';
		running.log.warn({ reason }, 'a push service could not be reached');
		return 'failed';
	}
}
