import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ask, onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { needOf } from '../../../../tests/support/visit-messages';

onOpenedEnvelopes('a child who is not on the list yet', (envelopes) => {
	const { checkIn, db, noticesTo, opened, record, requestOf, school } = envelopes;
	const newChild = (classId: string | null) => ({ pupilId: randomUUID(), newInClassId: classId });

	it.each(['skip', 'hello'] as const)(
		'reaches the adults of the class that was picked, also with %s',
		async (kind) => {
			const { adults, classId } = school();
			const wish = kind === 'skip' ? { kind } : { kind, adultIds: [] };
			const one = checkIn(wish, newChild(classId));
			expect(await record(one)).toMatchObject({ outcome: 'recorded' });
			expect(await requestOf(one.envelopeId)).toMatchObject({
				kind: 'talk',
				pupilId: null,
				newInClassId: classId,
				how: null,
				feeling: 'worried',
				holderIds: [adults.bowen, adults.evans].sort()
			});
		}
	);

	it('keeps what was asked for, tells whoever was chosen, and never whoever was left out', async () => {
		const { adults, classId } = school();
		const before = (await noticesTo(adults.evans)).length;
		const one = checkIn(ask([adults.price]), {
			...newChild(classId),
			excludedAdultIds: [adults.evans]
		});
		await record(one);
		expect(await requestOf(one.envelopeId)).toMatchObject({
			how: 'chat',
			when: 'lunch',
			holderIds: [adults.price, adults.bowen]
		});
		expect(await noticesTo(adults.evans)).toHaveLength(before);
	});

	it.each([null, randomUUID()])(
		'goes to the leads without a class that is known: %s',
		async (id) => {
			const { adults } = school();
			const one = checkIn({ kind: 'skip' }, newChild(id));
			await record(one);
			expect((await requestOf(one.envelopeId))?.holderIds.sort()).toEqual(
				[adults.rees, adults.jones].sort()
			);
		}
	);

	it('has no check-in of a pupil, and one request however often it arrives', async () => {
		const one = checkIn({ kind: 'skip' }, newChild(school().classId));
		await record(one);
		await record(one);
		const rows = await db()
			.selectFrom('check_in')
			.select('check_in_id')
			.where('check_in_id', '=', one.envelopeId)
			.execute();
		expect(rows).toEqual([]);
		expect(await requestOf(one.envelopeId)).toMatchObject({ state: 'new' });
	});

	it('has needs like everybody', async () => {
		const { adults, classId } = school();
		const { pupilId, newInClassId } = newChild(classId);
		const one = opened(needOf(pupilId, { at: MONDAY_MORNING, newInClassId, need: 'hungry' }));
		await record(one);
		expect(await requestOf(one.envelopeId)).toMatchObject({
			kind: 'need',
			pupilId: null,
			holderIds: [adults.bowen, adults.evans].sort()
		});
	});
});
