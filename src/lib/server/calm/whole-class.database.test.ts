import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { addOwnActivity } from '../activities/own-activities';
import { saveSetting } from '../database/settings';
import { forWholeClass } from './whole-class';

onBothDatabases('what a class does together', (database) => {
	const at = runningSchool(database);

	it('has the school’s own, and not what the whole school has turned off', async () => {
		const { schoolId, staffId } = at.viewer('evans');
		expect(await forWholeClass(at.running.db, schoolId)).toEqual({
			own: [],
			off: [],
			pictures: {}
		});
		const typed = {
			nameEn: 'The bench',
			nameCy: 'Y fainc',
			kind: 'body' as const,
			from: 4,
			to: 11,
			fits: [],
			stepsEn: '5 Sit down\n10 Look at the hill',
			stepsCy: 'Eistedda\nEdrycha ar y bryn'
		};
		const added = await addOwnActivity(at.running, { schoolId, staffId }, typed);
		await saveSetting(at.running.db, schoolId, {
			scope: 'school',
			subjectId: schoolId,
			change: { activitiesOff: ['balloon'] },
			changedAt: 0
		});
		const { own, off } = await forWholeClass(at.running.db, schoolId);
		expect(own.map(({ id }) => id)).toEqual([added.outcome === 'added' && added.id]);
		expect(off).toEqual(['balloon']);
	});
});
