import { beforeEach, expect, it } from 'vitest';
import { ROOM_ADULTS_MS, STAYS_KEPT_MS } from '$lib/domain/cwtch';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { MONDAY_MORNING, putCwtch } from '../../../../tests/support/small-school';
import { cwtchOf } from '../../../../tests/support/visit-messages';
import { presencesSince, staysSince } from '../database/cwtch';
import { loadAlarms, lookAtAlarm } from '../talk-requests/alarms';
import { sayInCwtch } from './presence';
import { tidyCwtch } from './tidy-cwtch';

const NOW = MONDAY_MORNING;

onBothDatabases('of a Cwtch', (database) => {
	const at = runningSchool(database);
	let room: string;
	beforeEach(async () => {
		room = await putCwtch(at.running.db, at.school);
	});

	const here = (name: 'evans' | 'price', now: number) =>
		sayInCwtch(at.running, at.viewer(name), { kioskId: room, minutes: 15 }, now);
	const begins = async (now: number) => {
		const opened = at.about.opened(cwtchOf('begun', { at: now }));
		await at.about.record({ ...opened, kioskId: room, receivedAt: now });
		return opened.envelopeId;
	};
	const tidy = (now: number) => tidyCwtch(at.running.db, at.school.schoolId, now);
	const said = async () =>
		(await presencesSince(at.running.db, at.school.schoolId, 0)).map(({ saidAt }) => saidAt);
	const stayIds = async () =>
		(await staysSince(at.running.db, at.school.schoolId, 0)).map(({ stay_id }) => stay_id);

	it('nothing says who was there once they no longer look after the room', async () => {
		await here('evans', NOW - 1);
		await here('price', NOW);
		await tidy(NOW + ROOM_ADULTS_MS - 1);
		expect(await said()).toEqual([NOW - 1, NOW]);
		await tidy(NOW + ROOM_ADULTS_MS);
		expect(await said()).toEqual([NOW]);
	});

	it('a stay is forgotten after the weeks that leads look back', async () => {
		await here('evans', NOW - 1);
		await begins(NOW - 1);
		const later = await begins(NOW);
		await tidy(NOW + STAYS_KEPT_MS - 1);
		expect(await stayIds()).toHaveLength(2);
		await tidy(NOW + STAYS_KEPT_MS);
		expect(await stayIds()).toEqual([later]);
	});

	it('a stay is kept while a lead may have to look at the alarm about it', async () => {
		const later = NOW + 2 * STAYS_KEPT_MS;
		const alone = await begins(NOW);
		await tidy(later);
		expect(await stayIds()).toEqual([alone]);
		const [alarm] = await loadAlarms(at.running, at.viewer('rees'), later);
		await lookAtAlarm(at.running, at.viewer('rees'), alarm?.id ?? '', later);
		await tidy(later);
		expect(await stayIds()).toEqual([]);
	});

	it('nothing of another school is touched', async () => {
		await here('evans', NOW);
		await begins(NOW);
		await tidyCwtch(at.running.db, 'another', NOW + 2 * STAYS_KEPT_MS);
		expect([...(await said()), ...(await stayIds())]).toHaveLength(2);
	});
});
