import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { CwtchSaying } from '$lib/domain/check-in';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { MONDAY_MORNING, putCwtch, type SmallSchool } from '../../../../tests/support/small-school';
import { cwtchOf } from '../../../../tests/support/visit-messages';
import { auditOf } from '../database/audit';
import type { OpenedEnvelope } from '../crossing/recorder';
import { loadAlarms } from '../talk-requests/alarms';
import { loadCwtchPage, roomsThatAsk } from './cwtch-page';
import { sayInCwtch, sayLeftCwtch } from './presence';
import { grownUpUntil } from './who-is-here';

type Adult = keyof SmallSchool['adults'];
const NOW = MONDAY_MORNING;
const MINUTE_MS = 60_000;

onBothDatabases('the Cwtch', (database) => {
	const at = runningSchool(database);
	let room: string;
	let otherRoom: string;

	beforeEach(async () => {
		room = await putCwtch(at.running.db, at.school, 'Cwtch 1');
		otherRoom = await putCwtch(at.running.db, at.school, 'Cwtch 2');
	});

	const { about, viewer } = at;
	const page = (name: Adult, now = NOW) => loadCwtchPage(at.running, viewer(name), now);
	const here = (name: Adult, minutes: 15 | 30 | 60 = 30, kioskId = room, now = NOW) =>
		sayInCwtch(at.running, viewer(name), { kioskId, minutes }, now);
	const until = (kioskId = room, now = NOW) =>
		grownUpUntil(at.running.db, { schoolId: at.school.schoolId, kioskId }, now);
	const says = async (
		what: Exclude<CwtchSaying, 'come'>,
		over: Parameters<typeof cwtchOf>[1] = {},
		receivedAt = NOW
	) => {
		const opened = about.opened(cwtchOf(what, { at: receivedAt, ...over }));
		const one: OpenedEnvelope = { ...opened, kioskId: room, receivedAt };
		return about.record(one);
	};
	const woken = async (recorded: ReturnType<typeof says>): Promise<Adult[]> => {
		const outcome = await recorded;
		if (outcome.outcome !== 'recorded') throw new Error(outcome.reason);
		const names = Object.entries(at.school.adults) as [Adult, string][];
		return names.flatMap(([name, id]) => (outcome.wake.includes(id) ? name : [])).sort();
	};
	const stayIn = async (name: Adult, now = NOW) =>
		(await page(name, now)).find(({ kioskId }) => kioskId === room)?.stay ?? null;

	it('has a grown-up in it as long as somebody has said so', async () => {
		expect(await until()).toBeNull();
		expect(await here('evans', 15)).toBe('saved');
		expect(await here('price', 60)).toBe('saved');
		expect(await until()).toBe(NOW + 60 * MINUTE_MS);
		expect(await until(otherRoom)).toBeNull();
		expect(await until(room, NOW + 60 * MINUTE_MS)).toBeNull();
		await sayLeftCwtch(at.running, viewer('price'), NOW + MINUTE_MS);
		expect(await until(room, NOW + MINUTE_MS)).toBe(NOW + 15 * MINUTE_MS);
		await sayLeftCwtch(at.running, viewer('evans'), NOW + MINUTE_MS);
		expect(await until(room, NOW + MINUTE_MS)).toBeNull();
		const said = await auditOf(at.running.db, at.school.schoolId, 'in-cwtch');
		expect(said.map(({ actor }) => actor)).toEqual([
			at.school.adults.evans,
			at.school.adults.price
		]);
	});

	it('has nobody in two rooms, and nobody who has left the school', async () => {
		await here('evans');
		await here('evans', 15, otherRoom, NOW + MINUTE_MS);
		expect(await until(room, NOW + MINUTE_MS)).toBeNull();
		expect(await until(otherRoom, NOW + MINUTE_MS)).toBe(NOW + 16 * MINUTE_MS);
		await at.running.db
			.updateTable('staff_member')
			.set({ left_at: NOW })
			.where('staff_id', '=', at.school.adults.evans)
			.execute();
		expect(await until(otherRoom, NOW + MINUTE_MS)).toBeNull();
	});

	it('is not where no tablet of a Cwtch is', async () => {
		expect(await here('evans', 30, at.school.kioskId)).toBe('no-room');
		expect(await here('evans', 30, randomUUID())).toBe('no-room');
		await at.running.db
			.updateTable('kiosk')
			.set({ revoked_at: NOW })
			.where('kiosk_id', '=', room)
			.execute();
		expect(await here('evans')).toBe('no-room');
		expect((await page('evans')).map(({ kioskId }) => kioskId)).toEqual([otherRoom]);
	});

	it('says to staff who is there', async () => {
		await here('evans');
		const [mine] = await page('evans');
		expect(mine).toMatchObject({ meUntil: { minutes: 10 * 60 }, others: [], stay: null });
		const [theirs] = await page('price');
		expect(theirs).toMatchObject({ meUntil: null, others: [{ name: 'Miss Evans' }] });
	});

	it('tells whoever is in the room of a stay and how it goes on', async () => {
		await here('price');
		expect(await woken(says('begun'))).toEqual(['price']);
		expect(await stayIn('price')).toMatchObject({ alone: false, said: null });
		const later = NOW + 5 * MINUTE_MS;
		expect(await woken(says('ready', {}, later))).toEqual(['price']);
		expect(await stayIn('price', later)).toMatchObject({ said: { word: 'ready' } });
		expect(roomsThatAsk(await page('price', later))).toEqual(['Cwtch 1']);
		// Gone by then.
		expect(await stayIn('price', later + 15 * MINUTE_MS)).toBeNull();
	});

	it('rings for "ready" and "talk first", and not for "a bit longer"', async () => {
		await here('price');
		await says('begun');
		await says('longer', {}, NOW + 1);
		expect(await about.noticesTo(at.school.adults.price)).toEqual([]);
		await says('talk', {}, NOW + 2);
		expect(await about.noticesTo(at.school.adults.price)).toHaveLength(1);
	});

	it('tells the class’s adults and whoever looks after the room where nobody is there', async () => {
		await here('price', 15, room, NOW - 60 * MINUTE_MS);
		expect(await woken(says('begun', { pupilId: at.school.pupils.mali }))).toEqual([
			'bowen',
			'evans',
			'jones',
			'price',
			'rees'
		]);
		expect(await stayIn('price')).toMatchObject({ alone: true });
		// Somebody has come.
		await here('price');
		expect(await stayIn('price')).toMatchObject({ alone: false });
	});

	it('tells nothing to whom the child or leads keep away', async () => {
		const { adults, pupils, schoolId: school_id } = at.school;
		await here('price');
		await here('bowen');
		await at.running.db
			.insertInto('standing_exclusion')
			.values({
				school_id,
				pupil_id: pupils.mali,
				staff_id: adults.rees,
				set_by: adults.jones,
				set_at: NOW
			})
			.execute();
		const said = { pupilId: pupils.mali, excludedAdultIds: [adults.bowen] };
		expect(await woken(says('begun', said))).toEqual(['price']);
		expect(await stayIn('price')).not.toBeNull();
		for (const name of ['bowen', 'rees', 'office'] as const) expect(await stayIn(name)).toBeNull();
	});

	it('is an alarm with nobody there: leads and whoever looks after the room are told, once', async () => {
		await here('price', 15, room, NOW - 60 * MINUTE_MS);
		const rang = async (name: Adult) =>
			(await about.noticesTo(at.school.adults[name])).map(({ urgent }) => urgent);
		const opened = about.opened(cwtchOf('begun', { at: NOW }));
		const one: OpenedEnvelope = { ...opened, kioskId: room, receivedAt: NOW };
		await about.record(one);
		await about.record(one);
		for (const name of ['rees', 'jones', 'price'] as const) expect(await rang(name)).toEqual([0]);
		for (const name of ['evans', 'head', 'office'] as const) expect(await rang(name)).toEqual([]);
		const alarms = await loadAlarms(at.running, viewer('rees'), NOW);
		expect(alarms).toMatchObject([{ kind: 'child-alone', kioskName: 'Cwtch 1', requestId: null }]);
		expect(roomsThatAsk(await page('price'))).toEqual(['Cwtch 1']);
	});

	it('is no alarm with somebody there', async () => {
		await here('price');
		await says('begun');
		expect(await loadAlarms(at.running, viewer('rees'), NOW)).toEqual([]);
	});

	it('is no alarm for a lead whom the child has left out', async () => {
		const { adults, pupils } = at.school;
		await says('begun', { pupilId: pupils.mali, excludedAdultIds: [adults.rees] });
		expect(await loadAlarms(at.running, viewer('rees'), NOW)).toEqual([]);
		expect(await about.noticesTo(adults.rees)).toEqual([]);
		expect(await loadAlarms(at.running, viewer('jones'), NOW)).toHaveLength(1);
	});

	it('is not news when it comes late', async () => {
		await here('price', 60, room, NOW - 40 * MINUTE_MS);
		await says('begun', { at: NOW - 35 * MINUTE_MS });
		expect(await woken(says('ready', { at: NOW - 31 * MINUTE_MS }))).toEqual([]);
		expect(await about.noticesTo(at.school.adults.price)).toEqual([]);
	});

	it('is an alarm to leads all the same when it comes late, but for whoever was there then or is now', async () => {
		const alarms = () => loadAlarms(at.running, viewer('rees'), NOW);
		await here('price', 15, room, NOW - 60 * MINUTE_MS);
		await says('begun', { at: NOW - 50 * MINUTE_MS });
		expect(await alarms()).toEqual([]);
		expect(await woken(says('begun', { at: NOW - 40 * MINUTE_MS }))).toEqual(['jones', 'rees']);
		expect(await alarms()).toHaveLength(1);
		// A tablet's clock that is slow must not alarm for nothing.
		await here('price');
		await says('begun', { at: NOW - 35 * MINUTE_MS });
		expect(await alarms()).toHaveLength(1);
	});

	it('keeps a word whose beginning has not come, and the same twice changes nothing', async () => {
		await here('price');
		await says('ready');
		expect(await stayIn('price')).toMatchObject({ said: { word: 'ready' } });
		expect(await woken(says('ready'))).toEqual([]);
	});

	it('puts a child that is not the school’s into quarantine', async () => {
		expect(await says('begun', { pupilId: randomUUID() })).toMatchObject({
			outcome: 'quarantine',
			reason: 'unknown-pupil'
		});
	});
});
