import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from '$lib/domain/settings';
import { kioskOf } from '../../../../tests/support/kiosk-of-school';
import { atOffice, type AtOffice } from '../../../../tests/support/office-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { makeSmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import { languageOfPupil } from '../database/pupil-language';
import { settingsOfSchool } from '../database/settings';
import {
	classesAndChildrenSet,
	findChildren,
	loadCards,
	loadSettings,
	saveSettings
} from './settings';

onBothDatabases('settings', (database) => {
	let school: AtOffice['school'];
	let running: AtOffice['running'];
	let by: AtOffice['by'];
	beforeEach(async () => {
		({ school, running, by } = await atOffice(database()));
	});
	const mali = () => ({ scope: 'pupil', id: school.pupils.mali });
	const save = (
		wanted: { scope: string; id: string },
		change: object,
		language: 'cy' | null = null
	) => saveSettings(running, by, wanted, { change, language });
	const load = (wanted: { scope: string; id: string }) =>
		loadSettings(running.db, school.schoolId, wanted, 'en');

	describe('of a child', () => {
		it('are saved with the language, and shown with what others have', async () => {
			await save({ scope: 'school', id: school.schoolId }, { font: 'lexend' });
			expect(await save(mali(), { theme: 'contrast' }, 'cy')).toBe('saved');
			const page = await load(mali());
			expect(page?.subject).toMatchObject({ name: 'Mali', of: 'Dosbarth Enfys' });
			expect(page?.fields).toMatchObject({ theme: 'contrast', language: 'cy', font: '' });
			expect(page?.otherwise).toEqual({ ...USUAL_SETTINGS, font: 'lexend' });
			expect(await languageOfPupil(running.db, school.schoolId, school.pupils.mali)).toBe('cy');
		});

		it('leave no row behind when nothing is set any more', async () => {
			await save(mali(), { extraTime: true }, 'cy');
			await save(mali(), {});
			expect(await settingsOfSchool(running.db, school.schoolId)).toEqual([]);
			expect(await languageOfPupil(running.db, school.schoolId, school.pupils.mali)).toBeNull();
		});

		it('are written down with who set them', async () => {
			await save(mali(), { theme: 'plain' });
			const [entry] = await auditOf(running.db, school.schoolId, 'settings-changed');
			expect(entry).toMatchObject({ actor: by.staffId, subject: school.pupils.mali });
			expect(JSON.parse(entry?.detail_json ?? '')).toMatchObject({ to: { theme: 'plain' } });
		});
	});

	it('of a class count at its tablet before the school’s, and say so there', async () => {
		const cards = { style: 'weather', size: 'usual', band: null };
		await save({ scope: 'school', id: school.schoolId }, { font: 'lexend', still: true });
		await save({ scope: 'class', id: school.classId }, { font: 'atkinson', cards }, 'cy');
		const ofClass = await load({ scope: 'class', id: school.classId });
		expect(ofClass?.fields).toMatchObject({
			font: 'atkinson',
			language: 'cy',
			cardStyle: 'weather'
		});
		expect(ofClass).toMatchObject({ otherwise: { font: 'lexend' }, cards: null, language: 'en' });
		const { kioskId } = await kioskOf(running, school, school.classId);
		const atItsTablet = { font: 'atkinson', still: true };
		const ofTablet = await load({ scope: 'kiosk', id: kioskId });
		expect(ofTablet).toMatchObject({ otherwise: atItsTablet, cards, language: 'cy' });
		expect(await loadCards(running.db, school.schoolId, 'en')).toMatchObject({
			school: { style: 'face', size: 'usual' },
			otherwise: [{ scope: 'class', name: 'Dosbarth Enfys', ...cards }]
		});
	});

	it('of a tablet keep its own arrival and places, of which only the number is written down', async () => {
		const change = {
			arrival: { fromMinutes: 480, toMinutes: 500 },
			staffedPlaces: [{ en: 'the nursery', cy: 'y feithrinfa' }]
		};
		const tablet = { scope: 'kiosk', id: school.kioskId };
		await save(tablet, change, 'cy');
		const page = await load(tablet);
		expect(page?.fields).toMatchObject({
			arrivalFrom: '08:00',
			arrivalTo: '08:20',
			'place.0.cy': 'y feithrinfa',
			language: 'cy'
		});
		const [entry] = await auditOf(running.db, school.schoolId, 'settings-changed');
		expect(entry?.detail_json).not.toContain('feithrinfa');
	});

	it('of another school, of nobody and of nothing are unknown', async () => {
		const other = await makeSmallSchool(running.db);
		for (const wanted of [
			{ scope: 'pupil', id: other.pupils.mali },
			{ scope: 'kiosk', id: other.kioskId },
			{ scope: 'school', id: other.schoolId },
			{ scope: 'class', id: other.classId },
			{ scope: 'everybody', id: school.schoolId },
			{ scope: 'pupil', id: 'nobody' }
		]) {
			expect(await save(wanted, { theme: 'plain' })).toBe('unknown');
			expect(await load(wanted)).toBeNull();
		}
	});

	it('find a child by how the name begins, with or without accents', async () => {
		await running.db
			.updateTable('pupil')
			.set({ first_name: 'Siân' })
			.where('pupil_id', '=', school.pupils.owain)
			.execute();
		const found = async (name: string) =>
			(await findChildren(running.db, school.schoolId, name, 'en')).map((one) => one.name);
		expect(await found('sian')).toEqual(['Siân']);
		expect(await found(' M ')).toEqual(['Mali']);
		expect(await found('')).toEqual([]);
		expect(await found('%')).toEqual([]);
		await save(mali(), { theme: 'plain' });
		const set = await classesAndChildrenSet(running.db, school.schoolId, 'en');
		expect(set.children.map(({ name }) => name)).toEqual(['Mali']);
		expect(set.classes.map(({ name }) => name)).toContain('Dosbarth Enfys');
	});
});
