import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Directory } from '$lib/crossing/directory';
import { firstHolders, needHolders } from '$lib/domain/first-holders';
import { feelingReaders } from '$lib/domain/visibility';
import { atKiosk, directoryOn } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { loadPeople, peopleAround } from '../database/people-around';

onBothDatabases('who is told of what a child says', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	const agreed = async (...names: (keyof SmallSchool['adults'])[]) => {
		const { schoolId, adults } = school;
		const staff = database().db.updateTable('staff_member').where('school_id', '=', schoolId);
		await staff.set({ may_be_asked: 0 }).execute();
		const ids = names.map((name) => adults[name]);
		await staff.set({ may_be_asked: 1 }).where('staff_id', 'in', ids).execute();
	};
	/** Whose faces stand under "Who can see this?" there (`adultsWhoCanSee` of the kiosk). */
	const shownTo = ({ pupils, classes, adults, toldAdults = [] }: Directory, pupilId: string) => {
		const ofPupil = pupils.filter(({ id }) => id === pupilId);
		const classIds = ofPupil.flatMap((pupil) => pupil.classIds);
		const ofClasses = classes.filter(({ id }) => classIds.includes(id));
		const ids = [
			...ofPupil.flatMap(({ trustedAdultIds, toldIds = [] }) => [...trustedAdultIds, ...toldIds]),
			...ofClasses.flatMap(({ adultIds, toldIds = [] }) => [...adultIds, ...toldIds]),
			...adults.filter(({ lead }) => lead).map(({ id }) => id)
		];
		return [...adults, ...toldAdults].map(({ id }) => id).filter((id) => ids.includes(id));
	};
	/** By the server's rules: Anyone, needs, feelings, and the first step of the clock. */
	async function toldOf(pupilId: string): Promise<string[]> {
		const { schoolId, kioskId } = school;
		const people = await loadPeople(database().db, schoolId, {
			pupilIds: [pupilId],
			kioskIds: [kioskId]
		});
		const of = { pupilId, kioskId, excludedByChildIds: [] };
		const around = peopleAround(people, of, MONDAY_MORNING);
		return [
			...firstHolders({ kind: 'ask', adultIds: [], how: 'chat', when: 'now' }, around),
			...needHolders(around),
			...feelingReaders([], around),
			...around.trustedIds
		];
	}

	it.each([
		['one adult of the class', ['evans']],
		['both', ['evans', 'bowen']],
		['somebody else', ['price']]
	] as const)('is shown where %s agreed to be asked', async (_who, names) => {
		await agreed(...names);
		for (const classId of [school.classId, null]) {
			const { running, kiosk } = await atKiosk(database(), school, classId);
			const directory = await directoryOn(running, kiosk);
			for (const { id } of directory.pupils)
				expect(shownTo(directory, id)).toEqual(expect.arrayContaining(await toldOf(id)));
		}
	});

	it('is shown also where it is an adult of a class that the tablet does not have', async () => {
		const { db } = database();
		const { schoolId: school_id, adults, pupils, classId } = school;
		const class_id = randomUUID();
		await db
			.insertInto('class')
			.values({ school_id, class_id, name: 'Nurture', emblem: 'kite' })
			.execute();
		await db
			.insertInto('class_pupil')
			.values({ school_id, class_id, pupil_id: pupils.owain })
			.execute();
		await db
			.insertInto('class_adult')
			.values({ school_id, class_id, staff_id: adults.price })
			.execute();
		await agreed('evans');
		const { running, kiosk } = await atKiosk(database(), school, classId);
		const directory = await directoryOn(running, kiosk);
		expect(await toldOf(pupils.owain)).toContain(adults.price);
		expect(shownTo(directory, pupils.owain)).toContain(adults.price);
		expect(shownTo(directory, pupils.mali)).not.toContain(adults.price);
	});

	it('has no choice more for it: who has not agreed is not offered', async () => {
		await agreed('evans');
		const { running, kiosk } = await atKiosk(database(), school, school.classId);
		const directory = await directoryOn(running, kiosk);
		const { bowen } = school.adults;
		expect(directory.adults.map(({ id }) => id)).not.toContain(bowen);
		expect(directory.classes[0]).toMatchObject({
			adultIds: [school.adults.evans],
			toldIds: [bowen]
		});
		expect(directory.toldAdults?.map(({ name }) => name)).toEqual(['Mr Bowen']);
	});
});
