import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { findAnswers } from '../answers/answers';
import { insertHellos } from '../database/check-ins';
import { sayHelloBack } from './hello-back';
import { loadInbox } from './inbox';

const DAY_MS = 24 * 60 * 60 * 1000;

onBothDatabases('a hello back', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});

	const hello = (pupilId: string, staffId: string, saidAt = MONDAY_MORNING) =>
		insertHellos(database().db, [
			{
				school_id: school.schoolId,
				hello_id: crypto.randomUUID(),
				pupil_id: pupilId,
				staff_id: staffId,
				said_at: saidAt
			}
		]);
	async function atSchool() {
		const running = await runningOn(database());
		const { schoolId, adults, pupils } = school;
		const evans = { schoolId, staffId: adults.evans, role: 'adult' } as const;
		const forMe = async (pupilId: string, now = MONDAY_MORNING + 1) =>
			(await findAnswers(running, { schoolId, pupilId }, now)).waiting;
		const saidBack = async () =>
			(await loadInbox(running, evans, 'mine', MONDAY_MORNING + 1)).hellos.map(
				(one) => one.saidBack
			);
		return { running, evans, pupils, adults, forMe, saidBack };
	}

	it('is read by each child who said hello, on that day, and by nobody else', async () => {
		const { running, evans, pupils, adults, forMe, saidBack } = await atSchool();
		await hello(pupils.mali, adults.evans);
		await hello(pupils.owain, adults.price);
		expect(await forMe(pupils.mali)).toEqual([]);
		expect(await saidBack()).toEqual([false]);

		await sayHelloBack(running, evans, MONDAY_MORNING + 1);
		expect(await forMe(pupils.mali)).toEqual([{ kind: 'hello-back', adultId: adults.evans }]);
		expect(await forMe(pupils.owain)).toEqual([]);
		expect(await saidBack()).toEqual([true]);
		expect(await forMe(pupils.mali, MONDAY_MORNING + DAY_MS)).toEqual([]);
	});

	it('is told once, however often the child said hello, and a hello after it can be answered too', async () => {
		const { running, evans, pupils, adults, forMe, saidBack } = await atSchool();
		await hello(pupils.mali, adults.evans);
		await hello(pupils.mali, adults.evans);
		await sayHelloBack(running, evans, MONDAY_MORNING + 1);
		await hello(pupils.mali, adults.evans, MONDAY_MORNING + 1);
		expect(await saidBack()).toEqual([false]);
		await sayHelloBack(running, evans, MONDAY_MORNING + 1);
		expect(await forMe(pupils.mali)).toHaveLength(1);
	});

	it('leaves hellos of the day before as they are', async () => {
		const { running, evans, pupils, adults, forMe } = await atSchool();
		await hello(pupils.mali, adults.evans, MONDAY_MORNING - DAY_MS);
		await sayHelloBack(running, evans, MONDAY_MORNING + 1);
		expect(await forMe(pupils.mali)).toEqual([]);
	});

	it('never comes from an adult whom the leads keep away from the child', async () => {
		const { running, evans, pupils, adults, forMe } = await atSchool();
		await hello(pupils.mali, adults.evans);
		await sayHelloBack(running, evans, MONDAY_MORNING + 1);
		await database()
			.db.insertInto('standing_exclusion')
			.values({
				school_id: school.schoolId,
				pupil_id: pupils.mali,
				staff_id: adults.evans,
				set_by: adults.rees,
				set_at: MONDAY_MORNING
			})
			.execute();
		expect(await forMe(pupils.mali)).toEqual([]);
	});
});
