import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { freePort } from '../../../../tests/support/postgres';
import { startPushService, type PushService } from '../../../../tests/support/push-service';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	TIMETABLE,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { saveNotices } from '../database/notices';
import {
	keepSubscription,
	renewSubscription,
	saveSubscription
} from '../database/push-subscriptions';
import { startDueWork } from '../due-work';
import type { RunningServer } from '../running';
import { noticeReach } from './notice-reach';
import { isPushService, noticeBody } from './push-message';

const MINUTE_MS = 60_000;
let service: PushService;

beforeAll(async () => {
	service = await startPushService();
}, 20_000);
afterAll(() => service.stop());

async function device(running: RunningServer) {
	const { endpoint, keys, received, expire } = await service.subscribe(
		running.keys.vapid.publicKey
	);
	return { subscription: { endpoint, ...keys }, received, expire };
}

onBothDatabases('a notice', (database) => {
	let running: RunningServer;
	let school: SmallSchool;
	let now: number;

	beforeEach(async () => {
		await database().db.deleteFrom('due_work').execute();
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
		now = Date.now();
	});
	const save = (urgent: boolean, at = now) =>
		saveNotices(running.db, school.schoolId, [{ staffId: school.adults.evans, urgent }], at);
	const notices = () =>
		running.db
			.selectFrom('notice')
			.selectAll()
			.where('school_id', '=', school.schoolId)
			.orderBy('notice_id')
			.execute();
	const subscribe = (
		subscription: { endpoint: string; p256dh: string; auth: string },
		language: 'en' | 'cy' = 'cy'
	) => {
		const { schoolId, adults } = school;
		return saveSubscription(running.db, schoolId, adults.evans, { ...subscription, language }, now);
	};
	const reachOfEvans = async () =>
		(await noticeReach(running.db, school.schoolId, TIMETABLE)).get(school.adults.evans)?.kind;
	const whileSending = async (until: () => Promise<void>) => {
		const loop = startDueWork(running, () => now);
		try {
			await vi.waitFor(until, { timeout: 8_000 });
		} finally {
			await loop.stop();
		}
	};
	/** Keys of a device that nothing listens at. */
	const keys = () => {
		const pair = createECDH('prime256v1');
		pair.generateKeys();
		return { p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') };
	};

	it('reaches the device and says urgent or not, the language, and nothing else, at one size', async () => {
		const phone = await device(running);
		await subscribe(phone.subscription);
		await save(false);
		await save(true);
		await whileSending(async () => expect(await phone.received()).toHaveLength(2));
		const messages = (await phone.received()).map(
			(message) => JSON.parse(message) as Record<string, unknown>
		);
		expect(messages.map(({ urgent }) => urgent).sort()).toEqual([0, 1]);
		for (const message of messages) {
			expect(Object.keys(message).sort()).toEqual(['language', 'pad', 'urgent']);
			expect(message.language).toBe('cy');
			expect(String(message.pad).trim()).toBe('');
		}
		expect((await notices()).every((row) => row.sent_at !== null)).toBe(true);
	});

	it('stands for all requests of a minute', async () => {
		for (let second = 0; second < 300; second += 1) await save(false, now + second * 1000);
		const rows = await notices();
		// Nothing was sent in between: the one that waits covers them all.
		expect(rows).toHaveLength(1);
		const phone = await device(running);
		await subscribe(phone.subscription);
		now += 300_000;
		await whileSending(async () => expect(await phone.received()).toHaveLength(1));
	});

	it('comes at most once a minute, however many ask', async () => {
		const phone = await device(running);
		await subscribe(phone.subscription);
		const loop = startDueWork(running, () => now);
		const from = now;
		for (let second = 0; second < 300; second += 10) {
			now = from + second * 1000;
			await save(false);
			loop.nudge();
			await vi.waitFor(async () => {
				const open = await running.db
					.selectFrom('due_work')
					.select('work_id')
					.where('kind', '=', 'notice')
					.where('done_at', 'is', null)
					// What is being sent just now is claimed, and has been counted.
					.where((eb) => eb.or([eb('due_at', '<=', now), eb('attempts', '>', 0)]))
					.execute();
				expect(open).toEqual([]);
			});
		}
		await loop.stop();
		const received = await phone.received();
		expect(received.length).toBeGreaterThanOrEqual(4);
		expect(received.length).toBeLessThanOrEqual(6);
	});

	it('drops a device that takes none any more, and the office sees that it failed', async () => {
		const phone = await device(running);
		await subscribe(phone.subscription);
		await phone.expire();
		await save(false);
		await whileSending(async () => expect((await notices())[0]?.failed_at).not.toBeNull());
		const row = await running.db
			.selectFrom('push_subscription')
			.select('failed_at')
			.where('school_id', '=', school.schoolId)
			.executeTakeFirstOrThrow();
		expect(row.failed_at).not.toBeNull();
		expect(await reachOfEvans()).toBe('device-lost');
	});

	it('is tried again while the push service is away, and given up at last, which the office sees', async () => {
		await subscribe({ endpoint: `http://localhost:${await freePort()}/notify/x`, ...keys() });
		await save(false);
		const loop = startDueWork(running, () => now);
		let attempts = 0;
		for (let tries = 0; tries < 10; tries += 1) {
			now += 5 * MINUTE_MS;
			loop.nudge();
			await vi.waitFor(async () => {
				const work = await running.db
					.selectFrom('due_work')
					.select(['attempts', 'done_at', 'due_at'])
					.where('kind', '=', 'notice')
					.executeTakeFirstOrThrow();
				attempts = work.attempts;
				expect(work.done_at !== null || work.due_at > now).toBe(true);
			});
		}
		await loop.stop();
		expect(attempts).toBeGreaterThan(1);
		const [row] = await notices();
		expect(row?.sent_at).toBeNull();
		expect(row?.failed_at).not.toBeNull();
		expect(await reachOfEvans()).toBe('not-sent');
	});

	it('is not sent, and not failed, where an adult has no device', async () => {
		await save(false);
		await whileSending(async () => {
			const open = await running.db
				.selectFrom('due_work')
				.select('work_id')
				.where('kind', '=', 'notice')
				.where('done_at', 'is', null)
				.execute();
			expect(open).toEqual([]);
		});
		expect(await notices()).toMatchObject([{ sent_at: null, failed_at: null }]);
	});

	it('follows the language of the device, and knows whose it is and whether it works', async () => {
		const phone = await device(running);
		await subscribe(phone.subscription);
		const { schoolId, adults } = school;
		const inEnglish = { endpoint: phone.subscription.endpoint, language: 'en' as const };
		expect(await keepSubscription(running.db, schoolId, adults.rees, inEnglish)).toBe(false);
		expect(await keepSubscription(running.db, schoolId, adults.evans, inEnglish)).toBe(true);
		await save(false);
		await whileSending(async () => expect(await phone.received()).toHaveLength(1));
		expect(JSON.parse((await phone.received())[0] ?? '')).toMatchObject({ language: 'en' });
		await phone.expire();
		await save(true);
		await whileSending(async () =>
			expect(await keepSubscription(running.db, schoolId, adults.evans, inEnglish)).toBe(false)
		);
	});

	it('follows a subscription that the browser has renewed, though the old one had failed', async () => {
		const { schoolId, adults } = school;
		const before = await device(running);
		await subscribe(before.subscription);
		await before.expire();
		await save(false);
		await whileSending(async () => expect(await reachOfEvans()).toBe('device-lost'));
		const after = await device(running);
		const renewed = (who: keyof SmallSchool['adults']) =>
			renewSubscription(
				running.db,
				schoolId,
				adults[who],
				before.subscription.endpoint,
				after.subscription
			);
		expect(await renewed('rees'), 'somebody else’s device').toBe(false);
		expect(await renewed('evans')).toBe(true);
		await save(true);
		await whileSending(async () => expect(await after.received()).toHaveLength(1));
		expect(JSON.parse((await after.received())[0] ?? '')).toMatchObject({ language: 'cy' });
		expect(await reachOfEvans()).toBe('reached');
	});

	it('is kept on one device per endpoint, whoever signed in there last', async () => {
		const endpoint = `https://fcm.googleapis.com/fcm/send/${randomUUID()}`;
		const { schoolId, adults } = school;
		const subscription = { endpoint, ...keys(), language: 'en' as const };
		await saveSubscription(running.db, schoolId, adults.evans, subscription, now);
		await saveSubscription(running.db, schoolId, adults.rees, subscription, now);
		const rows = await running.db
			.selectFrom('push_subscription')
			.select('staff_id')
			.where('endpoint', '=', endpoint)
			.execute();
		expect(rows).toEqual([{ staff_id: adults.rees }]);
	});
});

it('has one size whatever it says', () => {
	const sizes = [true, false].flatMap((urgent) =>
		(['en', 'cy'] as const).map((language) => noticeBody(urgent, language).length)
	);
	expect(new Set(sizes).size).toBe(1);
});

it.each([
	['https://fcm.googleapis.com/fcm/send/x', true],
	['https://updates.push.services.mozilla.com/wpush/v2/x', true],
	['https://web.push.apple.com/x', true],
	['http://fcm.googleapis.com/x', false],
	['https://fcm.googleapis.com.example/x', false],
	['https://10.0.0.1/x', false],
	['http://localhost:1/x', false],
	['not an address', false]
])('the server calls %s: %s', (endpoint, called) => {
	expect(isPushService(endpoint, 'https://cwtch.school.example')).toBe(called);
});
