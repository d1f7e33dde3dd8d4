import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { PicturesAnswer } from '$lib/crossing/answers';
import { secretPictureIds, twelvePicturesOf } from '$lib/content/secret-pictures';
import { MISSES_FORGOTTEN_AFTER_MS } from '$lib/domain/secret-pictures';
import { atKiosk, rowOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import type { RunningServer } from '../running';
import { answerPictures } from './answer-pictures';
import { ANSWER_TOKEN_LIFETIME_MS, pupilOfToken } from './answer-token';
import { issuePictures } from './secret-pictures';

const PATH = '/crossing/v1/secret-pictures';

onBothDatabases('special pictures', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	afterEach(() => vi.useRealTimers());

	const here = (classId?: string) => atKiosk(database(), school, classId);
	async function issue(running: RunningServer, pupilId: string, of = school): Promise<string[]> {
		const { schoolId, adults } = of;
		const given = await issuePictures(running, { schoolId, pupilIds: [pupilId], by: adults.rees });
		expect(given.map((one) => one.pupilId)).toEqual([pupilId]);
		return given.flatMap(({ pictures }) => pictures);
	}
	const sent = async (running: RunningServer, kiosk: PairedKiosk, body: unknown) =>
		answerPictures(running, await kiosk.request('POST', PATH, { body }));
	async function tried(
		running: RunningServer,
		kiosk: PairedKiosk,
		pupilId: string,
		pictures: string[]
	) {
		const answer = await sent(running, kiosk, { pupilId, pictures });
		expect(answer.status).toBe(200);
		return v.parse(PicturesAnswer, await answer.json());
	}
	const pupilOf = async (running: RunningServer, kiosk: PairedKiosk, token: string) =>
		pupilOfToken(running, await rowOf(running, kiosk), token, Date.now());
	const missesOf = async (running: RunningServer, scope: string) =>
		(
			await running.db
				.selectFrom('guess')
				.select('misses')
				.where('school_id', '=', school.schoolId)
				.where('scope', '=', scope)
				.executeTakeFirst()
		)?.misses;

	it('are three different ones, four from Year 3, and only a hash is kept', async () => {
		const { running } = await here();
		const three = await issue(running, school.pupils.mali);
		expect(three).toHaveLength(3);
		await running.db
			.updateTable('pupil')
			.set({ year_group: 3 })
			.where('school_id', '=', school.schoolId)
			.where('pupil_id', '=', school.pupils.owain)
			.execute();
		const four = await issue(running, school.pupils.owain);
		expect(four).toHaveLength(4);
		for (const [pupilId, pictures] of [
			[school.pupils.mali, three],
			[school.pupils.owain, four]
		] as const) {
			expect(new Set(pictures).size).toBe(pictures.length);
			// Else the child would not find them on the pad.
			for (const id of pictures) expect(twelvePicturesOf(pupilId)).toContain(id);
		}
		const rows = JSON.stringify(
			await running.db.selectFrom('secret_pictures').selectAll().execute()
		);
		for (const id of secretPictureIds) expect(rows).not.toContain(`"${id}"`);
		const audits = await auditOf(running.db, school.schoolId, 'pictures-issued');
		expect(audits).toHaveLength(2);
		expect(JSON.stringify(audits)).not.toContain(three[0]);
	});

	it('are given to a whole class at once, and to nobody of another school or who has left', async () => {
		const { running, kiosk } = await here();
		const other = await makeSmallSchool(running.db);
		const { mali, owain, nobodysClass } = school.pupils;
		await running.db
			.updateTable('pupil')
			.set({ left_at: Date.now() })
			.where('pupil_id', '=', nobodysClass)
			.execute();
		const issued = await issuePictures(running, {
			schoolId: school.schoolId,
			pupilIds: [mali, owain, nobodysClass, other.pupils.mali],
			by: school.adults.office
		});
		expect(issued.map(({ pupilId }) => pupilId).sort()).toEqual([mali, owain].sort());
		for (const { pupilId, pictures } of issued) {
			expect((await tried(running, kiosk, pupilId, pictures)).outcome).toBe('right');
		}
	});

	it('open For me for two minutes, at this kiosk alone', async () => {
		const { running, kiosk } = await here();
		const elsewhere = await here();
		const { mali } = school.pupils;
		const answer = await tried(running, kiosk, mali, await issue(running, mali));
		if (answer.outcome !== 'right') throw new Error(`Not right but ${answer.outcome}`);
		expect(Buffer.from(answer.token, 'base64url')).toHaveLength(32);
		expect(await pupilOf(running, kiosk, answer.token)).toBe(mali);
		expect(await pupilOf(running, elsewhere.kiosk, answer.token)).toBeNull();
		expect(await pupilOf(running, kiosk, `${answer.token}x`)).toBeNull();
		const rows = JSON.stringify(await running.db.selectFrom('answer_token').selectAll().execute());
		expect(rows).not.toContain(answer.token);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ANSWER_TOKEN_LIFETIME_MS });
		expect(await pupilOf(running, kiosk, answer.token)).toBeNull();
	});

	it('are wrong in another order, too few, too many, or those of another child', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const pictures = await issue(running, mali);
		const others = await issue(running, owain);
		const wrong = { outcome: 'wrong' };
		expect(await tried(running, kiosk, mali, pictures.toReversed())).toEqual(wrong);
		expect(await tried(running, kiosk, mali, pictures.slice(0, 2))).toEqual(wrong);
		expect(await tried(running, kiosk, owain, [...others, 'key'])).toEqual(wrong);
		if (others.join() !== pictures.join()) {
			expect(await tried(running, kiosk, owain, pictures)).toEqual(wrong);
		}
	});

	it('that are new end the old ones and what they have opened', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const old = await issue(running, mali);
		const opened = await tried(running, kiosk, mali, old);
		const renewed = await issue(running, mali);
		expect(renewed).not.toEqual(old);
		expect(opened.outcome === 'right' && (await pupilOf(running, kiosk, opened.token))).toBeNull();
		expect((await tried(running, kiosk, mali, old)).outcome).toBe('wrong');
		expect((await tried(running, kiosk, mali, renewed)).outcome).toBe('right');
	});

	it('of a child who has none are a matter for a grown-up', async () => {
		const { running, kiosk } = await here();
		expect(await tried(running, kiosk, school.pupils.mali, ['key', 'boat', 'star'])).toEqual({
			outcome: 'none'
		});
		expect(await missesOf(running, `kiosk:${kiosk.kioskId}`)).toBe(0);
	});

	it('of another class, another school or nobody are always wrong', async () => {
		const { running, kiosk } = await here(school.classId);
		const other = await makeSmallSchool(running.db);
		const ofOtherSchool = await issue(running, other.pupils.mali, other);
		const ofNoClass = await issue(running, school.pupils.nobodysClass);
		const { nobodysClass } = school.pupils;
		const wrong = { outcome: 'wrong' };
		expect(await tried(running, kiosk, nobodysClass, ofNoClass)).toEqual(wrong);
		expect(await tried(running, kiosk, other.pupils.mali, ofOtherSchool)).toEqual(wrong);
		expect(await tried(running, kiosk, randomUUID(), ['key'])).toEqual(wrong);
	});

	it('cannot be guessed quickly, and the right ones must wait too', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const pictures = await issue(running, mali);
		const wrong = pictures.toReversed();
		const outcomes: string[] = [];
		for (let guess = 0; guess < 4; guess += 1) {
			outcomes.push((await tried(running, kiosk, mali, wrong)).outcome);
		}
		expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'rest']);
		const resting = await tried(running, kiosk, mali, pictures);
		if (resting.outcome !== 'rest') throw new Error(`Not resting but ${resting.outcome}`);
		expect(resting.waitMs).toBeGreaterThan(0);
		expect(resting.waitMs).toBeLessThanOrEqual(10_000);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + resting.waitMs });
		expect((await tried(running, kiosk, mali, pictures)).outcome).toBe('right');
		expect(await missesOf(running, `child:${mali}`)).toBe(0);
		expect(await missesOf(running, `kiosk:${kiosk.kioskId}`)).toBe(3);
	});

	it('cannot be guessed quickly by twenty guesses at the same moment', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const wrong = (await issue(running, mali)).toReversed();
		const outcomes = await Promise.all(
			Array.from({ length: 20 }, () => tried(running, kiosk, mali, wrong))
		);
		expect(outcomes.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(3);
		expect(outcomes.filter(({ outcome }) => outcome === 'rest')).toHaveLength(17);
	});

	it('are slowed for the kiosk too, whichever child is tried', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const right = await issue(running, owain);
		await issue(running, mali);
		const outcomes = new Map<string, number>();
		for (let guess = 0; guess < 12; guess += 1) {
			const { outcome } = await tried(running, kiosk, randomUUID(), ['key']);
			outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
		}
		expect(outcomes.get('wrong')).toBe(11);
		expect((await tried(running, kiosk, owain, right)).outcome).toBe('rest');
		vi.useFakeTimers({
			toFake: ['Date'],
			now: Date.now() + MISSES_FORGOTTEN_AFTER_MS.kiosk
		});
		expect((await tried(running, kiosk, owain, right)).outcome).toBe('right');
	});

	it('answer in one size, right or wrong', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const pictures = await issue(running, mali);
		const sizes = new Set<number>();
		for (const [pupilId, tapped] of [
			[mali, pictures],
			[mali, pictures.toReversed()],
			[owain, pictures]
		] as const) {
			const answer = await sent(running, kiosk, { pupilId, pictures: tapped });
			sizes.add((await answer.arrayBuffer()).byteLength);
		}
		expect([...sizes]).toEqual([256]);
	});

	it.each([
		['no pupil', { pictures: ['key'] }],
		['a pupil that is no id', { pupilId: 'Mali', pictures: ['key'] }],
		['pictures that are no list', { pupilId: randomUUID(), pictures: 'key' }],
		['fifty pictures', { pupilId: randomUUID(), pictures: Array(50).fill('key') }],
		['nothing', null]
	])('are refused with a sentence for %s', async (_name, body) => {
		const { running, kiosk } = await here();
		const answer = await sent(running, kiosk, body);
		expect(answer.status).toBe(400);
		const refusal = (await answer.json()) as { error: string; message: string };
		expect(refusal.error).toBe('request');
		expect(refusal.message).toMatch(/^The .*\.$/);
		expect(refusal.message).not.toContain('Mali');
	});
});
