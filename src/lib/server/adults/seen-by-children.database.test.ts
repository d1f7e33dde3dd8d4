import { beforeEach, expect, it } from 'vitest';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import type { RunningServer } from '../running';
import { loadSeen, portraitsOf, setPhoto, takePhotoBack, type SeenBy } from './seen-by-children';

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

onBothDatabases('how children see an adult', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
	});
	const by = (who: keyof SmallSchool['adults'], role: SeenBy['role']): SeenBy => ({
		schoolId: school.schoolId,
		staffId: school.adults[who],
		role
	});
	const set = (who: SeenBy, of: keyof SmallSchool['adults'], agreed = true) =>
		setPhoto(running, who, { staffId: school.adults[of], bytes, agreed });
	const hasPhoto = async (of: keyof SmallSchool['adults']) =>
		school.adults[of] in (await portraitsOf(running.db, school.schoolId));

	it('is initials until the adult gives a photo, and again when it is taken back', async () => {
		const evans = by('evans', 'adult');
		expect(await loadSeen(running, evans, evans.staffId)).toMatchObject({
			name: 'Miss Evans',
			isMe: true,
			portrait: null
		});
		expect(await set(evans, 'evans')).toBe('saved');
		expect(await hasPhoto('evans')).toBe(true);
		expect(await takePhotoBack(running, evans, evans.staffId)).toBe('saved');
		expect(await takePhotoBack(running, evans, evans.staffId)).toBe('saved');
		expect(await hasPhoto('evans')).toBe(false);
	});

	it('is set only with consent, and it is written down who said so', async () => {
		expect(await set(by('evans', 'adult'), 'evans', false)).toBe('no-consent');
		expect(await hasPhoto('evans')).toBe(false);
		await set(by('evans', 'adult'), 'evans');
		await set(by('office', 'office'), 'bowen');
		const agreed = await auditOf(running.db, school.schoolId, 'photo-agreed');
		expect(agreed.map(({ subject, detail_json }) => [subject, detail_json])).toEqual([
			[school.adults.evans, '{"saidBy":"self"}'],
			[school.adults.bowen, '{"saidBy":"colleague"}']
		]);
	});

	it('is set for a colleague by the office and leads only', async () => {
		for (const who of [by('evans', 'adult'), by('head', 'head')]) {
			expect(await set(who, 'bowen')).toBe('not-allowed');
			expect(await takePhotoBack(running, who, school.adults.bowen)).toBe('not-allowed');
			expect(await loadSeen(running, who, school.adults.bowen)).toBe('not-allowed');
		}
		expect(await set(by('rees', 'lead'), 'bowen')).toBe('saved');
	});

	it('is nobody’s of another school', async () => {
		const other = await makeSmallSchool(running.db);
		const lead = by('rees', 'lead');
		const file = { staffId: other.adults.evans, bytes, agreed: true };
		expect(await setPhoto(running, lead, file)).toBe('not-found');
		expect(await loadSeen(running, lead, other.adults.evans)).toBe('not-found');
		expect(await portraitsOf(running.db, other.schoolId)).toEqual({});
	});
});
