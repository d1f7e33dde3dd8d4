import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { feelingOfOwnWord } from '$lib/domain/card-look';
import { MOST_OWN_ACTIVITIES } from '$lib/domain/own-activity';
import { atOffice, type AtOffice } from '../../../../tests/support/office-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { makeSmallSchool } from '../../../../tests/support/small-school';
import { loadStudio } from '../recordings/recordings';
import { filesOnKiosk } from '../school-files/school-files';
import {
	activityPictures,
	addOwnActivity,
	Fits,
	ownActivities,
	removeOwnActivity,
	setActivityPicture,
	setFits,
	type TypedActivity
} from './own-activities';

const MOUNTAIN: TypedActivity = {
	nameEn: 'Like a mountain',
	nameCy: 'Fel mynydd',
	kind: 'body',
	from: 5,
	to: 11,
	fits: [],
	stepsEn: '8 Sit like a mountain.\n* Feel the ground.\n5 All done.',
	stepsCy: 'Eistedda fel mynydd.\nTeimla’r llawr.\nWedi gorffen.'
};
const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]);

onBothDatabases('calm activities of the school’s own', (database) => {
	let running: AtOffice['running'];
	let by: AtOffice['by'];
	beforeEach(async () => {
		({ running, by } = await atOffice(database()));
	});
	const add = async (typed: Partial<TypedActivity> = {}) => {
		const added = await addOwnActivity(running, by, { ...MOUNTAIN, ...typed });
		if (added.outcome !== 'added') throw new Error(JSON.stringify(added));
		return added.id;
	};
	const onTablet = async () => filesOnKiosk(running.db, by.schoolId, new Set());

	it('go to every tablet as data that it can check, with a picture', async () => {
		const id = await add();
		expect(await setActivityPicture(running, by, { id, bytes: picture })).toBe('kept');
		const files = await onTablet();
		expect(Object.keys(files['activity'] ?? {})).toEqual([id]);
		expect(Object.keys(files['activity-picture'] ?? {})).toEqual([id]);
		expect(await ownActivities(running.db, by.schoolId)).toMatchObject([
			{ id, name: { en: 'Like a mountain', cy: 'Fel mynydd' }, ages: [5, 11], kind: 'body' }
		]);
	});

	it('can be recorded like what comes with the app', async () => {
		const id = await add();
		const { screens } = await loadStudio(running.db, by.schoolId, 'en');
		const said = screens.find(({ screen }) => screen === 'calm-steps')?.strings ?? [];
		const own = said.filter(({ key }) => key.startsWith(`step:${id}:`));
		expect(own.map(({ en }) => en)).toEqual([
			'Sit like a mountain.',
			'Feel the ground.',
			'All done.'
		]);
	});

	it('go from the tablets when they are removed, with their picture', async () => {
		const id = await add();
		await setActivityPicture(running, by, { id, bytes: picture });
		await removeOwnActivity(running, by, id);
		expect(await onTablet()).toEqual({});
		expect(await ownActivities(running.db, by.schoolId)).toEqual([]);
		expect(await activityPictures(running.db, by.schoolId)).toEqual({});
		expect(await setActivityPicture(running, by, { id, bytes: picture })).toBe('unknown');
	});

	it('are meant for feelings, which can be said anew, and tablets hear of it', async () => {
		const id = await add({ fits: ['angry'] });
		const fits = async () =>
			(await ownActivities(running.db, by.schoolId)).map((activity) => activity.fits);
		const before = (await onTablet())['activity']?.[id];
		expect(await fits()).toEqual([['angry']]);
		expect(await setFits(running, by, { id, fits: ['sad', feelingOfOwnWord('x')] })).toBe('saved');
		expect(await fits()).toEqual([['sad', feelingOfOwnWord('x')]]);
		expect((await onTablet())['activity']?.[id]).not.toBe(before);
		expect(await setFits(running, by, { id: 'own-other', fits: [] })).toBe('unknown');
	});

	it.each([
		[['angry', 'not-sure', feelingOfOwnWord('x')], true],
		[['no-such-feeling'], false]
	])('are meant for nothing but feelings: %j is one of them: %s', (fits, isOne) => {
		expect(v.safeParse(Fits, fits).success).toBe(isOne);
	});

	it('are as many as can be chosen from', async () => {
		for (let count = 0; count < MOST_OWN_ACTIVITIES; count += 1) await add();
		expect(await addOwnActivity(running, by, MOUNTAIN)).toEqual({ outcome: 'full' });
	});

	describe('that cannot be one', () => {
		it.each([
			['differ', { stepsCy: 'Eistedda fel mynydd.' }, 'activities.steps.differ', 2],
			['have no seconds', { stepsEn: 'Sit.\n5 Rest.\n5 Done.' }, 'activities.steps.seconds', 1],
			['are for nobody', { from: 11, to: 4 }, 'activities.wrong', undefined],
			['last too long', { stepsEn: '900 Sit.\n5 A.\n5 B.' }, 'activities.wrong', undefined]
		])('because they %s are said so, and nothing is kept', async (_why, typed, problem, line) => {
			const outcome = await addOwnActivity(running, by, { ...MOUNTAIN, ...typed });
			expect(outcome).toEqual({ outcome: 'wrong', problem, ...(line ? { line } : {}) });
			expect(await ownActivities(running.db, by.schoolId)).toEqual([]);
		});
	});

	it('are nobody else’s', async () => {
		await add();
		const other = await makeSmallSchool(running.db);
		expect(await ownActivities(running.db, other.schoolId)).toEqual([]);
	});
});
