import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import { replay } from '$lib/domain/talk-request';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { eventsOf } from '../database/talk-requests';
import { recordRouting, recordRoutings, type Opened } from './record-routing';

const MINUTE_MS = 60_000;

onBothDatabases('an opened envelope', (database) => {
	let school: SmallSchool;
	beforeAll(async () => {
		school = await makeSmallSchool(database().db);
	});

	const opened = (routing: Routing, over: Partial<Opened> = {}): Opened => ({
		schoolId: school.schoolId,
		kioskId: school.kioskId,
		envelopeId: randomUUID(),
		digest: 'digest',
		routing,
		receivedAt: MONDAY_MORNING,
		sealedWords: 'sealed',
		...over
	});
	const checkIn = (
		wish: VisitWish,
		over: Partial<Routing & { kind: 'check-in' }> = {}
	): Routing => ({
		v: 1,
		kind: 'check-in',
		at: MONDAY_MORNING,
		pupilId: school.pupils.mali,
		certainty: 'not-asked',
		language: 'en',
		moment: 'arrival',
		feeling: 'worried',
		wish,
		excludedAdultIds: [],
		...over
	});
	const ask = (adultIds: string[]): VisitWish => ({
		kind: 'ask',
		adultIds,
		how: 'chat',
		when: 'lunch'
	});
	const record = (one: Opened) =>
		database()
			.db.transaction()
			.execute((tx) => recordRouting(tx, one));
	const requestOf = async (id: string) => {
		const events = (await eventsOf(database().db, school.schoolId, [id])).get(id);
		return events ? replay(events) : null;
	};
	const feedOf = async (subjectId: string) => {
		const rows = await database()
			.db.selectFrom('staff_feed')
			.select('staff_id')
			.where('subject_id', '=', subjectId)
			.execute();
		return rows.map((row) => row.staff_id).sort();
	};
	const noticesTo = (staffId: string) =>
		database()
			.db.selectFrom('notice')
			.selectAll()
			.where('school_id', '=', school.schoolId)
			.where('staff_id', '=', staffId)
			.execute();

	it('with an ask is given to the chosen adult at once, with a clock, words and a notice', async () => {
		const { adults } = school;
		const one = opened(checkIn(ask([adults.evans])));
		const recorded = await record(one);
		const everybody = [adults.evans, adults.rees, adults.jones].sort();
		expect(recorded).toMatchObject({ outcome: 'recorded', kioskWake: [] });
		expect(recorded.outcome === 'recorded' && recorded.wake.sort()).toEqual(everybody);
		expect(await feedOf(one.envelopeId)).toEqual(everybody);
		const request = await requestOf(one.envelopeId);
		expect(request).toMatchObject({
			kind: 'talk',
			state: 'new',
			holderIds: [adults.evans],
			how: 'chat',
			when: 'lunch',
			feeling: 'worried'
		});
		const due = await database()
			.db.selectFrom('due_work')
			.selectAll()
			.where('work_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(due.kind).toBe('hand-on');
		expect(due.due_at).toBe(Date.UTC(2026, 10, 16, 12, 15));
		const words = await database()
			.db.selectFrom('talk_words')
			.select('sealed')
			.where('request_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(words.sealed).toBe('sealed');
		expect(await noticesTo(adults.evans)).toHaveLength(1);
		expect(await noticesTo(adults.rees)).toHaveLength(0);
	});

	it('changes nothing the second time', async () => {
		const one = opened(checkIn(ask([school.adults.bowen])));
		await record(one);
		expect(await record(one)).toEqual({ outcome: 'recorded', wake: [], kioskWake: [] });
		const events = await eventsOf(database().db, school.schoolId, [one.envelopeId]);
		expect(events.get(one.envelopeId)).toHaveLength(1);
	});

	it('with a hello reaches that adult alone and asks nothing of anybody', async () => {
		const one = opened(checkIn({ kind: 'hello', adultIds: [school.adults.price] }));
		expect(await record(one)).toMatchObject({ outcome: 'recorded', wake: [school.adults.price] });
		expect(await requestOf(one.envelopeId)).toBeNull();
		expect(await noticesTo(school.adults.price)).toHaveLength(0);
	});

	it('with skip is a check-in and wakes nobody', async () => {
		const one = opened(checkIn({ kind: 'skip' }, { feeling: null }));
		expect(await record(one)).toEqual({ outcome: 'recorded', wake: [], kioskWake: [] });
		const row = await database()
			.db.selectFrom('check_in')
			.selectAll()
			.where('check_in_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({ moment: 'arrival', feeling: null });
	});

	it('tells an adult whom the child left out nothing, lead or not', async () => {
		const { adults } = school;
		const one = opened(
			checkIn(ask([]), {
				excludedAdultIds: [adults.rees, adults.evans],
				pupilId: school.pupils.owain
			})
		);
		const recorded = await record(one);
		expect(recorded.outcome === 'recorded' && recorded.wake.sort()).toEqual(
			[adults.bowen, adults.jones].sort()
		);
		expect(await feedOf(one.envelopeId)).toEqual([adults.bowen, adults.jones].sort());
		expect((await requestOf(one.envelopeId))?.holderIds).toEqual([adults.bowen]);
	});

	it('tells an adult with a standing exclusion nothing, although the child chose them', async () => {
		const { db } = database();
		const { adults, pupils, schoolId } = school;
		const exclusion = {
			school_id: schoolId,
			pupil_id: pupils.owain,
			staff_id: adults.price,
			set_by: adults.rees,
			set_at: MONDAY_MORNING
		};
		await db.insertInto('standing_exclusion').values(exclusion).execute();
		const one = opened(checkIn(ask([adults.price]), { pupilId: pupils.owain }));
		const recorded = await record(one);
		expect(recorded.outcome === 'recorded' && recorded.wake).not.toContain(adults.price);
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.rees, adults.jones].sort()
		);
		const hello = opened(
			checkIn({ kind: 'hello', adultIds: [adults.price] }, { pupilId: pupils.owain })
		);
		expect(await record(hello)).toMatchObject({ outcome: 'recorded', wake: [] });
	});

	it('from a child without a class goes to the leads for Anyone', async () => {
		const { adults, pupils } = school;
		const one = opened(checkIn(ask([]), { pupilId: pupils.nobodysClass }));
		await record(one);
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.rees, adults.jones].sort()
		);
	});

	it('with a need reaches the adults of the class', async () => {
		const { adults, pupils } = school;
		const one = opened({
			v: 1,
			kind: 'need',
			at: MONDAY_MORNING,
			pupilId: pupils.mali,
			certainty: 'badge',
			language: 'cy',
			need: 'hungry',
			excludedAdultIds: []
		});
		await record(one);
		expect(await requestOf(one.envelopeId)).toMatchObject({
			kind: 'need',
			need: 'hungry',
			when: 'now'
		});
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.evans, adults.bowen].sort()
		);
	});

	it('that is urgent reaches class adults and leads without a name, also a name that is not ours', async () => {
		const { adults } = school;
		const everybody = [adults.evans, adults.bowen, adults.rees, adults.jones].sort();
		for (const pupilId of [null, randomUUID()]) {
			const one = opened({
				v: 1,
				kind: 'urgent',
				at: MONDAY_MORNING,
				pupilId,
				language: 'en',
				byMistake: false
			});
			await record(one);
			const request = await requestOf(one.envelopeId);
			expect(request).toMatchObject({ kind: 'urgent', pupilId: null });
			expect(request?.holderIds.sort()).toEqual(everybody);
		}
		const urgent = (await noticesTo(adults.rees)).filter((row) => row.urgent === 1);
		// The second came while the first was waiting to be sent.
		expect(urgent).toHaveLength(1);
	});

	it('that was a mistake cancels nothing: it is written beside the urgent request', async () => {
		const { db } = database();
		const other = await makeSmallSchool(db);
		const urgent = (byMistake: boolean, at: number) => ({
			...opened({ v: 1, kind: 'urgent', at, pupilId: null, language: 'en', byMistake }),
			schoolId: other.schoolId,
			kioskId: other.kioskId
		});
		const first = urgent(false, MONDAY_MORNING);
		const mistake = urgent(true, MONDAY_MORNING + 5_000);
		const outcomes = await db.transaction().execute((tx) => recordRoutings(tx, [first, mistake]));
		expect(outcomes.map((one) => one.outcome)).toEqual(['recorded', 'recorded']);
		const events = (await eventsOf(db, other.schoolId, [first.envelopeId])).get(first.envelopeId);
		expect(events?.map((event) => event.kind)).toEqual(['asked', 'taken-back']);
		expect(replay(events ?? []).state).toBe('new');
		const alone = await makeSmallSchool(db);
		const late = {
			...urgent(true, MONDAY_MORNING),
			schoolId: alone.schoolId,
			kioskId: alone.kioskId
		};
		await db.transaction().execute((tx) => recordRouting(tx, late));
		expect((await eventsOf(db, alone.schoolId, [late.envelopeId])).size).toBe(1);
	});

	it('takes a request back, and never that of another child', async () => {
		const { adults, pupils } = school;
		const one = opened(checkIn(ask([adults.evans])));
		await record(one);
		const takeBack = (pupilId: string): Routing => ({
			v: 1,
			kind: 'take-back',
			at: MONDAY_MORNING + MINUTE_MS,
			pupilId,
			requestId: one.envelopeId
		});
		expect(await record(opened(takeBack(pupils.owain)))).toEqual({
			outcome: 'quarantine',
			reason: 'unknown-request'
		});
		expect((await requestOf(one.envelopeId))?.state).toBe('new');
		expect(await record(opened(takeBack(pupils.mali)))).toMatchObject({ outcome: 'recorded' });
		expect((await requestOf(one.envelopeId))?.state).toBe('taken-back');
		const open = await database()
			.db.selectFrom('due_work')
			.select('work_id')
			.where('work_id', '=', one.envelopeId)
			.where('done_at', 'is', null)
			.execute();
		expect(open).toEqual([]);
	});

	it('whose people are not of this school goes to quarantine', async () => {
		const elsewhere = await makeSmallSchool(database().db);
		const { adults } = school;
		const reasons = [
			await record(opened(checkIn(ask([adults.evans]), { pupilId: elsewhere.pupils.mali }))),
			await record(opened(checkIn(ask([elsewhere.adults.evans])))),
			await record(opened(checkIn({ kind: 'skip' }, { excludedAdultIds: [randomUUID()] }))),
			await record(
				opened({
					v: 1,
					kind: 'talk-checked',
					at: MONDAY_MORNING,
					pupilId: school.pupils.mali,
					requestId: randomUUID(),
					got: 'yes'
				})
			)
		];
		expect(reasons.map((one) => one.outcome === 'quarantine' && one.reason)).toEqual([
			'unknown-pupil',
			'unknown-adult',
			'unknown-adult',
			'unknown-request'
		]);
	});

	it('is dated by the kiosk, but never later than it came nor by a nonsense clock', async () => {
		const { adults } = school;
		const DAY_MS = 24 * 60 * MINUTE_MS;
		const askedAt = async (at: number) => {
			const one = opened(checkIn(ask([adults.evans]), { at }));
			await record(one);
			return (await requestOf(one.envelopeId))?.askedAt;
		};
		expect(await askedAt(MONDAY_MORNING - 3 * DAY_MS)).toBe(MONDAY_MORNING - 3 * DAY_MS);
		expect(await askedAt(MONDAY_MORNING + DAY_MS)).toBe(MONDAY_MORNING);
		expect(await askedAt(0)).toBe(MONDAY_MORNING);
	});

	it('comes in batches as well as alone', async () => {
		const { adults } = school;
		const batch = Array.from({ length: 50 }, (_, index) =>
			opened(checkIn(index % 2 ? ask([adults.bowen]) : { kind: 'hello', adultIds: [adults.bowen] }))
		);
		const outcomes = await database()
			.db.transaction()
			.execute((tx) => recordRoutings(tx, batch));
		expect(outcomes.every((one) => one.outcome === 'recorded')).toBe(true);
		const events = await eventsOf(
			database().db,
			school.schoolId,
			batch.map((one) => one.envelopeId)
		);
		expect(events.size).toBe(25);
	});
});
