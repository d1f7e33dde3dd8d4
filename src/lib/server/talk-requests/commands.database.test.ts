import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { replay } from '$lib/domain/talk-request';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { openedFrom, record } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	type SmallSchool,
	viewerIn
} from '../../../../tests/support/small-school';
import { checkInOf } from '../../../../tests/support/visit-messages';
import { auditOf } from '../database/audit';
import { eventsOf } from '../database/talk-requests';
import type { RunningServer } from '../running';
import { accept, answer, AT_THE_KIOSK, close, handOn, markSeen, met } from './commands';

onBothDatabases('a talk request', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let requestId: string;

	const ask = async (over: Partial<Routing & { kind: 'check-in' }> = {}) => {
		const { adults, pupils } = school;
		const asked = checkInOf(pupils.mali, {
			certainty: 'pictures-right',
			wish: { kind: 'ask', adultIds: [adults.evans], how: 'chat', when: 'now' },
			...over
		});
		return send(asked);
	};
	/** Gives the envelope's id. */
	const send = async (routing: Routing): Promise<string> => {
		const one = openedFrom(school, routing);
		await record(running.db, one);
		return one.envelopeId;
	};
	const as = (name: keyof SmallSchool['adults']) => viewerIn(school, name);
	const requestNow = async (id = requestId) =>
		replay((await eventsOf(running.db, school.schoolId, [id])).get(id) ?? []);
	const library = { slot: 'now' as const, placeId: 'library' };

	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database(), { SCHOOL_ALWAYS_OPEN: '1' });
		requestId = await ask();
	});

	it('is seen once by whoever holds it, and a lead who only looks does not say so to the child', async () => {
		await markSeen(running, as('rees'), requestId);
		expect((await requestNow()).state).toBe('new');
		await markSeen(running, as('evans'), requestId);
		await markSeen(running, as('evans'), requestId);
		expect(await requestNow()).toMatchObject({ state: 'seen', seenByIds: [school.adults.evans] });
		const audited = await auditOf(running.db, school.schoolId, 'request-seen');
		expect(audited.filter((row) => row.subject === requestId)).toHaveLength(1);
	});

	it('is answered with a definite time and a place that the school lists', async () => {
		const elsewhere = { slot: 'now' as const, placeId: 'behind-the-shed' };
		expect(await answer(running, as('evans'), requestId, elsewhere)).toEqual({
			outcome: 'refused',
			reason: 'unknown-place'
		});
		const before = Date.now();
		const done = await answer(running, as('evans'), requestId, library);
		expect(done.outcome).toBe('done');
		const request = await requestNow();
		expect(request.state).toBe('arranged');
		expect(request.answer?.meetAt).toBeGreaterThanOrEqual(before + 5 * 60_000);
		expect(request.answer?.placeId).toBe('library');
	});

	it('is not there for whoever may not see it, and the answer is the same as for none', async () => {
		const left = await ask({ excludedAdultIds: [school.adults.rees] });
		const outcomes = [
			await answer(running, as('price'), requestId, library),
			await answer(running, as('head'), requestId, library),
			await answer(running, as('office'), requestId, library),
			await answer(running, as('rees'), left, library),
			await answer(running, as('evans'), randomUUID(), library)
		];
		for (const outcome of outcomes) expect(outcome).toEqual({ outcome: 'not-found' });
		expect((await requestNow()).state).toBe('new');
	});

	it('stays with the giver until the colleague takes it on', async () => {
		const { adults } = school;
		await handOn(running, as('evans'), requestId, {
			staffId: adults.price,
			note: '  Asked me at the door. '
		});
		expect((await requestNow()).holderIds).toEqual([adults.evans, adults.price]);
		const notices = await running.db
			.selectFrom('notice')
			.select('staff_id')
			.where('school_id', '=', school.schoolId)
			.where('staff_id', '=', adults.price)
			.execute();
		expect(notices).toHaveLength(1);
		await accept(running, as('price'), requestId);
		expect((await requestNow()).holderIds).toEqual([adults.price]);
		const rows = await running.db
			.selectFrom('talk_holder')
			.select('staff_id')
			.where('request_id', '=', requestId)
			.where('relation', '=', 'holder')
			.execute();
		expect(rows).toEqual([{ staff_id: adults.price }]);
	});

	it('is never handed on to an adult left out, to the office, or to somebody elsewhere', async () => {
		const { adults } = school;
		const other = await makeSmallSchool(running.db);
		const left = await ask({ excludedAdultIds: [adults.price] });
		for (const staffId of [adults.price, adults.office, other.adults.rees, randomUUID()]) {
			expect(await handOn(running, as('evans'), left, { staffId, note: null })).toEqual({
				outcome: 'refused',
				reason: 'cannot-take'
			});
		}
		expect(await handOn(running, as('evans'), left, { staffId: adults.evans, note: null })).toEqual(
			{ outcome: 'refused', reason: 'already-theirs' }
		);
	});

	it('is met, closed with an outcome, and then refuses an answer in words', async () => {
		await met(running, as('evans'), requestId);
		expect((await requestNow()).state).toBe('met');
		await close(running, as('evans'), requestId, 'talked');
		expect(await requestNow()).toMatchObject({ state: 'closed', outcome: 'talked' });
		expect(await answer(running, as('evans'), requestId, library)).toEqual({
			outcome: 'refused',
			reason: 'ended'
		});
		const open = await running.db
			.selectFrom('due_work')
			.select('work_id')
			.where('work_id', '=', requestId)
			.where('done_at', 'is', null)
			.execute();
		expect(open).toEqual([]);
	});

	it('takes a second person to close as safeguarding', async () => {
		await close(running, as('evans'), requestId, 'safeguarding');
		expect((await requestNow()).state).toBe('met');
		await close(running, as('rees'), requestId, 'safeguarding');
		expect(await requestNow()).toMatchObject({ state: 'closed', outcome: 'safeguarding' });
	});

	it('that is urgent tells the tablet who has seen it and who is coming, without a pupil', async () => {
		const urgentId = await send({
			v: 1,
			kind: 'urgent',
			at: Date.now(),
			pupilId: school.pupils.mali,
			language: 'en',
			byMistake: false
		});
		await markSeen(running, as('rees'), urgentId);
		const coming = { slot: 'now' as const, placeId: AT_THE_KIOSK };
		expect((await answer(running, as('rees'), urgentId, coming)).outcome).toBe('done');
		const told = await running.db
			.selectFrom('kiosk_feed')
			.selectAll()
			.where('kiosk_id', '=', school.kioskId)
			.orderBy('event_id')
			.execute();
		expect(told.map((row) => row.kind)).toEqual(['urgent-seen', 'urgent-answered']);
		expect(JSON.stringify(told)).not.toContain(school.pupils.mali);
		expect(told[0]?.detail_json).toContain(school.adults.rees);
	});

	it('that is urgent tells the tablet when who was coming has passed it on', async () => {
		const urgentId = await send({
			v: 1,
			kind: 'urgent',
			at: Date.now(),
			pupilId: null,
			language: 'en',
			byMistake: false
		});
		const coming = { slot: 'now' as const, placeId: AT_THE_KIOSK };
		await answer(running, as('rees'), urgentId, coming);
		const toPrice = { staffId: school.adults.price, note: null };
		expect((await handOn(running, as('rees'), urgentId, toPrice)).outcome).toBe('done');
		const told = await running.db
			.selectFrom('kiosk_feed')
			.select(['kind', 'detail_json'])
			.where('kiosk_id', '=', school.kioskId)
			.orderBy('event_id')
			.execute();
		expect(told.map((row) => row.kind)).toEqual(['urgent-answered', 'urgent-withdrawn']);
		expect(JSON.parse(told[1]?.detail_json ?? '')).toEqual({
			requestId: urgentId,
			adultId: school.adults.rees
		});
	});

	it('takes both of two commands that come at the same moment', async () => {
		const outcomes = await Promise.all([
			markSeen(running, as('evans'), requestId),
			answer(running, as('evans'), requestId, library),
			handOn(running, as('rees'), requestId, { staffId: school.adults.price, note: null }),
			accept(running, as('rees'), requestId)
		]);
		expect(outcomes.map((one) => one.outcome)).toEqual(['done', 'done', 'done', 'done']);
		const events = (await eventsOf(running.db, school.schoolId, [requestId])).get(requestId) ?? [];
		// Whoever answered first has seen it, too.
		expect(events.filter((event) => event.kind !== 'seen')).toHaveLength(4);
	});
});
