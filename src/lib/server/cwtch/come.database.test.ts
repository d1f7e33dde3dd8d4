import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ComeAnswer } from '$lib/domain/cwtch';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { MONDAY_MORNING, putCwtch, type SmallSchool } from '../../../../tests/support/small-school';
import { cwtchOf } from '../../../../tests/support/visit-messages';
import { findAnswers } from '../answers/answers';
import { kioskFeedSince } from '../database/kiosks';
import { loadAnswerPage } from '../talk-requests/answer-page';
import { answerCome, markSeen } from '../talk-requests/commands';
import { loadInbox } from '../talk-requests/inbox';
import { sayInCwtch } from './presence';

type Adult = keyof SmallSchool['adults'];
const NOW = MONDAY_MORNING;
const MINUTE_MS = 60_000;

onBothDatabases('"May I come to the Cwtch?"', (database) => {
	const at = runningSchool(database);
	let room: string;

	beforeEach(async () => {
		vi.spyOn(Date, 'now').mockReturnValue(NOW);
		room = await putCwtch(at.running.db, at.school);
	});
	afterEach(() => vi.restoreAllMocks());

	const { about, viewer } = at;
	const here = (name: Adult) =>
		sayInCwtch(at.running, viewer(name), { kioskId: room, minutes: 60 }, NOW);
	const ask = async (excluded: Adult[] = []) => {
		const { pupils, adults } = at.school;
		const said = { pupilId: pupils.mali, excludedAdultIds: excluded.map((name) => adults[name]) };
		const one = about.opened(cwtchOf('come', { at: NOW, ...said }));
		expect((await about.record(one)).outcome).toBe('recorded');
		return one.envelopeId;
	};
	async function holders(requestId: string): Promise<Adult[]> {
		const { holderIds = [] } = (await about.requestOf(requestId)) ?? {};
		const names = Object.entries(at.school.adults) as [Adult, string][];
		return names.flatMap(([name, id]) => (holderIds.includes(id) ? name : [])).sort();
	}
	const answer = (name: Adult, requestId: string, said: ComeAnswer) =>
		answerCome(at.running, viewer(name), requestId, said);
	const heard = async () =>
		(await kioskFeedSince(at.running.db, at.school.schoolId, at.school.kioskId, 0)).map(
			({ kind, detail_json }) => [kind, JSON.parse(detail_json)] as const
		);
	const forMe = async (now = NOW) =>
		(
			await findAnswers(
				at.running,
				{ schoolId: at.school.schoolId, pupilId: at.school.pupils.mali },
				now
			)
		).waiting;

	it('reaches whoever is in the Cwtch now, with a notice', async () => {
		await here('price');
		const id = await ask();
		expect(await holders(id)).toEqual(['price']);
		expect(await about.noticesTo(at.school.adults.price)).toMatchObject([{ urgent: 0 }]);
		expect(await about.noticesTo(at.school.adults.evans)).toEqual([]);
		const { items } = await loadInbox(at.running, viewer('price'), 'mine', NOW);
		expect(items).toMatchObject([{ kind: 'come', heading: 'now', child: { name: 'Mali' } }]);
	});

	it('reaches the class’s adults with nobody there, and whoever looks after the room', async () => {
		expect(await holders(await ask())).toEqual(['bowen', 'evans']);
		await sayInCwtch(
			at.running,
			viewer('price'),
			{ kioskId: room, minutes: 15 },
			NOW - 60 * MINUTE_MS
		);
		expect(await holders(await ask())).toEqual(['bowen', 'evans', 'price']);
	});

	it('never reaches whom the child left out, but somebody always', async () => {
		await here('price');
		expect(await holders(await ask(['price']))).toEqual(['bowen', 'evans']);
		const id = await ask(['price', 'bowen', 'evans']);
		expect(await holders(id)).toEqual(['jones', 'rees']);
		expect(await answer('price', id, 'now')).toEqual({ outcome: 'not-found' });
	});

	it.each([
		['now', 5],
		['soon', 10]
	] as const)(
		'is answered "%s" with one tap, on the tablet and in For me',
		async (said, minutes) => {
			const id = await ask();
			expect(await forMe()).toMatchObject([{ kind: 'asked', requestId: id, adultId: null }]);
			expect(await heard(), 'nothing before somebody said so').toEqual([]);
			expect(await answer('evans', id, said)).toMatchObject({ outcome: 'done' });
			expect(await heard()).toEqual([['come-answered', { requestId: id, said }]]);
			expect(await forMe()).toMatchObject([
				{ kind: 'meeting', come: true, slot: said, meetAt: NOW + minutes * MINUTE_MS }
			]);
			// The clock runs again if nobody notes that the child has come.
			expect((await about.requestOf(id))?.clockFrom).toBe(NOW + minutes * MINUTE_MS);
		}
	);

	it('is answered "not now": it is over, and the child reads so today', async () => {
		const id = await ask();
		await answer('evans', id, 'not-now');
		expect(await heard()).toEqual([['come-answered', { requestId: id, said: 'not-now' }]]);
		expect(await about.requestOf(id)).toMatchObject({ state: 'closed', outcome: 'not-now' });
		expect(await forMe()).toMatchObject([{ kind: 'not-now', adultId: at.school.adults.evans }]);
		expect(await forMe(NOW + 24 * 60 * MINUTE_MS)).toEqual([]);
		expect(await answer('bowen', id, 'now')).toMatchObject({ outcome: 'refused', reason: 'ended' });
	});

	it('is asked again after an answer, and waits for one of its own', async () => {
		const first = await ask();
		await answer('evans', first, 'now');
		const again = await ask();
		const { items } = await loadInbox(at.running, viewer('evans'), 'mine', NOW);
		expect(items.map(({ id, state }) => [id, state]).sort()).toEqual(
			[
				[first, 'arranged'],
				[again, 'new']
			].sort()
		);
		await answer('evans', again, 'soon');
		expect(await heard()).toContainEqual(['come-answered', { requestId: again, said: 'soon' }]);
	});

	it('tells the tablet nothing of being seen, and is answered in no other way', async () => {
		const id = await ask();
		await markSeen(at.running, viewer('evans'), id);
		expect(await heard()).toEqual([]);
		expect(await loadAnswerPage(at.running, viewer('evans'), id, NOW)).toBeNull();
		const talk = about.checkIn({ kind: 'ask', adultIds: [], how: 'chat', when: 'lunch' });
		await about.record(talk);
		expect(await answer('evans', talk.envelopeId, 'now')).toMatchObject({ outcome: 'refused' });
	});
});
