import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { replay } from '$lib/domain/talk-request';
import { onBothDatabases } from '../../../tests/support/on-both-databases';
import { openedFrom, record } from '../../../tests/support/opened-envelopes';
import { runningOn } from '../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../tests/support/small-school';
import { checkInOf } from '../../../tests/support/visit-messages';
import { scheduleWork } from './database/due-work';
import { insertStaffFeed } from './database/live-feed';
import { insertPass } from './database/passes';
import { insertSchool } from './database/school';
import { eventsOf } from './database/talk-requests';
import { startDueWork, type DueWorkLoop } from './due-work';
import type { RunningServer } from './running';
import { newSchool } from './set-up/school-defaults';

const MINUTE_MS = 60_000;

onBothDatabases('due work', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let now: number;
	let loops: DueWorkLoop[] = [];

	beforeEach(async () => {
		await database().db.deleteFrom('due_work').execute();
		running = await runningOn(database());
		school = await makeSmallSchool(running.db);
		now = MONDAY_MORNING;
	});
	afterEach(async () => {
		await Promise.all(loops.map((loop) => loop.stop()));
		loops = [];
	});

	const start = (on = running) => {
		const loop = startDueWork(on, () => now);
		loops.push(loop);
		return loop;
	};
	const passTo = (at: number) => {
		now = at;
		for (const loop of loops) loop.nudge();
	};
	const ask = async (routing: Partial<Routing & { kind: 'check-in' }> = {}, urgent = false) => {
		const asked = checkInOf(school.pupils.mali, {
			at: now,
			moment: 'during',
			feeling: null,
			wish: { kind: 'ask', adultIds: [school.adults.evans], how: 'chat', when: 'now' },
			...routing
		});
		const call: Routing = {
			v: 1,
			kind: 'urgent',
			at: now,
			pupilId: null,
			language: 'en',
			byMistake: false
		};
		const one = openedFrom(school, urgent ? call : asked, { receivedAt: now });
		await record(running.db, one);
		return one.envelopeId;
	};
	const eventsNow = async (id: string) =>
		(await eventsOf(running.db, school.schoolId, [id])).get(id) ?? [];
	const steps = async (id: string) =>
		(await eventsNow(id)).flatMap((event) => (event.kind === 'handed-on' ? [event.toIds] : []));

	it('hands on what nobody has answered: first another adult the child named, then all leads, then the head', async () => {
		const { adults } = school;
		const id = await ask();
		start();
		passTo(MONDAY_MORNING + 9 * MINUTE_MS);
		passTo(MONDAY_MORNING + 10 * MINUTE_MS);
		await vi.waitFor(async () => expect(await steps(id)).toEqual([[adults.price]]));
		passTo(MONDAY_MORNING + 26 * MINUTE_MS);
		await vi.waitFor(async () => expect(await steps(id)).toHaveLength(2));
		expect((await steps(id))[1]?.sort()).toEqual([adults.rees, adults.jones].sort());
		passTo(MONDAY_MORNING + 42 * MINUTE_MS);
		await vi.waitFor(async () => expect((await steps(id))[2]).toEqual([adults.head]));
		const notices = await running.db
			.selectFrom('notice')
			.select('staff_id')
			.where('school_id', '=', school.schoolId)
			.execute();
		expect(notices.map((row) => row.staff_id)).toContain(adults.head);
	});

	it('alarms once when nobody is left, beyond leads who were left out, and goes on looking', async () => {
		const { adults } = school;
		const everybody = Object.values(adults);
		const id = await ask({ excludedAdultIds: everybody.filter((one) => one !== adults.evans) });
		start();
		for (const minutes of [11, 30, 50, 70]) {
			const before = (await steps(id)).length;
			passTo(MONDAY_MORNING + minutes * MINUTE_MS);
			await vi.waitFor(async () => expect(await steps(id)).toHaveLength(before + 1));
		}
		const alarms = await running.db
			.selectFrom('alarm')
			.select(['kind', 'detail_json'])
			.where('school_id', '=', school.schoolId)
			.orderBy('kind')
			.execute();
		const { kioskId } = school;
		const toWhomever = { requestId: id, kioskId, toIds: [adults.evans] };
		expect(alarms).toEqual([
			{ kind: 'nobody-left', detail_json: JSON.stringify({ requestId: id }) },
			{ kind: 'nobody-reached', detail_json: JSON.stringify(toWhomever) }
		]);
		expect(replay(await eventsNow(id)).holderIds).toEqual([adults.evans]);
	});

	it('tells the head of an urgent request that nobody has answered for five minutes', async () => {
		const id = await ask({}, true);
		start();
		passTo(MONDAY_MORNING + 5 * MINUTE_MS);
		await vi.waitFor(async () => expect(await steps(id)).toEqual([[school.adults.head]]));
	});

	it('survives a restart: what became due in between is done afterwards', async () => {
		const id = await ask();
		const loop = start();
		await loop.stop();
		now = MONDAY_MORNING + 11 * MINUTE_MS;
		start();
		await vi.waitFor(async () => expect(await steps(id)).toHaveLength(1));
	});

	it('is done once, however many loops there are', async () => {
		const ids = await Promise.all(Array.from({ length: 20 }, () => ask()));
		for (let i = 0; i < 4; i += 1) start();
		passTo(MONDAY_MORNING + 11 * MINUTE_MS);
		await vi.waitFor(async () => {
			for (const id of ids) expect(await steps(id)).toHaveLength(1);
		});
		const open = await running.db
			.selectFrom('due_work')
			.select('due_at')
			.where('kind', '=', 'hand-on')
			.where('due_at', '<=', now)
			.where('done_at', 'is', null)
			.execute();
		expect(open).toEqual([]);
	});

	it('that fails is kept and tried again later, and does not hold up the rest', async () => {
		const broken = randomUUID();
		await scheduleWork(running.db, school.schoolId, [
			{ workId: broken, kind: 'no-such-kind' as 'hand-on', subjectId: broken, dueAt: now }
		]);
		const id = await ask();
		start();
		passTo(MONDAY_MORNING + 11 * MINUTE_MS);
		await vi.waitFor(async () => expect(await steps(id)).toHaveLength(1));
		const row = await running.db
			.selectFrom('due_work')
			.selectAll()
			.where('work_id', '=', broken)
			.executeTakeFirstOrThrow();
		expect(row.done_at).toBeNull();
		expect(row.attempts).toBeGreaterThan(0);
		expect(row.due_at).toBeGreaterThan(MONDAY_MORNING);
	});

	it('tidies a school that was set up while the server runs, again and again', async () => {
		start();
		const schoolId = randomUUID();
		const { db } = running;
		await insertSchool(
			db,
			newSchool({ schoolId, name: 'Ysgol arall', language: 'cy', setUpAt: now })
		);
		const kept = async () => {
			const rows = await db
				.selectFrom('staff_feed')
				.select('at')
				.where('school_id', '=', schoolId)
				.orderBy('at')
				.execute();
			return rows.map((row) => row.at);
		};
		const day = 24 * 60 * MINUTE_MS;
		const entry = { staffId: randomUUID(), kind: 'request', subjectId: randomUUID() } as const;
		const [before, today, later] = [now - 2 * day, now, now + 2 * day];
		for (const at of [before, today, later]) await insertStaffFeed(db, schoolId, [entry], at);
		for (const loop of loops) loop.nudge();
		await vi.waitFor(async () => expect(await kept()).toEqual([today, later]));
		passTo(later + day - MINUTE_MS);
		await vi.waitFor(async () => expect(await kept()).toEqual([later]));
	});

	it('forgets a pass after its day, and one that was approved after the weeks that leads look back', async () => {
		const { db } = running;
		const { schoolId, adults, pupils, kioskId } = school;
		const day = 24 * 60 * MINUTE_MS;
		const asked = async (daysAgo: number, isApproved: boolean) => {
			const at = now - daysAgo * day;
			const opened = { approved_at: at, approved_by: adults.evans };
			await insertPass(db, {
				school_id: schoolId,
				pass_id: randomUUID(),
				pupil_id: pupils.mali,
				kiosk_id: kioskId,
				number: `${daysAgo}${isApproved ? ' approved' : ''}`,
				excluded_json: '[]',
				asked_at: at,
				wrong_numbers: 0,
				used_at: null,
				declined_at: null,
				...(isApproved ? opened : { approved_at: null, approved_by: null })
			});
		};
		for (const days of [0, 2, 27, 29]) for (const is of [true, false]) await asked(days, is);
		await scheduleWork(db, schoolId, [
			{ workId: randomUUID(), kind: 'tidy-feed', subjectId: schoolId, dueAt: now }
		]);
		start();
		await vi.waitFor(async () => {
			const rows = await db
				.selectFrom('pass')
				.select('number')
				.where('school_id', '=', schoolId)
				.orderBy('asked_at', 'desc')
				.orderBy('number')
				.execute();
			expect(rows.map(({ number }) => number)).toEqual([
				'0',
				'0 approved',
				'2 approved',
				'27 approved'
			]);
		});
	});

	it('is done on a nudge at once, not after the five seconds of an idle loop', async () => {
		start();
		const id = await ask({ at: MONDAY_MORNING - 20 * MINUTE_MS });
		const from = performance.now();
		for (const loop of loops) loop.nudge();
		await vi.waitFor(async () => expect(await steps(id)).toHaveLength(1));
		expect(performance.now() - from).toBeLessThan(4_000);
	});
});
