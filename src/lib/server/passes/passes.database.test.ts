import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { PicturesAnswer } from '$lib/crossing/answers';
import { MOST_WRONG_NUMBERS, PASS_ASK_LASTS_MS, PASS_LASTS_MS } from '$lib/domain/passes';
import { atKiosk, kioskOf, rowOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { openedFrom, record } from '../../../../tests/support/opened-envelopes';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { checkInOf } from '../../../../tests/support/visit-messages';
import { auditOf } from '../database/audit';
import { kioskFeedSince } from '../database/kiosks';
import { answerPictures } from '../secret-pictures/answer-pictures';
import { pupilOfToken } from '../secret-pictures/answer-token';
import { loadPassPage } from './pass-page';
import { approvePass, declinePass } from './passes';

const PATH = '/crossing/v1/secret-pictures';
type Adult = keyof SmallSchool['adults'];

onBothDatabases('passes', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 16, 9, 30) });
		school = await makeSmallSchool(database().db);
	});
	afterEach(() => vi.useRealTimers());

	async function here(classId?: string) {
		const { running, kiosk } = await atKiosk(database(), school, classId);
		const { schoolId, adults } = school;
		const send = async (body: unknown, from: PairedKiosk = kiosk) => {
			const answer = await answerPictures(running, await from.request('POST', PATH, { body }));
			expect(answer.status).toBe(200);
			return v.parse(PicturesAnswer, await answer.json());
		};
		const ask = async (pupilId: string, passWithout: string[] = []) => {
			const answer = await send({ pupilId, passWithout });
			if (answer.outcome !== 'asked') throw new Error(`Not asked but ${answer.outcome}`);
			return answer;
		};
		const viewer = (name: Adult, role: 'adult' | 'lead' | 'office' | 'head' = 'adult') => ({
			schoolId,
			staffId: adults[name],
			role
		});
		const seen = async (name: Adult, role?: 'adult' | 'lead' | 'office' | 'head') =>
			loadPassPage(running, viewer(name, role), Date.now());
		const approve = (name: Adult, said: { passId: string; number: string }) =>
			approvePass(running, viewer(name), said, Date.now());
		const decline = (name: Adult, { passId }: { passId: string }) =>
			declinePass(running, viewer(name), passId, Date.now());
		const told = async () => {
			const feed = await kioskFeedSince(running.db, schoolId, kiosk.kioskId, 0);
			return feed.map(({ kind, detail_json }) => [kind, JSON.parse(detail_json)]);
		};
		return { running, kiosk, send, ask, seen, approve, decline, told };
	}
	const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

	it('open For me once, after a grown-up beside the tablet has typed its number', async () => {
		const { running, kiosk, send, ask, approve, told } = await here();
		const { mali } = school.pupils;
		const { passId, number } = await ask(mali);
		expect(number).toMatch(/^\d\d$/);
		expect(await send({ pupilId: mali, passId })).toEqual({ outcome: 'wrong' });
		expect(await approve('evans', { passId, number: ` ${number} ` })).toBe('approved');
		expect(await told()).toEqual([['pass-approved', { passId }]]);
		const opened = await send({ pupilId: mali, passId });
		if (opened.outcome !== 'right') throw new Error(`Not right but ${opened.outcome}`);
		const row = await rowOf(running, kiosk);
		expect(await pupilOfToken(running, row, opened.token, Date.now())).toBe(mali);
		expect(await send({ pupilId: mali, passId })).toEqual({ outcome: 'wrong' });
		const audit = await auditOf(running.db, school.schoolId, 'pass-approved');
		expect(audit.map(({ actor, subject }) => [actor, subject])).toEqual([
			[school.adults.evans, mali]
		]);
	});

	it('are for that tablet and that child, and for a minute', async () => {
		const { running, send, ask, approve } = await here();
		const { mali, owain } = school.pupils;
		const elsewhere = await kioskOf(running, school);
		const pass = await ask(mali);
		await approve('bowen', pass);
		const { passId } = pass;
		expect(await send({ pupilId: owain, passId })).toEqual({ outcome: 'wrong' });
		expect(await send({ pupilId: mali, passId }, elsewhere)).toEqual({ outcome: 'wrong' });
		later(PASS_LASTS_MS);
		expect(await send({ pupilId: mali, passId })).toEqual({ outcome: 'wrong' });
		const second = await ask(mali);
		later(PASS_ASK_LASTS_MS - 1);
		expect(await approve('bowen', second)).toBe('approved');
		const third = await ask(mali);
		later(PASS_ASK_LASTS_MS);
		expect(await approve('bowen', third)).toBe('gone');
	});

	it('are opened by one grown-up only, and not with a wrong number', async () => {
		const { ask, approve, seen, told } = await here();
		const pass = await ask(school.pupils.mali);
		const number = pass.number === '10' ? '11' : '10';
		for (let tries = 1; tries < MOST_WRONG_NUMBERS; tries += 1)
			expect(await approve('evans', { ...pass, number })).toBe('wrong-number');
		expect((await seen('evans')).asked).toHaveLength(1);
		expect(await approve('evans', { ...pass, number })).toBe('gone');
		expect(await approve('evans', pass)).toBe('gone');
		expect(await told()).toEqual([['pass-declined', { passId: pass.passId }]]);
		const again = await ask(school.pupils.mali);
		expect(await approve('evans', again)).toBe('approved');
		expect(await approve('rees', again)).toBe('gone');
	});

	it('stay closed when a grown-up declines, and the tablet hears that alone', async () => {
		const { running, send, ask, seen, approve, decline, told } = await here();
		const { mali } = school.pupils;
		const pass = await ask(mali);
		expect(await decline('price', pass)).toBe('gone');
		expect(await told()).toEqual([]);
		expect(await decline('evans', pass)).toBe('declined');
		expect(await told()).toEqual([['pass-declined', { passId: pass.passId }]]);
		expect((await seen('bowen')).asked).toEqual([]);
		expect(await approve('bowen', pass)).toBe('gone');
		expect(await decline('bowen', pass)).toBe('gone');
		expect(await send({ pupilId: mali, passId: pass.passId })).toEqual({ outcome: 'wrong' });
		expect((await seen('jones', 'lead')).opened).toEqual([]);
		const audit = await auditOf(running.db, school.schoolId, 'pass-declined');
		expect(audit.map(({ actor, subject }) => [actor, subject])).toEqual([
			[school.adults.evans, mali]
		]);
		expect(await approve('evans', await ask(mali))).toBe('approved');
	});

	it('that are open stay open', async () => {
		const { send, ask, approve, decline } = await here();
		const { mali } = school.pupils;
		const pass = await ask(mali);
		await approve('evans', pass);
		expect(await decline('bowen', pass)).toBe('gone');
		expect(await send({ pupilId: mali, passId: pass.passId })).toMatchObject({ outcome: 'right' });
	});

	it('are shown to the adults of the class and to leads, and to nobody else', async () => {
		const { ask, seen, approve } = await here();
		const pass = await ask(school.pupils.mali);
		for (const [name, role, isThere] of [
			['evans', 'adult', true],
			['bowen', 'adult', true],
			['rees', 'lead', true],
			['price', 'adult', false],
			['office', 'office', false],
			['head', 'head', false]
		] as const) {
			const { asked } = await seen(name, role);
			expect([name, asked.length]).toEqual([name, isThere ? 1 : 0]);
		}
		expect(await approve('price', pass)).toBe('gone');
		expect((await seen('evans')).asked[0]).toMatchObject({
			kioskName: 'Tablet',
			child: { name: 'Mali', className: 'Dosbarth Enfys', picture: 'owl' }
		});
		expect(JSON.stringify(await seen('evans'))).not.toContain(`"${pass.number}"`);
	});

	it('go to the leads for a child without a class', async () => {
		const { ask, seen, approve } = await here();
		const pass = await ask(school.pupils.nobodysClass);
		expect((await seen('evans')).asked).toEqual([]);
		expect((await seen('jones', 'lead')).asked).toHaveLength(1);
		expect(await approve('jones', pass)).toBe('approved');
	});

	it('are never seen or opened by an adult who is kept from the child, or whom the child left out', async () => {
		const { running, ask, seen, approve, decline } = await here();
		const { schoolId, adults, pupils } = school;
		await running.db
			.insertInto('standing_exclusion')
			.values({
				school_id: schoolId,
				pupil_id: pupils.mali,
				staff_id: adults.evans,
				set_by: adults.jones,
				set_at: Date.now()
			})
			.execute();
		const pass = await ask(pupils.mali, [adults.rees]);
		expect((await seen('evans')).asked).toEqual([]);
		expect((await seen('rees', 'lead')).asked).toEqual([]);
		expect(await approve('evans', pass)).toBe('gone');
		expect(await decline('evans', pass)).toBe('gone');
		expect(await approve('rees', pass)).toBe('gone');
		expect(await approve('bowen', pass)).toBe('approved');
		expect((await seen('jones', 'lead')).opened).toMatchObject([{ by: 'Mr Bowen' }]);
		expect((await seen('rees', 'lead')).opened).toEqual([]);
		expect((await seen('bowen')).opened).toEqual([]);
	});

	it('are not opened by whom the child left out of an ask that For me still tells of', async () => {
		const { running, kiosk, ask, seen, approve } = await here();
		const { adults, pupils } = school;
		const asked = checkInOf(pupils.mali, {
			wish: { kind: 'ask', adultIds: [adults.evans], how: 'chat', when: 'lunch' },
			excludedAdultIds: [adults.bowen]
		});
		await record(running.db, openedFrom(school, asked, { kioskId: kiosk.kioskId }));
		const pass = await ask(pupils.mali);
		expect((await seen('bowen')).asked).toEqual([]);
		expect(await approve('bowen', pass)).toBe('gone');
		expect(await approve('evans', pass)).toBe('approved');
	});

	it('of the tablet’s earlier child are taken back, and other classes’ children get none', async () => {
		const { ask, send, approve } = await here(school.classId);
		const { mali, owain, nobodysClass } = school.pupils;
		const first = await ask(mali);
		const second = await ask(owain);
		expect(await approve('evans', first)).toBe('gone');
		expect(await approve('evans', second)).toBe('approved');
		expect(await send({ pupilId: nobodysClass, passWithout: [] })).toEqual({ outcome: 'none' });
	});
});
