import { beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { directoryOn, kioskOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import type { RunningServer } from '../running';
import type { SeenBy } from './seen-by-children';
import { Found, loadTimes, sayHere, sayNotHere, setTimes, Times } from './times-for-children';

const LIBRARY = { en: 'in the library', cy: 'yn y llyfrgell' };
/** Staff leave at four. */
const CLOSES = Date.UTC(2026, 10, 16, 16);

onBothDatabases('where and when children find an adult', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let evans: SeenBy;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database());
		evans = { schoolId: school.schoolId, staffId: school.adults.evans, role: 'adult' };
	});
	const onTablet = async () => {
		const { adults } = await directoryOn(running, await kioskOf(running, school));
		return adults.find(({ id }) => id === school.adults.evans);
	};
	const load = (now = MONDAY_MORNING) => loadTimes(running, school.schoolId, evans.staffId, now);

	it('are as the adult has set them, and stand in the directory', async () => {
		expect(await load()).toEqual({
			found: null,
			times: [],
			weekdays: [1, 2, 3, 4, 5],
			isHere: false
		});
		expect(await onTablet()).toMatchObject({ found: null, talkTimes: [], hereUntil: null });
		const times = v.parse(Times, ['1:lunch', '3:break']);
		await setTimes(running, evans, { staffId: evans.staffId, found: LIBRARY, times });
		expect(await load()).toMatchObject({ found: LIBRARY, times });
		expect(await onTablet()).toMatchObject({ found: LIBRARY, talkTimes: times });
		await setTimes(running, evans, {
			staffId: evans.staffId,
			found: { en: '', cy: '' },
			times: []
		});
		expect(await load()).toMatchObject({ found: null, times: [] });
	});

	it('here today ends when staff leave, or is taken back', async () => {
		expect(await sayHere(running, evans, evans.staffId, MONDAY_MORNING)).toBe('saved');
		expect(await onTablet()).toMatchObject({ hereUntil: CLOSES });
		expect((await load(CLOSES - 1)).isHere).toBe(true);
		expect((await load(CLOSES)).isHere).toBe(false);
		expect(await sayHere(running, evans, evans.staffId, CLOSES)).toBe('too-late');
		await sayNotHere(running, evans, evans.staffId, MONDAY_MORNING);
		expect((await load()).isHere).toBe(false);
	});

	it('are set by the adult, by leads and by the office', async () => {
		const { bowen, rees } = school.adults;
		const said = { staffId: bowen, found: LIBRARY, times: [] };
		expect(await setTimes(running, evans, said)).toBe('not-allowed');
		expect(await sayHere(running, evans, bowen, MONDAY_MORNING)).toBe('not-allowed');
		const lead: SeenBy = { ...evans, staffId: rees, role: 'lead' };
		expect(await setTimes(running, lead, said)).toBe('saved');
		const other = await makeSmallSchool(running.db);
		expect(await setTimes(running, lead, { ...said, staffId: other.adults.bowen })).toBe(
			'not-found'
		);
	});
});

describe('what is typed about an adult', () => {
	it('is a phrase in both languages, or in none', () => {
		expect(v.is(Found, LIBRARY)).toBe(true);
		expect(v.is(Found, { en: ' ', cy: '' })).toBe(true);
		expect(v.safeParse(Found, { en: 'here', cy: '' }).issues?.[0].message).toBe('found.half');
		const long = { en: 'x'.repeat(41), cy: 'y' };
		expect(v.safeParse(Found, long).issues?.[0].message).toBe('found.too-long');
	});

	it.each(['0:lunch', '8:lunch', '1:now', 'lunch', '1'])('is no time: %s', (text) => {
		expect(v.is(Times, [text])).toBe(false);
	});
});
