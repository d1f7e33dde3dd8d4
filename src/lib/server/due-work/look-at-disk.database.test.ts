import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { LEAST_ROOM_BYTES } from '$lib/domain/disk-room';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { makeSmallSchool, MONDAY_MORNING } from '../../../../tests/support/small-school';
import { alarmsSince, markAlarmLookedAt } from '../database/alarms';
import { alarmOfFullDisk, roomOnDisk } from './look-at-disk';

const HOUR_MS = 60 * 60 * 1000;

onBothDatabases('a disk that fills up', (database) => {
	it('is told to the leads once a day, from before anything is lost until there is room', async () => {
		const { db } = database();
		const { schoolId, adults } = await makeSmallSchool(db);
		const look = async (freeBytes: number | null, at: number) => {
			await alarmOfFullDisk(db, schoolId, freeBytes, at);
			return alarmsSince(db, schoolId, 0);
		};
		expect(await look(LEAST_ROOM_BYTES, MONDAY_MORNING)).toEqual([]);
		expect(await look(null, MONDAY_MORNING)).toEqual([]);
		const [alarm] = await look(LEAST_ROOM_BYTES - 1, MONDAY_MORNING);
		expect(alarm).toMatchObject({ kind: 'disk-nearly-full', raisedAt: MONDAY_MORNING });
		await markAlarmLookedAt(db, schoolId, alarm?.alarmId ?? '', adults.rees, MONDAY_MORNING);
		expect(await look(0, MONDAY_MORNING + HOUR_MS)).toHaveLength(1);
		expect(await look(0, MONDAY_MORNING + 24 * HOUR_MS)).toHaveLength(2);
		expect(await look(LEAST_ROOM_BYTES, MONDAY_MORNING + 48 * HOUR_MS)).toHaveLength(2);
	});
});

it('is looked at where the one file is, and nowhere else', async () => {
	expect(await roomOnDisk('sqlite', tmpdir())).toBeGreaterThan(0);
	expect(await roomOnDisk('sqlite', '/no/such/folder')).toBeNull();
	expect(await roomOnDisk('postgres', tmpdir())).toBeNull();
});
