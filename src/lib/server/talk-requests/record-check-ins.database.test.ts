import { expect, it } from 'vitest';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { needOf } from '../../../../tests/support/visit-messages';

onOpenedEnvelopes('an opened check-in', (envelopes) => {
	const { checkIn, db, noticesTo, opened, record, requestOf, school } = envelopes;

	const feedOf = async (subjectId: string) => {
		const rows = await db()
			.selectFrom('staff_feed')
			.select('staff_id')
			.where('subject_id', '=', subjectId)
			.execute();
		return rows.map((row) => row.staff_id).sort();
	};

	it('with an ask is given to the chosen adult at once, with a clock, words and a notice', async () => {
		const { adults } = school();
		const one = checkIn(ask([adults.evans]));
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
		const due = await db()
			.selectFrom('due_work')
			.selectAll()
			.where('work_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(due.kind).toBe('hand-on');
		expect(due.due_at).toBe(Date.UTC(2026, 10, 16, 12, 15));
		const words = await db()
			.selectFrom('talk_words')
			.select('sealed')
			.where('request_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(words.sealed).toBe('sealed');
		expect(await noticesTo(adults.evans)).toHaveLength(1);
		expect(await noticesTo(adults.rees)).toHaveLength(0);
	});

	it('with a hello reaches that adult alone and asks nothing of anybody', async () => {
		const one = checkIn({ kind: 'hello', adultIds: [school().adults.price] });
		expect(await record(one)).toMatchObject({
			outcome: 'recorded',
			wake: [school().adults.price]
		});
		expect(await requestOf(one.envelopeId)).toBeNull();
		expect(await noticesTo(school().adults.price)).toHaveLength(0);
	});

	it('with skip is a check-in and wakes nobody', async () => {
		const one = checkIn({ kind: 'skip' }, { feeling: null });
		expect(await record(one)).toEqual({ outcome: 'recorded', wake: [], kioskWake: [], feed: [] });
		const row = await db()
			.selectFrom('check_in')
			.selectAll()
			.where('check_in_id', '=', one.envelopeId)
			.executeTakeFirstOrThrow();
		expect(row).toMatchObject({ moment: 'arrival', feeling: null });
	});

	it('tells an adult whom the child left out nothing, lead or not', async () => {
		const { adults } = school();
		const one = checkIn(ask([]), {
			excludedAdultIds: [adults.rees, adults.evans],
			pupilId: school().pupils.owain
		});
		const recorded = await record(one);
		expect(recorded.outcome === 'recorded' && recorded.wake.sort()).toEqual(
			[adults.bowen, adults.jones].sort()
		);
		expect(await feedOf(one.envelopeId)).toEqual([adults.bowen, adults.jones].sort());
		expect((await requestOf(one.envelopeId))?.holderIds).toEqual([adults.bowen]);
	});

	it('tells an adult with a standing exclusion nothing, although the child chose them', async () => {
		const { adults, pupils, schoolId } = school();
		const exclusion = {
			school_id: schoolId,
			pupil_id: pupils.owain,
			staff_id: adults.price,
			set_by: adults.rees,
			set_at: MONDAY_MORNING
		};
		await db().insertInto('standing_exclusion').values(exclusion).execute();
		const one = checkIn(ask([adults.price]), { pupilId: pupils.owain });
		const recorded = await record(one);
		expect(recorded.outcome === 'recorded' && recorded.wake).not.toContain(adults.price);
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.rees, adults.jones].sort()
		);
		const hello = checkIn({ kind: 'hello', adultIds: [adults.price] }, { pupilId: pupils.owain });
		expect(await record(hello)).toMatchObject({ outcome: 'recorded', wake: [] });
	});

	it('from a child without a class goes to the leads for Anyone', async () => {
		const { adults, pupils } = school();
		const one = checkIn(ask([]), { pupilId: pupils.nobodysClass });
		await record(one);
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.rees, adults.jones].sort()
		);
	});

	it('with a need reaches the adults of the class', async () => {
		const { adults, pupils } = school();
		const one = opened(
			needOf(pupils.mali, { at: MONDAY_MORNING, certainty: 'badge', need: 'hungry' })
		);
		await record(one);
		expect(await requestOf(one.envelopeId)).toMatchObject({
			kind: 'need',
			need: 'hungry',
			when: 'now',
			feeling: 'worried'
		});
		expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
			[adults.evans, adults.bowen].sort()
		);
		// Who has been in today, and how they felt, does not depend on what they needed.
		const checkIns = await db()
			.selectFrom('check_in')
			.select(['feeling', 'moment'])
			.where('check_in_id', '=', one.envelopeId)
			.execute();
		expect(checkIns).toEqual([{ feeling: 'worried', moment: 'arrival' }]);
	});

	it('with a need never reaches an adult whom the child left out', async () => {
		const { adults, pupils } = school();
		const need = (excludedAdultIds: string[]) =>
			opened(needOf(pupils.mali, { at: MONDAY_MORNING, need: 'toilet', excludedAdultIds }));
		const one = need([adults.evans]);
		expect(await record(one)).toMatchObject({ outcome: 'recorded' });
		expect((await requestOf(one.envelopeId))?.holderIds).toEqual([adults.bowen]);
		const noneOfClass = need([adults.evans, adults.bowen]);
		await record(noneOfClass);
		expect((await requestOf(noneOfClass.envelopeId))?.holderIds.sort()).toEqual(
			[adults.rees, adults.jones].sort()
		);
	});
});
