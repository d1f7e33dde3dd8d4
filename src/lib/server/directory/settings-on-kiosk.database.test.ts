import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { Directory } from '$lib/crossing/directory';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairedKiosk, type PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { dropSetting, saveSetting, type SettingSubject } from '../database/settings';
import { answerDirectory } from './answer-directory';
import type { RunningServer } from '../running';

onBothDatabases('settings in the directory', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let tablet: PairedKiosk;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
		const where = { schoolId: school.schoolId, madeBy: school.adults.office };
		tablet = await pairedKiosk(running, where);
	});

	const directory = async () => {
		const request = await tablet.request('GET', '/crossing/v1/directory');
		return (await answerDirectory(running, request)).text();
	};
	const set = (subject: SettingSubject, change: object) =>
		saveSetting(running.db, school.schoolId, { ...subject, change, changedAt: 1 });
	const ofSchool = () => ({ scope: 'school' as const, subjectId: school.schoolId });
	const ofTablet = () => ({ scope: 'kiosk' as const, subjectId: tablet.kioskId });
	const ofMali = () => ({ scope: 'pupil' as const, subjectId: school.pupils.mali });

	describe('where nothing is set', () => {
		it('say nothing at all', async () => {
			expect(await directory()).not.toContain('"settings"');
		});
	});

	it('are the tablet’s with the school’s, and each child’s own', async () => {
		await set(ofSchool(), { font: 'lexend', theme: 'plain', activitiesOff: ['one'] });
		await set(ofTablet(), { theme: 'contrast', activitiesOff: ['two'] });
		await set(ofMali(), { extraTime: true });
		const { kiosk, pupils } = v.parse(Directory, JSON.parse(await directory()));
		expect(kiosk.settings).toEqual({
			font: 'lexend',
			theme: 'contrast',
			activitiesOff: ['one', 'two']
		});
		const ofPupils = pupils.map(({ id, settings }) => [id, settings]);
		expect(ofPupils).toContainEqual([school.pupils.mali, { extraTime: true }]);
		expect(ofPupils).toContainEqual([school.pupils.owain, undefined]);
		await dropSetting(running.db, school.schoolId, ofMali());
		expect(await directory()).not.toContain('extraTime');
	});

	it('put a tablet’s own language, arrival and places in the place of the school’s', async () => {
		const arrival = { fromMinutes: 8 * 60, toMinutes: 8 * 60 + 20 };
		const staffedPlaces = [{ en: 'the nursery', cy: 'y feithrinfa' }];
		await set(ofTablet(), { language: 'cy', arrival, staffedPlaces });
		const own = v.parse(Directory, JSON.parse(await directory()));
		expect(own.school).toMatchObject({ language: 'cy', timetable: { arrival }, staffedPlaces });
		expect(own.kiosk.settings).toBeUndefined();
	});

	it('of another version of the app harm no tablet', async () => {
		await set(ofMali(), { theme: 'moonlight', smell: 'lavender', still: true });
		const { pupils } = v.parse(Directory, JSON.parse(await directory()));
		const mali = pupils.find(({ id }) => id === school.pupils.mali);
		expect(mali?.settings).toEqual({ still: true });
	});

	it('of another school’s child are never told', async () => {
		const neighbours = await makeSmallSchool(running.db);
		const change = { subjectId: neighbours.pupils.mali, scope: 'pupil' as const };
		await saveSetting(running.db, neighbours.schoolId, {
			...change,
			change: { theme: 'contrast' },
			changedAt: 1
		});
		expect(await directory()).not.toContain('contrast');
	});
});
