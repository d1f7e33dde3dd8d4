import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CwtchSaying } from '$lib/domain/check-in';
import type { HereMinutes } from '$lib/domain/cwtch';
import { doneUpTo } from '../../../../tests/support/done-up-to';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { MONDAY_MORNING, putCwtch, type SmallSchool } from '../../../../tests/support/small-school';
import { cwtchOf } from '../../../../tests/support/visit-messages';
import { startDueWork, type DueWorkLoop } from '../due-work';
import { loadAlarms } from '../talk-requests/alarms';
import { loadCwtchPage, roomsThatAsk } from './cwtch-page';
import { sayInCwtch, sayLeftCwtch } from './presence';

type Adult = keyof SmallSchool['adults'];
const NOW = MONDAY_MORNING;
const MINUTE_MS = 60_000;

onBothDatabases('a child whom the adult in the Cwtch leaves there', (database) => {
	const at = runningSchool(database);
	let room: string;
	let otherRoom: string;
	let loop: DueWorkLoop;
	let now: number;
	beforeEach(async () => {
		await database().db.deleteFrom('due_work').execute();
		room = await putCwtch(at.running.db, at.school, 'Cwtch 1');
		otherRoom = await putCwtch(at.running.db, at.school, 'Cwtch 2');
		now = NOW;
		loop = startDueWork(at.running, () => now);
	});
	afterEach(() => loop.stop());

	/** Until nothing is due any more. */
	const passTo = async (moment: number) => {
		now = moment;
		await doneUpTo(at.running.db, loop, now);
	};
	const here = (name: Adult, minutes: HereMinutes = 60, kioskId = room) =>
		sayInCwtch(at.running, at.viewer(name), { kioskId, minutes }, now);
	const leaves = (name: Adult) => sayLeftCwtch(at.running, at.viewer(name), now);
	const says = async (
		what: Exclude<CwtchSaying, 'come'>,
		over: Parameters<typeof cwtchOf>[1] = {}
	) => {
		const opened = at.about.opened(cwtchOf(what, { at: now, ...over }));
		return at.about.record({ ...opened, kioskId: room, receivedAt: now });
	};
	const alarmsOf = async (name: Adult) =>
		(await loadAlarms(at.running, at.viewer(name), now)).map(({ kind, kioskName }) => [
			kind,
			kioskName
		]);
	const notices = async () => {
		const told: string[] = [];
		for (const [name, id] of Object.entries(at.school.adults))
			for (const { urgent } of await at.about.noticesTo(id)) told.push(`${name} ${urgent}`);
		return told.sort();
	};
	const asks = async (name: Adult = 'price') =>
		roomsThatAsk(await loadCwtchPage(at.running, at.viewer(name), now));

	it('is told at once when they say that they leave: to leads, and to whoever looks after the room', async () => {
		await here('price');
		await says('begun', { length: 'long' });
		await passTo(NOW + 2 * MINUTE_MS);
		expect(await alarmsOf('rees')).toEqual([]);
		await leaves('price');
		await passTo(now);
		expect(await alarmsOf('rees')).toEqual([['child-alone', 'Cwtch 1']]);
		// Not urgent, as of a child who came alone.
		expect(await notices()).toEqual(['jones 0', 'price 0', 'rees 0']);
		expect(await asks()).toEqual(['Cwtch 1']);
	});

	it('is told when the time runs out that they have said', async () => {
		await here('price', 15);
		await passTo(NOW + 10 * MINUTE_MS);
		await says('begun', { length: 'short' });
		await passTo(NOW + 15 * MINUTE_MS - 1);
		expect(await alarmsOf('rees')).toEqual([]);
		await passTo(NOW + 15 * MINUTE_MS);
		expect(await alarmsOf('rees')).toEqual([['child-alone', 'Cwtch 1']]);
	});

	it('is told when they go on to another room', async () => {
		await here('price');
		await says('begun');
		await here('price', 60, otherRoom);
		await passTo(now);
		expect(await alarmsOf('rees')).toHaveLength(1);
		expect(await asks()).toEqual(['Cwtch 1']);
	});

	it('is told once, whoever comes and goes afterwards', async () => {
		await here('price');
		await says('begun', { length: 'long' });
		await leaves('price');
		await passTo(now);
		await here('evans', 15);
		expect(await asks()).toEqual([]);
		await passTo(NOW + 5 * MINUTE_MS);
		await leaves('evans');
		await says('longer');
		await passTo(NOW + 6 * MINUTE_MS);
		expect(await alarmsOf('rees')).toHaveLength(1);
		expect((await notices()).filter((one) => one.startsWith('rees'))).toHaveLength(1);
		expect(await asks(), 'the page goes on saying so').toEqual(['Cwtch 1']);
	});

	it('is not alone while somebody else is there, or stays longer than first said', async () => {
		await here('price', 15);
		await passTo(NOW + 10 * MINUTE_MS);
		await says('begun', { length: 'long' });
		await here('price', 15);
		await passTo(NOW + 20 * MINUTE_MS);
		await here('evans', 15);
		await leaves('price');
		await passTo(NOW + 29 * MINUTE_MS);
		expect(await alarmsOf('rees')).toEqual([]);
	});

	it('is not alone any more once the child has said to be ready', async () => {
		await here('price');
		await says('begun', { length: 'long' });
		await passTo(NOW + MINUTE_MS);
		await says('ready');
		await leaves('price');
		await passTo(NOW + 2 * MINUTE_MS);
		expect(await alarmsOf('rees')).toEqual([]);
	});

	it('is taken to have gone a little after the candle, and to be there as long as they wait to talk', async () => {
		await here('price');
		await says('begun', { length: 'short' });
		await passTo(NOW + 10 * MINUTE_MS);
		await leaves('price');
		await passTo(now);
		expect(await alarmsOf('rees')).toEqual([]);
		await here('price');
		await says('talk');
		await passTo(NOW + 12 * MINUTE_MS);
		await leaves('price');
		await passTo(now);
		expect(await alarmsOf('rees')).toHaveLength(1);
	});

	it('is not the child who was there before the next one began', async () => {
		await here('price');
		await says('begun', { length: 'long' });
		await passTo(NOW + MINUTE_MS);
		await says('begun', { length: 'short' });
		await leaves('price');
		await passTo(now);
		expect(await alarmsOf('rees')).toHaveLength(1);
	});

	it('is told to nobody whom the child has left out', async () => {
		const { pupils, adults } = at.school;
		await here('price');
		await says('begun', {
			pupilId: pupils.mali,
			excludedAdultIds: [adults.rees, adults.bowen],
			length: 'long'
		});
		await leaves('price');
		await passTo(now);
		expect(await notices()).toEqual(['evans 0', 'jones 0', 'price 0']);
		expect(await alarmsOf('rees')).toEqual([]);
		expect(await alarmsOf('jones')).toHaveLength(1);
	});
});
