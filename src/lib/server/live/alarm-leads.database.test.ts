import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { alarmsSince } from '../database/alarms';
import { staffFeedSince } from '../database/live-feed';
import { alarmLeads, type ForLeads } from './alarm-leads';

const gap: ForLeads = { kind: 'counter-gap', detail: { missing: [3] }, mayBeAsking: true };
const disk: ForLeads = { kind: 'disk-nearly-full', detail: {}, mayBeAsking: false };

onBothDatabases('an alarm', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	const alarm = (...alarms: ForLeads[]) =>
		alarmLeads(database().db, school.schoolId, alarms, MONDAY_MORNING);
	const noticedIds = async () => {
		const rows = await database()
			.db.selectFrom('notice')
			.select('staff_id')
			.where('school_id', '=', school.schoolId)
			.execute();
		return rows.map(({ staff_id }) => staff_id).sort();
	};

	it('reaches the open pages of all leads, and of nobody else, once for all that came together', async () => {
		const { rees, jones, evans } = school.adults;
		const news = await alarm(gap, disk);
		expect([...news.staffIds].sort()).toEqual([rees, jones].sort());
		const raised = await alarmsSince(database().db, school.schoolId, 0);
		expect(raised.map(({ kind }) => kind).sort()).toEqual(['counter-gap', 'disk-nearly-full']);
		const heard = (staffId: string) =>
			staffFeedSince(database().db, school.schoolId, [staffId], MONDAY_MORNING - 1);
		const [first, ...more] = await heard(rees);
		expect(first).toMatchObject({ kind: 'alarm' });
		expect(raised.map(({ alarmId }) => alarmId)).toContain(first?.subjectId);
		expect(more).toEqual([]);
		expect(await heard(evans)).toEqual([]);
	});

	it('rings where a child may be waiting, and only there', async () => {
		await alarm(disk);
		expect(await noticedIds()).toEqual([]);
		await alarm(gap);
		expect(await noticedIds()).toEqual([school.adults.rees, school.adults.jones].sort());
	});

	it('is not heard by a lead who is kept from the child it is about', async () => {
		const { rees, jones } = school.adults;
		const about: ForLeads = { kind: 'nobody-left', detail: {}, mayBeAsking: true };
		const { db } = database();
		const news = await alarmLeads(db, school.schoolId, [about], MONDAY_MORNING, [rees]);
		expect(news.staffIds).toEqual([jones]);
		expect(news.feed?.map(({ staffId }) => staffId)).toEqual([jones]);
		expect(await noticedIds()).toEqual([jones]);
	});

	it('that is none tells nobody', async () => {
		expect(await alarm()).toMatchObject({ staffIds: [], feed: [] });
	});
});
