import { expect, it } from 'vitest';
import { onOpenedEnvelopes } from '../../../../tests/support/opened-envelopes';
import { MONDAY_MORNING } from '../../../../tests/support/small-school';
import { languageOfPupil, setPupilLanguage } from '../database/pupil-language';
import { recordRoutings } from './record-routing';
import { dropSetting, saveSetting } from '../database/settings';

const MINUTE_MS = 60_000;

onOpenedEnvelopes('the language of a visit', ({ checkIn, db, record, school }) => {
	const language = (pupilId: string) => languageOfPupil(db(), school().schoolId, pupilId);
	const visit = (pupilId: string, spoken: 'en' | 'cy', at = MONDAY_MORNING) =>
		record(checkIn({ kind: 'skip' }, { pupilId, language: spoken, at }));

	it('says nothing where the visit began in it', async () => {
		const { mali } = school().pupils;
		expect(await visit(mali, 'en')).toMatchObject({ kioskWake: [] });
		expect(await language(mali)).toBeNull();
	});

	it('is the child’s own from then on where the child changed to it, back and forth', async () => {
		const { mali, owain } = school().pupils;
		expect(await visit(mali, 'cy')).toMatchObject({ kioskWake: [school().kioskId] });
		expect(await language(mali)).toBe('cy');
		expect(await visit(mali, 'cy')).toMatchObject({ kioskWake: [] });
		await visit(mali, 'en', MONDAY_MORNING + 1);
		expect(await language(mali)).toBe('en');
		expect(await language(owain)).toBeNull();
	});

	it('is the last of several that came together, in whatever order', async () => {
		const { owain } = school().pupils;
		const together = [
			['cy', 3],
			['en', 1],
			['cy', 2]
		] as const;
		const opened = together.map(([language, earlier]) =>
			checkIn({ kind: 'skip' }, { pupilId: owain, language, at: MONDAY_MORNING - earlier })
		);
		const outcomes = await db()
			.transaction()
			.execute((tx) => recordRoutings(tx, opened));
		expect(await language(owain)).toBe('en');
		for (const outcome of outcomes)
			expect(outcome).toMatchObject({ kioskWake: [school().kioskId] });
	});

	it('from before does not undo what staff have set since', async () => {
		const { owain } = school().pupils;
		const now = MONDAY_MORNING + MINUTE_MS;
		await setPupilLanguage(db(), school().schoolId, owain, 'cy', now);
		await visit(owain, 'en', MONDAY_MORNING);
		expect(await language(owain)).toBe('cy');
	});

	it('is compared with the tablet’s own, where the tablet has one', async () => {
		const { nobodysClass } = school().pupils;
		await saveSetting(db(), school().schoolId, {
			scope: 'kiosk',
			subjectId: school().kioskId,
			change: { language: 'cy' },
			changedAt: MONDAY_MORNING
		});
		await visit(nobodysClass, 'cy');
		expect(await language(nobodysClass)).toBeNull();
		await visit(nobodysClass, 'en');
		expect(await language(nobodysClass)).toBe('en');
	});

	it('is compared with the class’s, where neither the child nor the tablet has one', async () => {
		const { mali } = school().pupils;
		await setPupilLanguage(db(), school().schoolId, mali, null, Number.MAX_SAFE_INTEGER);
		await dropSetting(db(), school().schoolId, { scope: 'kiosk', subjectId: school().kioskId });
		await saveSetting(db(), school().schoolId, {
			scope: 'class',
			subjectId: school().classId,
			change: { language: 'cy' },
			changedAt: MONDAY_MORNING
		});
		await visit(mali, 'cy');
		expect(await language(mali)).toBeNull();
	});

	it('of a child who is not on the list yet is nobody’s', async () => {
		const unknown = school().pupils.mali.replace(/^./, (first) => (first === '0' ? '1' : '0'));
		const newHere = checkIn(
			{ kind: 'skip' },
			{ pupilId: unknown, newInClassId: null, language: 'cy' }
		);
		expect(await record(newHere)).toMatchObject({ outcome: 'recorded', kioskWake: [] });
	});
});
