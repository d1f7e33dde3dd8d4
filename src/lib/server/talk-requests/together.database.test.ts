import { beforeEach, expect, it } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import type { StaffRole } from '$lib/domain/school';
import { replay } from '$lib/domain/talk-request';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { openedFrom, record } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	type SmallSchool,
	viewerIn
} from '../../../../tests/support/small-school';
import { asked, putTalkRequest, type Asked } from '../../../../tests/support/talk-requests';
import { eventsOf } from '../database/talk-requests';
import type { RunningServer } from '../running';
import { answer, close, handOn, helped, markSeen, met } from './commands';
import { loadInbox } from './inbox';
import { loadRequestPage } from './request-page';

const MINUTE_MS = 60_000;

onBothDatabases('a child who asks twice', (database) => {
	let school: SmallSchool;
	let running: RunningServer;
	let now: number;
	let first: string;
	let second: string;

	const as = (name: keyof SmallSchool['adults']) => viewerIn(school, name);
	const ask = (minutesAgo: number, over: Partial<Asked> = {}) =>
		putTalkRequest(running.db, school, asked(school, now - minutesAgo * MINUTE_MS, over));
	const need = (minutesAgo: number, id: string) => {
		const { evans, bowen } = school.adults;
		return ask(minutesAgo, {
			talk: 'need',
			need: id,
			how: null,
			when: 'now',
			chosenAdultIds: [],
			givenToIds: [evans, bowen]
		});
	};
	const states = async (...ids: string[]) => {
		const events = await eventsOf(running.db, school.schoolId, ids);
		return ids.map((id) => replay(events.get(id) ?? []).state);
	};
	const inboxOf = async (name: keyof SmallSchool['adults'], role: StaffRole = 'adult') =>
		(await loadInbox(running, as(name), role === 'lead' ? 'all' : 'mine', Date.now())).items;
	const send = (routing: Routing) => record(running.db, openedFrom(school, routing));

	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		running = await runningOn(database(), { SCHOOL_ALWAYS_OPEN: '1' });
		now = Date.now();
		first = await ask(20);
		second = await ask(5, { how: 'walk', when: 'now' });
	});

	it('stands in the inbox once, with both times and what else was asked for', async () => {
		const items = await inboxOf('evans');
		expect(items).toHaveLength(1);
		expect(items[0]?.askedAgain).toHaveLength(2);
		expect(items[0]?.alsoAsked).toHaveLength(1);
		const page = await loadRequestPage(running, as('evans'), first, Date.now());
		expect(page?.item.askedAgain).toEqual(items[0]?.askedAgain);
		expect(page?.timeline.map(({ kind }) => kind)).toEqual(['asked', 'asked']);
	});

	it('is answered, met and closed at once', async () => {
		await markSeen(running, as('evans'), second);
		expect(await states(first, second)).toEqual(['seen', 'seen']);
		await answer(running, as('evans'), second, { slot: 'now', placeId: 'library' });
		expect(await states(first, second)).toEqual(['arranged', 'arranged']);
		await met(running, as('evans'), first);
		expect(await states(first, second)).toEqual(['met', 'met']);
		expect(await inboxOf('evans')).toHaveLength(1);
		const page = await loadRequestPage(running, as('evans'), first, Date.now());
		expect(page?.timeline.map(({ kind }) => kind)).toEqual([
			'asked',
			'asked',
			'seen',
			'answered',
			'met'
		]);
		await close(running, as('evans'), first, 'talked');
		expect(await states(first, second)).toEqual(['closed', 'closed']);
		expect(await inboxOf('evans')).toEqual([]);
	});

	it('is handed on at once, but never the one of which that colleague was left out', async () => {
		const { price } = school.adults;
		const third = await ask(1, { excludedAdultIds: [price] });
		await handOn(running, as('evans'), first, { staffId: price, note: null });
		const items = await inboxOf('price');
		expect(items).toHaveLength(1);
		expect(items[0]?.askedAgain).toHaveLength(2);
		const page = await loadRequestPage(running, as('price'), second, Date.now());
		expect(page?.timeline.filter(({ kind }) => kind === 'asked')).toHaveLength(2);
		expect(await loadRequestPage(running, as('price'), third, Date.now())).toBeNull();
		await answer(running, as('price'), first, { slot: 'now', placeId: 'library' });
		expect(await states(first, second, third)).toEqual(['arranged', 'arranged', 'new']);
	});

	it('takes both back, but not what is asked for after that', async () => {
		const later = await ask(0);
		const takeBack: Routing = {
			v: 1,
			kind: 'take-back',
			at: now - 2 * MINUTE_MS,
			pupilId: school.pupils.mali,
			requestId: first
		};
		const sent = await send(takeBack);
		expect(sent).toMatchObject({ outcome: 'recorded' });
		expect(await states(first, second, later)).toEqual(['taken-back', 'taken-back', 'new']);
		// Sent again after the receipt was lost, it changes nothing.
		await send(takeBack);
		expect(await states(later)).toEqual(['new']);
		// Nobody had opened it: for them it was never there. Leads can follow it up.
		expect((await inboxOf('evans')).map(({ id }) => id)).toEqual([later]);
		const forLead = await inboxOf('rees', 'lead');
		expect(forLead.map(({ state, askedAgain }) => [state, askedAgain.length])).toEqual([
			['new', 0],
			['taken-back', 2]
		]);
	});

	it('for the same need is helped once, and another need is another line', async () => {
		const ids = [await need(4, 'toilet'), await need(1, 'toilet'), await need(2, 'hungry')];
		const needs = (await inboxOf('bowen')).map((item) => [item.need, item.askedAgain.length]);
		expect(needs).toEqual([
			['toilet', 2],
			['hungry', 0]
		]);
		expect(await helped(running, as('price'), ids[0] ?? '')).toEqual({ outcome: 'not-found' });
		expect((await helped(running, as('bowen'), ids[0] ?? '')).outcome).toBe('done');
		expect(await states(...ids)).toEqual(['closed', 'closed', 'new']);
		const open = await running.db
			.selectFrom('due_work')
			.select('work_id')
			.where('work_id', 'in', ids.slice(0, 2))
			.where('done_at', 'is', null)
			.execute();
		expect(open).toEqual([]);
		expect((await inboxOf('evans')).map((item) => item.need)).toEqual([null, 'hungry']);
	});

	it('for a talk is never done with one tap', async () => {
		expect(await helped(running, as('evans'), first)).toEqual({
			outcome: 'refused',
			reason: 'not-a-need'
		});
	});
});
