import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	deleteSubscriptionOf,
	keepSubscription,
	renewSubscription,
	saveSubscription
} from '$lib/server/database/push-subscriptions';
import { isPushService } from '$lib/server/notices/push-message';
import { server } from '$lib/server/running';
import { requireStaff } from '$lib/server/staff-sessions/require-staff';
import type { RequestHandler } from './$types';

const Endpoint = v.pipe(v.string(), v.url(), v.maxLength(1000));
const Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+=*$/), v.maxLength(200));
const Language = v.picklist(['en', 'cy']);
const Subscription = v.object({
	endpoint: Endpoint,
	keys: v.object({ p256dh: Key, auth: Key }),
	language: Language,
	/** The endpoint that this browser had before. */
	replaces: v.optional(Endpoint)
});
/** A worker does not know the language. */
const Renewed = v.object({ ...Subscription.entries, language: v.optional(Language) });
const Ended = v.object({ endpoint: Endpoint });

const NOT_A_SUBSCRIPTION = 'This is not a subscription that a browser makes.';
const UNKNOWN_SERVICE = 'This browser’s push service is not one that we know.';
const refused = (message: string) => json({ error: 'refused', message }, { status: 400 });
const bodyOf = (request: Request): Promise<unknown> => request.json().catch(() => null);

export const POST: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Subscription, await bodyOf(event.request));
	if (!parsed.success) return refused(NOT_A_SUBSCRIPTION);
	const { db, config } = await server();
	const { endpoint, keys, language, replaces } = parsed.output;
	if (!isPushService(endpoint, config.origin)) return refused(UNKNOWN_SERVICE);
	const subscription = { endpoint, ...keys, language };
	await saveSubscription(db, schoolId, staffId, subscription, Date.now(), replaces);
	return json({ saved: true }, { status: 201 });
};

/**
 * A browser with a subscription asks whether it is this person's and works, and says its language; or
 * says that it has renewed one that was.
 */
export const PUT: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Renewed, await bodyOf(event.request));
	if (!parsed.success) return refused(NOT_A_SUBSCRIPTION);
	const { db, config } = await server();
	const { endpoint, keys, language, replaces } = parsed.output;
	let kept = await keepSubscription(db, schoolId, staffId, { endpoint, language });
	if (!kept && replaces && replaces !== endpoint) {
		if (!isPushService(endpoint, config.origin)) return refused(UNKNOWN_SERVICE);
		const renewed = { endpoint, ...keys, language };
		kept = await renewSubscription(db, schoolId, staffId, replaces, renewed);
	}
	return json({ kept });
};

export const DELETE: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Ended, await bodyOf(event.request));
	if (!parsed.success) return refused('Which device is meant is missing.');
	const { db } = await server();
	await deleteSubscriptionOf(db, schoolId, staffId, parsed.output.endpoint);
	return json({ deleted: true });
};
