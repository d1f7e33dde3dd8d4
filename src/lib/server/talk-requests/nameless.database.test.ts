import { expect, it } from 'vitest';
import type { NamelessWish, Routing } from '$lib/domain/check-in';
import { handOnTargets } from '$lib/domain/hand-on';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { aboutSchool } from '../../../../tests/support/opened-envelopes';
import { runningOn } from '../../../../tests/support/running-on';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool,
	viewerIn
} from '../../../../tests/support/small-school';
import { loadPeople, peopleAround } from '../database/people-around';
import { markEntry } from '../entries/mark-entry';
import { loadAnswerPage } from './answer-page';
import { answer, AT_THE_KIOSK, handOn } from './commands';
import { excludedOf } from './follow-events';
import { loadInbox } from './inbox';
import { loadRequestPage } from './request-page';

type Adult = keyof SmallSchool['adults'];
type Nameless = Routing & { kind: 'nameless' };
const CHAT: NamelessWish = { kind: 'ask', how: 'chat', when: 'lunch' };
const NOW = MONDAY_MORNING + 60_000;

onBothDatabases('what a child asks without a name', (database) => {
	async function atSchool() {
		const running = await runningOn(database());
		const school = await makeSmallSchool(running.db);
		const about = aboutSchool(
			() => running.db,
			() => school
		);
		const said = async (wish: NamelessWish, over: Partial<Nameless> = {}) => {
			const envelope = about.opened({
				v: 1,
				kind: 'nameless',
				at: MONDAY_MORNING,
				classId: school.classId,
				feeling: 'worried',
				wish,
				excludedAdultIds: [],
				...over
			});
			expect(await about.record(envelope)).toMatchObject({ outcome: 'recorded' });
			return envelope.envelopeId;
		};
		const viewer = (name: Adult) => viewerIn(school, name);
		const leads = [school.adults.rees, school.adults.jones].sort();
		return { running, school, about, said, viewer, leads };
	}

	it('reaches the leads, who are told, and nobody else', async () => {
		const { running, school, about, said, viewer, leads } = await atSchool();
		const id = await said(CHAT);
		expect(await about.requestOf(id)).toMatchObject({
			pupilId: null,
			how: 'chat',
			when: 'lunch',
			feeling: 'worried',
			holderIds: leads
		});
		for (const name of ['rees', 'jones'] as const)
			expect(await about.noticesTo(school.adults[name])).toHaveLength(1);
		for (const name of ['evans', 'bowen', 'price', 'head', 'office'] as const) {
			expect(await about.noticesTo(school.adults[name])).toEqual([]);
			expect(await loadRequestPage(running, viewer(name), id, NOW)).toBeNull();
			expect((await loadInbox(running, viewer(name), 'mine', NOW)).items).toEqual([]);
		}
		const page = await loadRequestPage(running, viewer('rees'), id, NOW);
		expect(page).toMatchObject({
			item: {
				mine: true,
				child: { kind: 'nameless', name: null, picture: null, className: 'Dosbarth Enfys' }
			},
			entries: []
		});
	});

	it('leaves nothing under any child’s name', async () => {
		const { running, school, said } = await atSchool();
		await said(CHAT);
		for (const table of ['check_in', 'hello'] as const) {
			const rows = await running.db
				.selectFrom(table)
				.selectAll()
				.where('school_id', '=', school.schoolId)
				.execute();
			expect(rows).toEqual([]);
		}
	});

	it('is answered by coming to look, never with a time that nobody can read', async () => {
		const { running, said, viewer } = await atSchool();
		const id = await said(CHAT);
		const rees = viewer('rees');
		expect(await loadAnswerPage(running, rees, id, NOW)).toBeNull();
		const coming = { slot: 'now', placeId: AT_THE_KIOSK } as const;
		expect(await answer(running, rees, id, coming)).toMatchObject({ outcome: 'done' });
		expect(await markEntry(running, rees, id, 'not-this-child', NOW)).toBe('not-found');
	});

	it('stays with leads, by a person and by the clock', async () => {
		const { running, school, about, said, viewer } = await atSchool();
		const id = await said(CHAT);
		const page = await loadRequestPage(running, viewer('rees'), id, NOW);
		expect(page?.colleagues).toEqual([]);
		expect(
			await handOn(running, viewer('rees'), id, {
				staffId: school.adults.evans,
				note: null
			})
		).toEqual({ outcome: 'refused', reason: 'cannot-take' });
		const request = await about.requestOf(id);
		if (!request) throw new Error('It was not recorded.');
		const people = await loadPeople(running.db, school.schoolId, { pupilIds: [], kioskIds: [] });
		for (const step of [1, 2, 3])
			expect(
				handOnTargets(step, request, peopleAround(people, excludedOf(request), NOW)).kind
			).toBe('alarm');
	});

	it('never reaches a lead who was left out', async () => {
		const { running, school, about, said, viewer } = await atSchool();
		const id = await said(CHAT, { excludedAdultIds: [school.adults.rees] });
		expect((await about.requestOf(id))?.holderIds).toEqual([school.adults.jones]);
		expect(await loadRequestPage(running, viewer('rees'), id, NOW)).toBeNull();
	});

	it('may be a hello or words, and with Skip alone it is nothing', async () => {
		const { about, said, leads } = await atSchool();
		const hello = await said({ kind: 'hello' });
		expect(await about.requestOf(hello)).toMatchObject({ how: null, holderIds: leads });
		const words = await said({ kind: 'skip' }, { withWords: true });
		expect(await about.requestOf(words)).toMatchObject({ withWords: true, holderIds: leads });
		expect(await about.requestOf(await said({ kind: 'skip' }))).toBeNull();
	});

	it('is passed on without a class that the school does not have', async () => {
		const { running, said, viewer } = await atSchool();
		for (const classId of [null, crypto.randomUUID()]) {
			const id = await said(CHAT, { classId });
			const page = await loadRequestPage(running, viewer('jones'), id, NOW);
			expect(page?.item.child).toMatchObject({ kind: 'nameless', className: null });
		}
	});
});
