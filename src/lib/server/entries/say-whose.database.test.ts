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
import { entriesToday } from './entries-today';
import { markEntry } from './mark-entry';
import { nameableChildren, sayWhose } from './say-whose';

type Adult = keyof SmallSchool['adults'];
type Pupil = keyof SmallSchool['pupils'];
const NOW = MONDAY_MORNING + 60_000;
const SKIP: VisitWish = { kind: 'skip' };

onBothDatabases('whose an entry really was', (database) => {
	const at = runningSchool(database);
	const { about, viewer } = at;
	/** Under Mali's face, which it was not, as Miss Evans says. */
	const mistaken = async (wish: VisitWish = SKIP, over = {}) => {
		const envelope = about.checkIn(wish, over);
		await about.record(envelope);
		await markEntry(at.running, viewer('evans'), envelope.envelopeId, 'not-this-child', NOW);
		return envelope.envelopeId;
	};
	const say = (name: Adult, id: string, pupil: Pupil | null) =>
		sayWhose(at.running, viewer(name), id, pupil && at.school.pupils[pupil], NOW);
	const felt = async (name: Adult) =>
		(await loadFeelings(at.running, viewer(name), NOW)).flatMap(({ children }) =>
			children.map((one) => `${one.name}: ${one.feeling}${one.saidBy ? `, ${one.saidBy}` : ''}`)
		);
	const keepAway = (name: Adult, pupil: Pupil) =>
		at.running.db
			.insertInto('standing_exclusion')
			.values({
				school_id: at.school.schoolId,
				pupil_id: at.school.pupils[pupil],
				staff_id: at.school.adults[name],
				set_by: at.school.adults.jones,
				set_at: NOW
			})
			.execute();

	it('stands with that child apart from the child’s own, and is taken back', async () => {
		const id = await mistaken();
		await about.record(about.checkIn(SKIP, { pupilId: at.school.pupils.owain, feeling: 'calm' }));
		expect(await felt('bowen')).toEqual(['Owain: calm']);
		expect(await say('evans', id, 'owain')).toBe('done');
		expect(await say('evans', id, 'owain')).toBe('done');
		for (const name of ['evans', 'bowen', 'rees'] as const)
			expect(await felt(name)).toEqual(['Owain: calm', 'Owain: worried, Miss Evans']);
		const [, ofMali] = (await entriesToday(at.running, viewer('rees'), NOW)).sort((a, b) =>
			b.name.localeCompare(a.name)
		);
		expect(ofMali).toMatchObject({ mistakenBy: 'Miss Evans', whose: { name: 'Owain' } });

		expect(await say('evans', id, null)).toBe('done');
		expect(await felt('bowen')).toEqual(['Owain: calm']);
		await say('rees', id, 'owain');
		await markEntry(at.running, viewer('rees'), id, 'this-child', NOW);
		expect(await felt('bowen')).toEqual(['Mali: worried', 'Owain: calm']);
		const audit = await auditOf(at.running.db, at.school.schoolId, 'entry-was-of');
		expect(audit.map(({ actor }) => actor).sort()).toEqual(
			[at.school.adults.evans, at.school.adults.rees].sort()
		);
	});

	it('is seen by nobody who could not know of it before, nor by whoever is kept from either child', async () => {
		const { adults } = at.school;
		const toPrice = await mistaken({ kind: 'hello', adultIds: [adults.price] });
		expect(await say('evans', toPrice, 'owain')).toBe('not-found');
		await markEntry(at.running, viewer('rees'), toPrice, 'not-this-child', NOW);
		await say('rees', toPrice, 'owain');
		expect(await felt('bowen')).toEqual([]);
		expect(await felt('price')).toEqual(['Owain: worried, Mrs Rees']);
		await keepAway('price', 'owain');
		expect(await felt('price')).toEqual([]);
		await keepAway('rees', 'mali');
		expect(await felt('rees')).toEqual([]);
		expect(await felt('jones')).toEqual(['Owain: worried, Mrs Rees']);
		const named = async () =>
			(await entriesToday(at.running, viewer('jones'), NOW)).map(({ whose }) => whose?.name);
		expect(await named()).toEqual(['Owain']);
		await keepAway('jones', 'owain');
		expect(await named()).toEqual([undefined]);
	});

	it('leaves out whom the child had left out', async () => {
		const id = await mistaken(SKIP, { excludedAdultIds: [at.school.adults.bowen] });
		await say('evans', id, 'owain');
		expect(await felt('bowen')).toEqual([]);
		expect(await felt('jones')).toEqual(['Owain: worried, Miss Evans']);
	});

	it('does not tell who says it that they are kept from the child', async () => {
		const names = async () =>
			(await nameableChildren(at.running.db, viewer('evans'))).map(({ name }) => name);
		const before = await names();
		const id = await mistaken();
		await keepAway('evans', 'owain');
		expect(await names()).toEqual(before);
		expect(await say('evans', id, 'owain')).toBe('done');
		expect(await felt('evans')).toEqual(['Owain: worried, Miss Evans']);
	});

	it('is a child of one’s classes, or for leads of the school', async () => {
		const id = await mistaken();
		expect(await say('evans', id, 'mali')).toBe('not-found');
		expect(await say('evans', id, 'nobodysClass')).toBe('not-found');
		expect(await say('bowen', id, 'owain')).toBe('not-yours');
		expect(await say('price', id, null)).toBe('not-found');
		const other = await makeSmallSchool(at.running.db);
		const stranger = other.pupils.mali;
		expect(await sayWhose(at.running, viewer('rees'), id, stranger, NOW)).toBe('not-found');
		expect(await say('rees', id, 'nobodysClass')).toBe('done');
		expect(await felt('evans')).toEqual([]);
		expect(await felt('rees')).toEqual(['Gwen: worried, Mrs Rees']);
	});

	it('is not said of an entry that is whose it came in as, and changes nothing of a request', async () => {
		const envelope = about.checkIn(ask([at.school.adults.evans]));
		await about.record(envelope);
		const id = envelope.envelopeId;
		expect(await say('evans', id, 'owain')).toBe('not-found');
		await markEntry(at.running, viewer('evans'), id, 'not-this-child', NOW);
		const before = await about.requestOf(id);
		expect(await say('evans', id, 'owain')).toBe('done');
		expect(await about.requestOf(id)).toEqual(before);
		const forOwain = { schoolId: at.school.schoolId, pupilId: at.school.pupils.owain };
		expect((await findAnswers(at.running, forOwain, NOW + 10)).waiting).toEqual([]);
	});
});
