import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import {
	makeSmallSchool,
	TIMETABLE,
	type SmallSchool
} from '../../../../tests/support/small-school';
import {
	deleteDevicesLostBefore,
	dropSubscription,
	saveSubscription,
	subscriptionsOf
} from '../database/push-subscriptions';
import { noticeReach, type NoticeReach } from './notice-reach';

const MINUTE_MS = 60_000;
const MONDAY = Date.UTC(2026, 10, 16, 10, 40);
const TUESDAY = Date.UTC(2026, 10, 17, 9);
const WEDNESDAY = Date.UTC(2026, 10, 18, 9);

onBothDatabases('what the office sees of notices', (database) => {
	let school: SmallSchool;

	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	const reach = async (who: keyof SmallSchool['adults'] = 'evans') =>
		(await noticeReach(database().db, school.schoolId, TIMETABLE)).get(school.adults[who]);
	/** A device of Miss Evans; gives its address. */
	const addDevice = async (at: number, replaces: string | null = null) => {
		const endpoint = `https://fcm.googleapis.com/fcm/send/${randomUUID()}`;
		const device = { endpoint, p256dh: 'key', auth: 'secret', language: 'en' as const };
		const { db } = database();
		await saveSubscription(db, school.schoolId, school.adults.evans, device, at, replaces);
		return endpoint;
	};
	const lose = async (endpoint: string, at: number) => {
		const { db } = database();
		const own = await subscriptionsOf(db, school.schoolId, school.adults.evans);
		const lost = own.find((device) => device.endpoint === endpoint);
		if (!lost) throw new Error('There is no such device.');
		await dropSubscription(db, school.schoolId, lost.subscriptionId, at);
	};
	/** A notice for Miss Evans, and what became of it. */
	const notice = (became: { sent_at: number } | { failed_at: number }) =>
		database()
			.db.insertInto('notice')
			.values({
				school_id: school.schoolId,
				notice_id: randomUUID(),
				staff_id: school.adults.evans,
				urgent: 0,
				created_at: MONDAY,
				attempts: 0,
				...became
			})
			.execute();

	it('who has a device, and who has none', async () => {
		expect(await reach()).toBeUndefined();
		await addDevice(MONDAY);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'reached' });
		expect(await reach('bowen')).toBeUndefined();
	});

	it('a device that is gone, until notices are switched on there again', async () => {
		const phone = await addDevice(MONDAY);
		await lose(phone, TUESDAY);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'device-lost', since: '2026-11-17' });
		await addDevice(WEDNESDAY, phone);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'reached' });
	});

	it('a device that is gone, though notices are switched on somewhere else, until it is forgotten', async () => {
		await lose(await addDevice(MONDAY), TUESDAY);
		await addDevice(WEDNESDAY);
		const one: NoticeReach = { kind: 'one-device-lost', since: '2026-11-17' };
		expect(await reach()).toEqual(one);
		await deleteDevicesLostBefore(database().db, school.schoolId, TUESDAY);
		expect(await reach()).toEqual(one);
		await deleteDevicesLostBefore(database().db, school.schoolId, TUESDAY + 1);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'reached' });
	});

	it('one device that is gone and another that is not', async () => {
		const phone = await addDevice(MONDAY);
		await addDevice(MONDAY);
		await lose(phone, TUESDAY);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'one-device-lost', since: '2026-11-17' });
	});

	it('notices that were given up, from the first on, until one gets through', async () => {
		await addDevice(MONDAY);
		await notice({ sent_at: MONDAY + MINUTE_MS });
		await notice({ failed_at: TUESDAY });
		await notice({ failed_at: WEDNESDAY });
		expect(await reach()).toEqual<NoticeReach>({ kind: 'not-sent', since: '2026-11-17' });
		await notice({ sent_at: WEDNESDAY + MINUTE_MS });
		expect(await reach()).toEqual<NoticeReach>({ kind: 'reached' });
	});

	it('nothing that failed before a device was added', async () => {
		await addDevice(MONDAY);
		await notice({ failed_at: TUESDAY });
		await addDevice(WEDNESDAY);
		expect(await reach()).toEqual<NoticeReach>({ kind: 'reached' });
	});

	it('the day by the school’s clock, and no moment that would tell when somebody asked', async () => {
		await addDevice(MONDAY);
		// Half past midnight in summer.
		await notice({ failed_at: Date.UTC(2027, 6, 5, 23, 30) });
		expect(await reach()).toEqual<NoticeReach>({ kind: 'not-sent', since: '2027-07-06' });
	});

	it('nothing of another school', async () => {
		await lose(await addDevice(MONDAY), TUESDAY);
		const other = await makeSmallSchool(database().db);
		expect((await noticeReach(database().db, other.schoolId, TIMETABLE)).size).toBe(0);
	});
});
