import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { VisitWish } from '$lib/domain/check-in';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { ask } from '../../../../tests/support/opened-envelopes';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { findAnswers } from '../answers/answers';
import { auditOf } from '../database/audit';
import { loadFeelings } from '../talk-requests/feelings-today';
import { sayHelloBack } from '../talk-requests/hello-back';
import { loadInbox } from '../talk-requests/inbox';
import { loadAnswerPage } from '../talk-requests/answer-page';
import { loadRequestPage } from '../talk-requests/request-page';
import { entriesToday } from './entries-today';
import { markEntry } from './mark-entry';

type Adult = keyof SmallSchool['adults'];
const NOW = MONDAY_MORNING + 60_000;
const SKIP: VisitWish = { kind: 'skip' };

onBothDatabases('an entry under another child’s name', (database) => {
	const at = runningSchool(database);
	const { about, viewer } = at;
	const checkedIn = async (wish: VisitWish, over = {}) => {
		const envelope = about.checkIn(wish, over);
		await about.record(envelope);
		return envelope.envelopeId;
	};
	const mark = (
		name: Adult,
		id: string,
		says: 'not-this-child' | 'this-child' = 'not-this-child'
	) => markEntry(at.running, viewer(name), id, says, NOW);
	const felt = async (name: Adult) =>
		(await loadFeelings(at.running, viewer(name), NOW)).flatMap(({ children }) =>
			children.map(({ name: of, feeling }) => `${of}: ${feeling}`)
		);
	const entries = async (name: Adult) =>
		(await entriesToday(at.running, viewer(name), NOW)).map((one) => [one.name, one.mistakenBy]);
	const forMe = async () =>
		(
			await findAnswers(
				at.running,
				{ schoolId: at.school.schoolId, pupilId: at.school.pupils.mali },
				NOW + 10
			)
		).waiting.map(({ kind }) => kind);

	it('leaves the child’s feelings, stays for leads with a mark, and comes back', async () => {
		await checkedIn(SKIP, { feeling: 'calm', at: MONDAY_MORNING - 60_000 });
		const id = await checkedIn(SKIP);
		expect(await felt('bowen')).toEqual(['Mali: worried']);
		expect(await mark('evans', id)).toBe('done');
		for (const name of ['evans', 'bowen', 'rees'] as const)
			expect(await felt(name)).toEqual(['Mali: calm']);
		expect(await entries('rees')).toEqual([
			['Mali', null],
			['Mali', 'Miss Evans']
		]);
		expect(await entries('evans')).toHaveLength(2);
		expect(await entries('bowen')).toEqual([['Mali', null]]);

		expect(await mark('bowen', id, 'this-child')).toBe('not-yours');
		expect(await mark('jones', id, 'this-child')).toBe('done');
		expect(await felt('bowen')).toEqual(['Mali: worried']);
		expect(await entries('bowen')).toHaveLength(2);
	});

	it('is marked once however often that is said, and every mark is in the audit', async () => {
		const id = await checkedIn(SKIP);
		await mark('evans', id);
		await mark('bowen', id);
		await mark('rees', id, 'this-child');
		const marks = await at.running.db
			.selectFrom('entry_mark')
			.select(['says', 'marked_by'])
			.where('entry_id', '=', id)
			.orderBy('position')
			.execute();
		expect(marks).toEqual([
			{ says: 'not-this-child', marked_by: at.school.adults.evans },
			{ says: 'this-child', marked_by: at.school.adults.rees }
		]);
		const audit = await auditOf(at.running.db, at.school.schoolId, 'entry-not-this-child');
		expect(audit.map(({ actor, subject }) => [actor, subject])).toEqual([
			[at.school.adults.evans, id]
		]);
	});

	it('is there for nobody who may not know of it', async () => {
		const { price, bowen } = at.school.adults;
		const hello = await checkedIn({ kind: 'hello', adultIds: [price] });
		const leftOut = await checkedIn(SKIP, { excludedAdultIds: [bowen] });
		expect(await entries('evans')).toHaveLength(1);
		for (const [name, id] of [
			['evans', hello],
			['bowen', leftOut],
			['office', leftOut],
			['head', leftOut],
			['rees', randomUUID()]
		] as const)
			expect([name, await mark(name, id)]).toEqual([name, 'not-found']);
		const other = await makeSmallSchool(at.running.db);
		const stranger = { ...viewer('rees'), schoolId: other.schoolId, staffId: other.adults.rees };
		expect(await markEntry(at.running, stranger, hello, 'not-this-child', NOW)).toBe('not-found');
	});

	it('takes its hello along, and the hello back', async () => {
		const { evans } = at.school.adults;
		const id = await checkedIn({ kind: 'hello', adultIds: [evans] });
		const hellos = async () =>
			(await loadInbox(at.running, viewer('evans'), 'mine', NOW)).hellos.map(({ name }) => name);
		await sayHelloBack(at.running, viewer('evans'), NOW);
		expect([await hellos(), await forMe()]).toEqual([['Mali'], ['hello-back']]);
		await mark('evans', id);
		expect([await hellos(), await forMe()]).toEqual([[], []]);
		await mark('evans', id, 'this-child');
		expect([await hellos(), await forMe()]).toEqual([['Mali'], ['hello-back']]);
	});

	it('takes its request out of For me, and the leads have it too', async () => {
		const { adults } = at.school;
		const id = await checkedIn(ask([adults.evans]));
		expect(await forMe()).toEqual(['asked']);
		await mark('evans', id);
		expect(await forMe()).toEqual([]);
		expect(await about.requestOf(id)).toMatchObject({
			state: 'new',
			isNotThisChild: true,
			holderIds: [adults.evans, ...[adults.rees, adults.jones].sort()]
		});
		expect(await about.noticesTo(adults.jones)).toHaveLength(1);

		const page = await loadRequestPage(at.running, viewer('evans'), id, NOW);
		expect(page?.item.child).toMatchObject({ kind: 'mistaken', name: null });
		expect(page?.entries).toMatchObject([{ id, isMistaken: true, mayUndo: true }]);
		expect(await loadAnswerPage(at.running, viewer('evans'), id, NOW)).toBeNull();
		const forLead = await loadRequestPage(at.running, viewer('rees'), id, NOW);
		expect(forLead?.item.child).toMatchObject({ kind: 'mistaken', name: 'Mali' });
		expect(forLead?.timeline.map(({ kind }) => kind)).toEqual(['asked', 'not-this-child']);

		await mark('rees', id, 'this-child');
		expect(await forMe()).toEqual(['asked']);
		expect((await loadRequestPage(at.running, viewer('evans'), id, NOW))?.item.child).toMatchObject(
			{
				kind: 'known',
				name: 'Mali'
			}
		);
	});

	it('is one of two that stood together, and the other one stays', async () => {
		const { evans } = at.school.adults;
		const own = await checkedIn(ask([evans]));
		const other = await checkedIn(ask([evans]), { at: MONDAY_MORNING - 60_000 });
		const page = await loadRequestPage(at.running, viewer('evans'), own, NOW);
		expect(page?.entries.map(({ id }) => id)).toEqual([other, own]);
		await mark('evans', other);
		expect(await forMe()).toEqual(['asked']);
		const inbox = await loadInbox(at.running, viewer('evans'), 'mine', NOW);
		expect(inbox.items.map(({ child }) => child.kind).sort()).toEqual(['known', 'mistaken']);
	});
});
