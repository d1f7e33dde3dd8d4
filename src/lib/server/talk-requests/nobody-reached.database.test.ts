import { beforeEach, expect, it } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { aboutSchool, ask } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	viewerIn,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { alarmsSince } from '../database/alarms';
import { staffFeedSince } from '../database/live-feed';
import { handOnByClock } from '../due-work/hand-on-by-clock';
import { loadAlarms, lookAtAlarm } from './alarms';

const NOW = MONDAY_MORNING;
const LATER = NOW + 2 * 60 * 60_000;
type Name = keyof SmallSchool['adults'];

onBothDatabases('a request that nobody who usually answers may know of', (database) => {
	let school: SmallSchool;
	const about = aboutSchool(
		() => database().db,
		() => school
	);
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	const idsOf = (...names: Name[]) => names.map((name) => school.adults[name]);
	const alarmsOf = async (name: Name, at = NOW) =>
		loadAlarms(await runningOn(database()), viewerIn(school, name), at);
	const leaves = (name: Name) =>
		database()
			.db.updateTable('staff_member')
			.set({ left_at: NOW - 1 })
			.where('school_id', '=', school.schoolId)
			.where('staff_id', '=', school.adults[name])
			.execute();
	const nameless = (...leftOut: Name[]) =>
		about.opened({
			v: 1,
			kind: 'nameless',
			at: NOW,
			classId: school.classId,
			feeling: 'worried',
			wish: { kind: 'ask', how: 'chat', when: 'now' },
			excludedAdultIds: idsOf(...leftOut)
		});
	const urgent = (...leftOut: Name[]): Routing => ({
		v: 1,
		kind: 'urgent',
		at: NOW,
		pupilId: school.pupils.mali,
		language: 'en',
		byMistake: false,
		excludedAdultIds: idsOf(...leftOut)
	});

	const takeStep = (subjectId: string, at: number) =>
		database()
			.db.transaction()
			.execute((tx) =>
				handOnByClock(
					tx,
					{
						schoolId: school.schoolId,
						workId: subjectId,
						kind: 'hand-on',
						subjectId,
						dueAt: at,
						attempts: 0
					},
					{ schoolAlwaysOpen: true },
					at
				)
			);

	it('is given to the head, with or without a name', async () => {
		const { adults } = school;
		const without = nameless('rees', 'jones');
		const named = about.checkIn(ask([adults.evans]), {
			excludedAdultIds: idsOf('evans', 'rees', 'jones')
		});
		for (const one of [without, named]) {
			await about.record(one);
			expect((await about.requestOf(one.envelopeId))?.holderIds).toEqual([adults.head]);
		}
		expect(await about.noticesTo(adults.head)).not.toEqual([]);
		for (const name of ['evans', 'rees', 'jones', 'office'] as const) {
			expect(await about.noticesTo(adults[name])).toEqual([]);
			expect(await alarmsOf(name)).toEqual([]);
		}
	});

	it('is told of beyond them where there is no head, without whose it is, and not to whom was left out', async () => {
		await leaves('head');
		const { adults, schoolId } = school;
		const one = nameless('rees', 'jones');
		const outcome = await about.record(one);
		expect((await about.requestOf(one.envelopeId))?.holderIds).toEqual([]);
		expect(await alarmsOf('office')).toMatchObject([
			{ kind: 'nobody-reached', requestId: null, kioskName: 'Enfys tablet', seen: false }
		]);
		expect(await about.noticesTo(adults.office)).toMatchObject([{ urgent: 0 }]);
		expect(outcome.outcome === 'recorded' && outcome.wake).toEqual([adults.office]);
		for (const name of ['evans', 'bowen', 'price', 'rees', 'jones'] as const) {
			expect(await alarmsOf(name)).toEqual([]);
			expect(await about.noticesTo(adults[name])).toEqual([]);
			expect(await staffFeedSince(database().db, schoolId, [adults[name]], NOW - 1)).toEqual([]);
		}
	});

	it('is told of urgently when it is, to whoever else there is where there is no office', async () => {
		await leaves('head');
		await leaves('office');
		const { adults } = school;
		const one = about.opened(urgent('evans', 'bowen', 'rees', 'jones'));
		await about.record(one);
		expect(await about.noticesTo(adults.price)).toMatchObject([{ urgent: 1 }]);
		expect(await alarmsOf('price')).toMatchObject([{ kind: 'nobody-reached', requestId: null }]);
		for (const name of ['evans', 'bowen', 'rees', 'jones'] as const)
			expect(await alarmsOf(name)).toEqual([]);
	});

	it('is told of once until it was looked at, by nobody but whom it is for', async () => {
		await leaves('head');
		const one = nameless('rees', 'jones');
		await about.record(one);
		const running = await runningOn(database());
		const step = (at: number) => takeStep(one.envelopeId, at);
		const beyond = async () =>
			(await alarmsSince(database().db, school.schoolId, 0)).filter(
				({ kind }) => kind === 'nobody-reached'
			);
		await step(LATER);
		const [first, ...more] = await beyond();
		expect(more).toEqual([]);
		const id = first?.alarmId ?? '';
		await lookAtAlarm(running, viewerIn(school, 'rees'), id, LATER);
		expect((await alarmsOf('office', LATER))[0]?.seen).toBe(false);
		await lookAtAlarm(running, viewerIn(school, 'office'), id, LATER);
		expect((await alarmsOf('office', LATER))[0]?.seen).toBe(true);
		expect(await step(LATER + 60 * 60_000)).toEqual([school.adults.office]);
		expect(await beyond()).toHaveLength(2);
	});

	it('reaches a lead who has joined since', async () => {
		await leaves('head');
		const one = nameless('rees', 'jones');
		await about.record(one);
		const joined = crypto.randomUUID();
		const { db } = database();
		await db
			.insertInto('staff_member')
			.values({
				school_id: school.schoolId,
				staff_id: joined,
				display_name: 'Mrs Governor',
				initials: 'MG',
				pattern: 1,
				role: 'lead',
				language: 'en',
				may_be_asked: 0
			})
			.execute();
		await takeStep(one.envelopeId, LATER);
		expect((await about.requestOf(one.envelopeId))?.holderIds).toEqual([joined]);
	});
});
