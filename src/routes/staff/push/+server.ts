import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import {
	deleteSubscriptionOf,
	keepSubscription,
	saveSubscription
} from '$lib/server/database/notices';
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
	language: Language
});
const Kept = v.object({ endpoint: Endpoint, language: Language });
const Ended = v.object({ endpoint: Endpoint });

const refused = (message: string) => json({ error: 'refused', message }, { status: 400 });
const bodyOf = (request: Request): Promise<unknown> => request.json().catch(() => null);

export const POST: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Subscription, await bodyOf(event.request));
	if (!parsed.success) return refused('This is not a subscription that a browser makes.');
	const running = await server();
	const { endpoint, keys, language } = parsed.output;
	if (!isPushService(endpoint, running.config.origin)) {
		return refused('This browser’s push service is not one that we know.');
	}
	const subscription = { endpoint, ...keys, language };
	await saveSubscription(running.db, schoolId, staffId, subscription, Date.now());
	return json({ saved: true }, { status: 201 });
};

/** A browser with a subscription asks whether it is this person's and works; and says its language. */
export const PUT: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Kept, await bodyOf(event.request));
	if (!parsed.success) return refused('Which device is meant is missing.');
	const { db } = await server();
	return json({ kept: await keepSubscription(db, schoolId, staffId, parsed.output) });
};

export const DELETE: RequestHandler = async (event) => {
	const { schoolId, staffId } = requireStaff(event);
	const parsed = v.safeParse(Ended, await bodyOf(event.request));
	if (!parsed.success) return refused('Which device is meant is missing.');
	const { db } = await server();
	await deleteSubscriptionOf(db, schoolId, staffId, parsed.output.endpoint);
	return json({ deleted: true });
};
