import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { replay } from '$lib/domain/talk-request';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { makeSmallSchool, MONDAY_MORNING } from '../../../../tests/support/small-school';
import { eventsOf } from '../database/talk-requests';
import { recordRouting, recordRoutings } from './record-routing';

const MINUTE_MS = 60_000;

onOpenedEnvelopes('an opened envelope', (envelopes) => {
	const { checkIn, db, noticesTo, opened, record, requestOf, school } = envelopes;

	it('changes nothing the second time', async () => {
		const one = checkIn(ask([school().adults.bowen]));
		await record(one);
		expect(await record(one)).toEqual({ outcome: 'recorded', wake: [], kioskWake: [], feed: [] });
		const events = await eventsOf(db(), school().schoolId, [one.envelopeId]);
		expect(events.get(one.envelopeId)).toHaveLength(1);
	});

	it('that is urgent reaches class adults and leads without a name, also a name that is not ours', async () => {
		const { adults } = school();
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
		const other = await makeSmallSchool(db());
		const urgent = (byMistake: boolean, at: number) => ({
			...opened({ v: 1, kind: 'urgent', at, pupilId: null, language: 'en', byMistake }),
			schoolId: other.schoolId,
			kioskId: other.kioskId
		});
		const first = urgent(false, MONDAY_MORNING);
		const mistake = urgent(true, MONDAY_MORNING + 5_000);
		const outcomes = await db()
			.transaction()
			.execute((tx) => recordRoutings(tx, [first, mistake]));
		expect(outcomes.map((one) => one.outcome)).toEqual(['recorded', 'recorded']);
		const events = (await eventsOf(db(), other.schoolId, [first.envelopeId])).get(first.envelopeId);
		expect(events?.map((event) => event.kind)).toEqual(['asked', 'taken-back']);
		expect(replay(events ?? []).state).toBe('new');
		const alone = await makeSmallSchool(db());
		const late = {
			...urgent(true, MONDAY_MORNING),
			schoolId: alone.schoolId,
			kioskId: alone.kioskId
		};
		await db()
			.transaction()
			.execute((tx) => recordRouting(tx, late));
		expect((await eventsOf(db(), alone.schoolId, [late.envelopeId])).size).toBe(1);
	});

	it('takes a request back, and never that of another child', async () => {
		const { adults, pupils } = school();
		const one = checkIn(ask([adults.evans]));
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
		const open = await db()
			.selectFrom('due_work')
			.select('work_id')
			.where('work_id', '=', one.envelopeId)
			.where('done_at', 'is', null)
			.execute();
		expect(open).toEqual([]);
	});

	it('whose people are not of this school goes to quarantine', async () => {
		const elsewhere = await makeSmallSchool(db());
		const { adults } = school();
		const reasons = [
			await record(checkIn(ask([adults.evans]), { pupilId: elsewhere.pupils.mali })),
			await record(checkIn(ask([elsewhere.adults.evans]))),
			await record(checkIn({ kind: 'skip' }, { excludedAdultIds: [randomUUID()] })),
			await record(
				opened({
					v: 1,
					kind: 'talk-checked',
					at: MONDAY_MORNING,
					pupilId: school().pupils.mali,
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
		const { adults } = school();
		const DAY_MS = 24 * 60 * MINUTE_MS;
		const askedAt = async (at: number) => {
			const one = checkIn(ask([adults.evans]), { at });
			await record(one);
			return (await requestOf(one.envelopeId))?.askedAt;
		};
		expect(await askedAt(MONDAY_MORNING - 3 * DAY_MS)).toBe(MONDAY_MORNING - 3 * DAY_MS);
		expect(await askedAt(MONDAY_MORNING + DAY_MS)).toBe(MONDAY_MORNING);
		expect(await askedAt(0)).toBe(MONDAY_MORNING);
	});

	it('comes in batches as well as alone', async () => {
		const { adults } = school();
		const batch = Array.from({ length: 50 }, (_, index) =>
			checkIn(index % 2 ? ask([adults.bowen]) : { kind: 'hello', adultIds: [adults.bowen] })
		);
		const outcomes = await db()
			.transaction()
			.execute((tx) => recordRoutings(tx, batch));
		expect(outcomes.every((one) => one.outcome === 'recorded')).toBe(true);
		const events = await eventsOf(
			db(),
			school().schoolId,
			batch.map((one) => one.envelopeId)
		);
		expect(events.size).toBe(25);
	});
});
