import { expect, it } from 'vitest';
import { onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { hellosTo } from './check-ins';

onOpenedEnvelopes('hellos', ({ checkIn, db, record, school }) => {
	const hello = (pupilId: string, adultId: string) =>
		record(checkIn({ kind: 'hello', adultIds: [adultId] }, { pupilId }));
	const saidTo = (adultId: string, since = MONDAY_MORNING) =>
		hellosTo(db(), school().schoolId, adultId, since);

	it('are said by each child once, by name, to the adult they were for', async () => {
		const { adults, pupils } = school();
		await hello(pupils.owain, adults.evans);
		await hello(pupils.mali, adults.evans);
		await hello(pupils.mali, adults.evans);
		await hello(pupils.nobodysClass, adults.bowen);
		expect((await saidTo(adults.evans)).map(({ pupilId }) => pupilId)).toEqual([
			pupils.mali,
			pupils.owain
		]);
		const [nobodys] = await saidTo(adults.bowen);
		expect(nobodys).toMatchObject({ pupilId: pupils.nobodysClass, className: null, emblem: null });
	});

	it('of yesterday are not told any more', async () => {
		const { adults, pupils } = school();
		await hello(pupils.mali, adults.jones);
		expect(await saidTo(adults.jones)).toHaveLength(1);
		expect(await saidTo(adults.jones, MONDAY_MORNING + 1)).toEqual([]);
	});

	it('are not told to an adult whom the leads keep away from the child, not even those of before', async () => {
		const { schoolId, adults, pupils } = school();
		await hello(pupils.mali, adults.price);
		await hello(pupils.owain, adults.price);
		await db()
			.insertInto('standing_exclusion')
			.values({
				school_id: schoolId,
				pupil_id: pupils.mali,
				staff_id: adults.price,
				set_by: adults.rees,
				set_at: MONDAY_MORNING
			})
			.execute();
		expect((await saidTo(adults.price)).map(({ pupilId }) => pupilId)).toEqual([pupils.owain]);
	});
});
