import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import type { RunningServer } from '../running';
import { classesForCards, makePictureCards, type WhoseCards } from './picture-cards';

onBothDatabases('cards with special pictures', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
	});
	const made = (whose: WhoseCards) =>
		makePictureCards(running, { schoolId: school.schoolId, by: school.adults.office, ...whose });
	const namesOf = (cards: readonly { name: string }[]) => cards.map(({ name }) => name);

	it('are for the classes with children in them, and for those without a class', async () => {
		await makeSmallSchool(database().db);
		const classes = await classesForCards(running, school.schoolId);
		expect(
			classes.map(({ name, pupils }) => [name, pupils.map((one) => [one.name, one.hasCard])])
		).toEqual([
			[
				'Dosbarth Enfys',
				[
					['Mali', false],
					['Owain', false]
				]
			],
			[null, [['Gwen', false]]]
		]);
	});

	it('are made first for those without, then for one, then for all', async () => {
		const { classId, pupils } = school;
		const [one] = await made({ classId, whom: { pupilId: pupils.owain } });
		expect(one).toMatchObject({ name: 'Owain', language: 'en' });
		expect(one?.pictures).toHaveLength(3);
		expect(namesOf(await made({ classId, whom: 'without' }))).toEqual(['Mali']);
		expect(await made({ classId, whom: 'without' })).toEqual([]);
		const all = await made({ classId, whom: 'all' });
		expect(namesOf(all)).toEqual(['Mali', 'Owain']);
		expect(all[1]?.pictures).not.toEqual(one?.pictures);
		expect(namesOf(await made({ classId: null, whom: 'all' }))).toEqual(['Gwen']);
	});

	it('are made for nobody of another class or school', async () => {
		const other = await makeSmallSchool(database().db);
		const { classId, pupils } = school;
		expect(await made({ classId, whom: { pupilId: pupils.nobodysClass } })).toEqual([]);
		expect(await made({ classId, whom: { pupilId: other.pupils.mali } })).toEqual([]);
		expect(await made({ classId: other.classId, whom: 'all' })).toEqual([]);
	});

	it("speak the child's language, and tell two of one name apart", async () => {
		const { schoolId, classId, pupils } = school;
		for (const [pupilId, distinguisher] of [
			[pupils.mali, 'B'],
			[pupils.owain, 'T']
		] as const) {
			await running.db
				.updateTable('pupil')
				.set({ first_name: 'Mali', distinguisher, language: 'cy' })
				.where('school_id', '=', schoolId)
				.where('pupil_id', '=', pupilId)
				.execute();
		}
		const cards = await made({ classId, whom: 'all' });
		expect(namesOf(cards)).toEqual(['Mali B', 'Mali T']);
		expect(cards.map(({ language }) => language)).toEqual(['cy', 'cy']);
	});
});
