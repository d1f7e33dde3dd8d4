import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { VISIT_LASTS_MS } from '$lib/domain/calm-time';
import type { Routing, VisitWish } from '$lib/domain/check-in';
import { doneUpTo } from '../../../../tests/support/done-up-to';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { runningSchool } from '../../../../tests/support/running-school';
import { MONDAY_MORNING, type SmallSchool } from '../../../../tests/support/small-school';
import { calmOf, cwtchOf } from '../../../../tests/support/visit-messages';
import { findAnswers } from '../answers/answers';
import { startDueWork, type DueWorkLoop } from '../due-work';
import { markEntry } from '../entries/mark-entry';
import { loadAnswerPage } from '../talk-requests/answer-page';
import { close, helped, met, reflectToday } from '../talk-requests/commands';
import { loadInbox } from '../talk-requests/inbox';

type Adult = keyof SmallSchool['adults'];
type Calm = Extract<Routing, { kind: 'calm' }>;

const MINUTE_MS = 60_000;
const SKIP: VisitWish = { kind: 'skip' };

onBothDatabases('a feeling that was bigger after something calm', (database) => {
	const at = runningSchool(database);
	let loop: DueWorkLoop;
	let now: number;
	beforeEach(async () => {
		await database().db.deleteFrom('due_work').execute();
		now = MONDAY_MORNING;
		loop = startDueWork(at.running, () => now);
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await loop.stop();
	});

	const { about, viewer } = at;
	const bigger = async (over: Partial<Calm> = {}) => {
		const said = { at: now, after: 'bigger' as const, ...over };
		const one = { ...about.opened(calmOf(at.school.pupils.mali, said)), receivedAt: now };
		await about.record(one);
		return one.envelopeId;
	};
	const checkIn = async (wish: VisitWish, excludedAdultIds: string[] = []) => {
		const one = { ...about.checkIn(wish, { at: now, excludedAdultIds }), receivedAt: now };
		await about.record(one);
		return one.envelopeId;
	};
	/** Until nothing is due any more. */
	const passTo = async (moment: number) => {
		now = moment;
		await doneUpTo(at.running.db, loop, now);
	};
	const inbox = async (name: Adult, show: 'mine' | 'all' = 'mine') =>
		(await loadInbox(at.running, viewer(name), show, now)).items;
	async function holders(): Promise<Adult[]> {
		const holding: Adult[] = [];
		for (const name of ['evans', 'bowen', 'price', 'rees', 'jones', 'head'] as const) {
			if ((await inbox(name)).some(({ kind }) => kind === 'reflect')) holding.push(name);
		}
		return holding;
	}

	it('is told to the adults of the class once the visit must be over, and leads see it', async () => {
		const id = await bigger();
		await passTo(MONDAY_MORNING + VISIT_LASTS_MS - MINUTE_MS);
		expect(await about.requestOf(id)).toBeNull();
		expect(await about.noticesTo(at.school.adults.evans)).toEqual([]);
		await passTo(MONDAY_MORNING + VISIT_LASTS_MS + MINUTE_MS);
		expect(await holders()).toEqual(['evans', 'bowen']);
		expect(await about.noticesTo(at.school.adults.evans)).toMatchObject([{ urgent: 0 }]);
		expect(await inbox('rees', 'all')).toMatchObject([
			{ id, kind: 'reflect', child: { name: 'Mali' } }
		]);
		expect(await about.requestOf(id)).toMatchObject({
			feeling: 'worried',
			askedAt: MONDAY_MORNING,
			when: 'before-home'
		});
	});

	it('is told to the adult whom the visit chose, a minute after it, and not to whom it left out', async () => {
		const id = await bigger();
		now += 20_000;
		await checkIn({ kind: 'hello', adultIds: [at.school.adults.price] }, [at.school.adults.rees]);
		await passTo(MONDAY_MORNING + 2 * MINUTE_MS);
		expect(await holders()).toEqual(['price']);
		expect(await about.requestOf(id)).toMatchObject({
			excludedAdultIds: [at.school.adults.rees],
			chosenAdultIds: [at.school.adults.price]
		});
		expect(await inbox('rees', 'all')).toEqual([]);
		expect(await inbox('jones', 'all')).toHaveLength(1);
	});

	it('is told to leads where all adults of the class were left out', async () => {
		await bigger();
		now += 20_000;
		await checkIn(SKIP, [at.school.adults.evans, at.school.adults.bowen]);
		await passTo(MONDAY_MORNING + 2 * MINUTE_MS);
		expect(await holders()).toEqual(['rees', 'jones']);
	});

	it('is nothing where it was not bigger, nobody said who, or it was another child', async () => {
		await bigger({ after: 'same' });
		await bigger({ after: null, ended: 'stopped' });
		await bigger({ pupilId: null });
		await bigger({ pupilId: at.school.pupils.owain });
		now += 20_000;
		const wrong = about.checkIn(SKIP, { at: now, pupilId: at.school.pupils.owain });
		await about.record({ ...wrong, receivedAt: now });
		await markEntry(at.running, viewer('evans'), wrong.envelopeId, 'not-this-child', now);
		await passTo(MONDAY_MORNING + VISIT_LASTS_MS + MINUTE_MS);
		expect(await inbox('rees', 'all')).toEqual([]);
	});

	it('stands as one where there were two in a visit', async () => {
		await bigger();
		now += 10_000;
		await bigger({ activity: 'sand' });
		now += 10_000;
		await checkIn(SKIP);
		await passTo(MONDAY_MORNING + 3 * MINUTE_MS);
		const [item, ...others] = await inbox('evans');
		expect(others).toEqual([]);
		expect(item?.askedAgain).toHaveLength(2);
		expect(await helped(at.running, viewer('evans'), item?.id ?? '')).toMatchObject({
			outcome: 'done',
			request: { state: 'closed', outcome: 'talked' }
		});
		expect(await inbox('bowen')).toEqual([]);
	});

	it('goes on to another adult before home time, unless somebody says they will talk today', async () => {
		vi.spyOn(Date, 'now').mockImplementation(() => now);
		const id = await bigger();
		await checkIn(SKIP);
		await passTo(MONDAY_MORNING + MINUTE_MS);
		expect(await reflectToday(at.running, viewer('price'), id)).toEqual({ outcome: 'not-found' });
		expect(await reflectToday(at.running, viewer('evans'), id)).toMatchObject({ outcome: 'done' });
		await passTo(MONDAY_MORNING + 5 * 60 * MINUTE_MS);
		expect((await about.requestOf(id))?.stepsTaken).toBe(0);
		// Home time has passed, and nobody has said that they talked.
		await passTo(MONDAY_MORNING + 24 * 60 * MINUTE_MS);
		expect((await about.requestOf(id))?.stepsTaken).toBeGreaterThan(0);
		expect(await reflectToday(at.running, viewer('evans'), id)).toMatchObject({ outcome: 'done' });
		await passTo(Date.UTC(2026, 10, 17, 15, 30));
		expect(await reflectToday(at.running, viewer('evans'), id)).toEqual({
			outcome: 'refused',
			reason: 'home-time'
		});
		expect(await met(at.running, viewer('evans'), id)).toMatchObject({ outcome: 'done' });
		expect(await close(at.running, viewer('evans'), id, 'needs-more')).toMatchObject({
			request: { state: 'closed', outcome: 'needs-more' }
		});
	});

	it('shows nothing to the child, whatever becomes of it', async () => {
		vi.spyOn(Date, 'now').mockImplementation(() => now);
		const id = await bigger();
		await checkIn(SKIP);
		await passTo(MONDAY_MORNING + MINUTE_MS);
		const whose = { schoolId: at.school.schoolId, pupilId: at.school.pupils.mali };
		const forMe = async () => (await findAnswers(at.running, whose, now)).waiting;
		expect(await forMe()).toEqual([]);
		await reflectToday(at.running, viewer('evans'), id);
		expect(await forMe()).toEqual([]);
		await met(at.running, viewer('evans'), id);
		expect(await forMe()).toEqual([]);
		expect(await loadAnswerPage(at.running, viewer('evans'), id, now)).toBeNull();
		const kioskFeed = await at.running.db
			.selectFrom('kiosk_feed')
			.select('event_id')
			.where('school_id', '=', at.school.schoolId)
			.execute();
		expect(kioskFeed).toEqual([]);
	});

	const inCwtch = async (over: Partial<Parameters<typeof cwtchOf>[1]> = {}) => {
		const said = { at: now, pupilId: at.school.pupils.mali, ...over };
		const one = { ...about.opened(cwtchOf('begun', said)), receivedAt: now };
		await about.record(one);
		return one.envelopeId;
	};

	it('is talked about after time in the Cwtch too, where it is known whose it was', async () => {
		const { bowen } = at.school.adults;
		await inCwtch({ excludedAdultIds: [bowen] });
		await inCwtch({ pupilId: null });
		await passTo(MONDAY_MORNING + VISIT_LASTS_MS);
		expect(await inbox('evans')).toMatchObject([{ kind: 'reflect', need: 'cwtch-stay' }]);
		expect(await inbox('bowen')).toEqual([]);
	});

	it('is one talk where a feeling was bigger in the Cwtch', async () => {
		await inCwtch();
		await bigger();
		await passTo(MONDAY_MORNING + VISIT_LASTS_MS);
		expect(await inbox('evans')).toMatchObject([{ kind: 'reflect', need: null }]);
	});
});
