import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { Directory } from '$lib/crossing/directory';
import type { CardSetting } from '$lib/domain/card-look';
import { kioskOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
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
		tablet = await kioskOf(running, school);
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

	describe('of a class', () => {
		const ofClass = () => ({ scope: 'class' as const, subjectId: school.classId });
		const parsed = async () => v.parse(Directory, JSON.parse(await directory()));
		const inClass = async () =>
			(await parsed()).classes.find(({ id }) => id === school.classId)?.settings;

		it('stand between the school’s and the tablet’s, for its children alone', async () => {
			await set(ofSchool(), { font: 'lexend', theme: 'plain', extraTime: true });
			await set(ofClass(), { font: 'atkinson', theme: 'soft' });
			await set(ofTablet(), { theme: 'contrast' });
			expect((await parsed()).kiosk.settings).toMatchObject({ font: 'lexend', theme: 'contrast' });
			const asChildren = { font: 'atkinson', theme: 'contrast', extraTime: true };
			expect(await inClass()).toEqual(asChildren);
		});

		it('are the tablet’s own where it is the class’s', async () => {
			tablet = await kioskOf(running, school, school.classId);
			await set(ofClass(), { font: 'atkinson', language: 'cy' });
			const own = await parsed();
			expect(own.kiosk.settings).toEqual({ font: 'atkinson' });
			expect(own.school.language).toBe('cy');
			expect(await inClass()).toBeUndefined();
		});

		it('give its children a language where neither child nor tablet has one', async () => {
			await set(ofClass(), { language: 'cy' });
			const spoken = async (pupilId: string) =>
				(await parsed()).pupils.find(({ id }) => id === pupilId)?.language;
			expect(await spoken(school.pupils.mali)).toBe('cy');
			expect(await spoken(school.pupils.nobodysClass)).toBeNull();
			expect((await parsed()).school.language).toBe('en');
			await set(ofTablet(), { language: 'en' });
			expect(await spoken(school.pupils.mali)).toBeNull();
		});
	});

	describe('of feeling cards', () => {
		const cards = (style: CardSetting['style'], band: CardSetting['band'] = null) => ({
			cards: { style, size: 'usual' as const, band }
		});
		const parsed = async () => v.parse(Directory, JSON.parse(await directory()));
		const lookOfMali = async () => {
			const { pupils, cards } = await parsed();
			return (pupils.find(({ id }) => id === school.pupils.mali)?.cardLook ?? cards.look).style;
		};

		it('are faces in a new school', async () => {
			const { cards, pupils } = await parsed();
			expect(cards).toEqual({ look: { style: 'face', size: 'usual' }, ownWords: [] });
			expect(pupils.map(({ cardLook }) => cardLook)).toEqual([null, null, null]);
		});

		it('are the child’s before the tablet’s, the class’s and the school’s, each as a whole', async () => {
			await set(ofSchool(), cards('weather'));
			expect(await lookOfMali()).toBe('weather');
			await set({ scope: 'class', subjectId: school.classId }, cards('word'));
			expect(await lookOfMali()).toBe('word');
			expect((await parsed()).cards.look.style).toBe('weather');
			await set(ofTablet(), cards('body-clue'));
			expect(await lookOfMali()).toBe('body-clue');
			await set(ofMali(), cards('word', '4-5-starter'));
			expect(await lookOfMali()).toBe('word');
			const bands = new Map((await parsed()).pupils.map(({ id, band }) => [id, band]));
			expect(bands.get(school.pupils.mali)).toBe('4-5-starter');
			expect(bands.get(school.pupils.owain)).toBe('4-7');
		});

		it('of another version of the app are as if there were none', async () => {
			await set(ofMali(), { cards: { style: 'smell', size: 'usual', band: null } });
			expect(await lookOfMali()).toBe('face');
		});
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
