import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { ageOfClass } from './age-of-class';

onBothDatabases('the age of a class on the whiteboard', (database) => {
	const at = runningSchool(database);
	const age = (name: 'evans' | 'price', chosen: string | null = null) =>
		ageOfClass(at.running.db, at.viewer(name), chosen);
	const isOfYear = (year: number | null) =>
		at.running.db
			.updateTable('class')
			.set({ year_group: year })
			.where('class_id', '=', at.school.classId)
			.execute();

	it('is that of the adult’s own class, where they have one whose year is known', async () => {
		await isOfYear(1);
		expect(await age('evans')).toBe(5);
		expect(await age('price')).toBeNull();
		await isOfYear(null);
		expect(await age('evans')).toBeNull();
		// Nursery: there is nothing for three-year-olds.
		await isOfYear(-1);
		expect(await age('evans')).toBeNull();
	});

	it('is what the adult has chosen', async () => {
		await isOfYear(1);
		expect(await age('evans', '9')).toBe(9);
		expect(await age('evans', 'all')).toBeNull();
		for (const nonsense of ['', '3', '99', 'x']) expect(await age('evans', nonsense)).toBe(5);
	});
});
