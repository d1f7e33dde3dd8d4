// The devices of staff that are told by a notice, as their browsers subscribed them.
import { v7 as uuidV7 } from 'uuid';
import type { Db } from './open';

export interface PushSubscriptionOfStaff {
	subscriptionId: string;
	endpoint: string;
	p256dh: string;
	auth: string;
	language: 'en' | 'cy';
}

type NewSubscription = Omit<PushSubscriptionOfStaff, 'subscriptionId'>;

export async function subscriptionsOf(
	db: Db,
	schoolId: string,
	staffId: string
): Promise<PushSubscriptionOfStaff[]> {
	const rows = await db
		.selectFrom('push_subscription')
		.select(['subscription_id', 'endpoint', 'p256dh', 'auth', 'language'])
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('failed_at', 'is', null)
		.execute();
	return rows.map(({ subscription_id, ...row }) => ({ ...row, subscriptionId: subscription_id }));
}

/**
 * Keeps one row per device: the same endpoint again takes the place of the old one, whosever that was.
 *
 * @param replaces the endpoint that this very browser had before. Other devices of this person that are
 * lost stay so: switching notices on here does not bring them back there.
 */
export async function saveSubscription(
	db: Db,
	schoolId: string,
	staffId: string,
	subscription: NewSubscription,
	now: number,
	replaces: string | null = null
): Promise<void> {
	await db
		.deleteFrom('push_subscription')
		.where('school_id', '=', schoolId)
		.where((eb) =>
			eb.or([
				eb('endpoint', '=', subscription.endpoint),
				eb.and([eb('staff_id', '=', staffId), eb('endpoint', '=', replaces)])
			])
		)
		.execute();
	await db
		.insertInto('push_subscription')
		.values({
			school_id: schoolId,
			subscription_id: uuidV7(),
			staff_id: staffId,
			endpoint: subscription.endpoint,
			p256dh: subscription.p256dh,
			auth: subscription.auth,
			language: subscription.language,
			created_at: now
		})
		.execute();
}

/** Whether notices for this person go to this device; if so, in this language from now on. */
export async function keepSubscription(
	db: Db,
	schoolId: string,
	staffId: string,
	{ endpoint, language }: { endpoint: string; language?: 'en' | 'cy' }
): Promise<boolean> {
	const result = await db
		.updateTable('push_subscription')
		.set((eb) => ({ language: language ?? eb.ref('language') }))
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('endpoint', '=', endpoint)
		.where('failed_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/**
 * A browser has renewed its subscription by itself: notices go to the new one.
 *
 * @returns false when the one it replaces is not this person's; then nothing is changed
 */
export async function renewSubscription(
	db: Db,
	schoolId: string,
	staffId: string,
	replaces: string,
	renewed: Omit<NewSubscription, 'language'> & { language?: 'en' | 'cy' }
): Promise<boolean> {
	const result = await db
		.updateTable('push_subscription')
		.set((eb) => ({
			endpoint: renewed.endpoint,
			p256dh: renewed.p256dh,
			auth: renewed.auth,
			language: renewed.language ?? eb.ref('language'),
			failed_at: null
		}))
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('endpoint', '=', replaces)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

export async function deleteSubscriptionOf(
	db: Db,
	schoolId: string,
	staffId: string,
	endpoint: string
): Promise<void> {
	await db
		.deleteFrom('push_subscription')
		.where('school_id', '=', schoolId)
		.where('staff_id', '=', staffId)
		.where('endpoint', '=', endpoint)
		.execute();
}

/** The device does not take notices any more; the office sees that it failed. */
export async function dropSubscription(
	db: Db,
	schoolId: string,
	subscriptionId: string,
	now: number
): Promise<void> {
	await db
		.updateTable('push_subscription')
		.set({ failed_at: now })
		.where('school_id', '=', schoolId)
		.where('subscription_id', '=', subscriptionId)
		.execute();
}

/** The devices of a school, and since when one takes no notices any more. */
export function devicesOfSchool(db: Db, schoolId: string) {
	return db
		.selectFrom('push_subscription')
		.select(['staff_id as staffId', 'failed_at as failedAt'])
		.where('school_id', '=', schoolId)
		.execute();
}

/** Forgets the devices that have taken no notices since before then. */
export async function deleteDevicesLostBefore(
	db: Db,
	schoolId: string,
	before: number
): Promise<void> {
	await db
		.deleteFrom('push_subscription')
		.where('school_id', '=', schoolId)
		.where('failed_at', '<', before)
		.execute();
}
