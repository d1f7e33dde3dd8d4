import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { newPostgresDatabase, onBothDatabases } from '../../../../tests/support/on-both-databases';
import { openedFrom, record } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { checkInOf } from '../../../../tests/support/visit-messages';
import { insertStaffFeed, timeOfId, type StaffFeedEvent } from '../database/live-feed';
import { openDatabase } from '../database/open';
import type { RunningServer } from '../running';
import { announce, listening, stopLive, subscribeKiosk, subscribeStaff } from './announce';
import { staffStream } from './staff-stream';

const ask = (school: SmallSchool, excludedAdultIds: string[] = []) =>
	checkInOf(school.pupils.mali, {
		wish: { kind: 'ask', adultIds: [school.adults.evans], how: 'chat', when: 'now' },
		excludedAdultIds
	});

async function send(
	running: RunningServer,
	school: SmallSchool,
	routing: Routing
): Promise<string> {
	const one = openedFrom(school, routing);
	const recorded = await record(running.db, one);
	if (recorded.outcome !== 'recorded') throw new Error(recorded.reason);
	announce(running, { schoolId: school.schoolId, staffIds: recorded.wake, kioskIds: [] });
	return one.envelopeId;
}

onBothDatabases('the live feed', (database) => {
	let running: RunningServer;
	let school: SmallSchool;
	const ends: (() => unknown)[] = [];

	beforeEach(async () => {
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
	});
	afterEach(async () => {
		for (const end of ends.splice(0)) await end();
		await stopLive(running);
	});

	const hearAs = (name: keyof SmallSchool['adults']) => {
		const heard: StaffFeedEvent[] = [];
		ends.push(
			subscribeStaff(running, school.schoolId, school.adults[name], (events) =>
				heard.push(...events)
			)
		);
		return heard;
	};
	const read = (over: Partial<Parameters<typeof staffStream>[1]> = {}) => {
		const stream = staffStream(running, {
			schoolId: school.schoolId,
			staffId: school.adults.evans,
			endsAt: Date.now() + 60_000,
			lastEventId: null,
			isStillSignedIn: async () => true,
			...over
		});
		const reader = stream.getReader();
		let text = '';
		let ended = false;
		void (async () => {
			for (;;) {
				const { done, value } = await reader.read();
				if (done) break;
				text += new TextDecoder().decode(value);
			}
			ended = true;
		})();
		ends.push(() => reader.cancel());
		return { text: () => text, ended: () => ended };
	};

	it('tells the chosen adult and the leads once, and nobody who is left out', async () => {
		const [evans, rees, jones, bowen] = (['evans', 'rees', 'jones', 'bowen'] as const).map(hearAs);
		const id = await send(running, school, ask(school, [school.adults.jones]));
		await vi.waitFor(() => expect(rees?.map((event) => event.subjectId)).toEqual([id]));
		expect(evans?.map((event) => event.subjectId)).toEqual([id]);
		const second = await send(running, school, ask(school, [school.adults.jones]));
		await vi.waitFor(() => expect(evans?.map((event) => event.subjectId)).toEqual([id, second]));
		expect([...(jones ?? []), ...(bowen ?? [])]).toEqual([]);
	});

	it('wakes the kiosk that is meant and no other', () => {
		const woken: string[] = [];
		ends.push(subscribeKiosk(running, school.kioskId, () => woken.push('this')));
		ends.push(subscribeKiosk(running, randomUUID(), () => woken.push('other')));
		announce(running, { schoolId: school.schoolId, staffIds: [], kioskIds: [school.kioskId] });
		expect(woken).toEqual(['this']);
	});

	it('reaches an open page as an event of ids alone', async () => {
		const page = read();
		await vi.waitFor(() => expect(page.text()).toContain('retry: 2000'));
		const id = await send(running, school, ask(school));
		await vi.waitFor(() => expect(page.text()).toContain(id));
		const said = page.text();
		expect(said).toMatch(/id: [0-9a-f-]{36}\ndata: \{"kind":"request","id":"[0-9a-f-]{36}"\}\n\n$/);
		for (const secret of ['Mali', 'worried', 'chat', school.pupils.mali]) {
			expect(said).not.toContain(secret);
		}
	});

	it('catches up from the Last-Event-ID, also with what another commit slipped in before it', async () => {
		const { schoolId, adults } = school;
		const first = await send(running, school, ask(school));
		const page = read();
		const missed = await send(running, school, ask(school));
		await vi.waitFor(() => expect(page.text()).toContain(missed));
		const lastEventId = /id: ([0-9a-f-]{36})\n/.exec(page.text())?.[1] ?? '';
		expect(timeOfId(lastEventId)).toBeGreaterThan(Date.now() - 10_000);
		await insertStaffFeed(
			running.db,
			schoolId,
			[{ staffId: adults.evans, kind: 'request', subjectId: 'slipped-in' }],
			Date.now()
		);
		const again = read({ lastEventId });
		await vi.waitFor(() => expect(again.text()).toContain('slipped-in'));
		expect(again.text()).toContain(first);
		expect(read({ lastEventId: 'nonsense' }).ended()).toBe(false);
	});

	it('ends with the session, and after a sign-out', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		try {
			const over = read({ endsAt: Date.now() - 1 });
			const signedOut = read({ isStillSignedIn: async () => false });
			const open = read();
			await vi.advanceTimersByTimeAsync(16_000);
			vi.useRealTimers();
			await vi.waitFor(() => expect(over.ended()).toBe(true));
			await vi.waitFor(() => expect(signedOut.ended()).toBe(true));
			expect(open.ended()).toBe(false);
			expect(open.text()).toContain('event: beat\n');
		} finally {
			vi.useRealTimers();
		}
	});
});

it('is heard by every process on one PostgreSQL', async () => {
	const databaseUrl = await newPostgresDatabase();
	const open = () => openDatabase({ dataDir: '/nowhere', databaseUrl });
	const [one, other] = await Promise.all([
		open().then((database) => runningOn(database, { DATABASE_URL: databaseUrl })),
		open().then((database) => runningOn(database, { DATABASE_URL: databaseUrl }))
	]);
	try {
		const school = await makeSmallSchool(one.db);
		await Promise.all([listening(one), listening(other)]);
		const heard: string[] = [];
		subscribeStaff(other, school.schoolId, school.adults.evans, (events) =>
			heard.push(...events.map((event) => event.subjectId))
		);
		const id = await send(one, school, ask(school));
		await vi.waitFor(() => expect(heard).toEqual([id]));
	} finally {
		await Promise.all([stopLive(one), stopLive(other)]);
		await Promise.all([one.close(), other.close()]);
	}
});
