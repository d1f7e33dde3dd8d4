import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { ANSWER_TOKEN_HEADER, Answers } from '$lib/crossing/answers';
import { replay, type TalkEvent } from '$lib/domain/talk-request';
import { atKiosk, rowOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import {
	makeSmallSchool,
	MONDAY_MORNING,
	type SmallSchool
} from '../../../../tests/support/small-school';
import { asked, putTalkRequest } from '../../../../tests/support/talk-requests';
import { eventsOf } from '../database/talk-requests';
import type { RunningServer } from '../running';
import { checkPictures, issuePictures } from '../secret-pictures/secret-pictures';
import { answerAnswers, ANSWERS_BYTES } from './answer-answers';

const PATH = '/crossing/v1/answers';
const LUNCH = Date.UTC(2026, 10, 16, 12, 15);

onBothDatabases('answers', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
		vi.useFakeTimers({ toFake: ['Date'], now: MONDAY_MORNING });
	});
	afterEach(() => vi.useRealTimers());

	const here = () => atKiosk(database(), school);
	async function tokenFor(running: RunningServer, kiosk: PairedKiosk, pupilId: string) {
		const { schoolId, adults } = school;
		const [issued] = await issuePictures(running, {
			schoolId,
			pupilIds: [pupilId],
			by: adults.rees
		});
		const pictures = issued?.pictures ?? [];
		const row = await rowOf(running, kiosk);
		const answer = await checkPictures(running, row, { pupilId, pictures }, Date.now());
		if (answer.outcome !== 'right') throw new Error('The pictures were not right.');
		return answer.token;
	}
	const get = async (running: RunningServer, kiosk: PairedKiosk, token: string) =>
		answerAnswers(
			running,
			await kiosk.request('GET', PATH, { headers: { [ANSWER_TOKEN_HEADER]: token } })
		);
	const read = async (running: RunningServer, kiosk: PairedKiosk, token: string) =>
		v.parse(Answers, await (await get(running, kiosk, token)).json());
	const answer = (over: Partial<TalkEvent & { kind: 'answered' }> = {}): TalkEvent => ({
		at: MONDAY_MORNING,
		kind: 'answered',
		by: school.adults.evans,
		slot: 'lunch',
		meetAt: LUNCH,
		placeId: 'library',
		...over
	});
	const requestOf = async (running: RunningServer, requestId: string) =>
		replay((await eventsOf(running.db, school.schoolId, [requestId])).get(requestId) ?? []);

	it('tell the child who, when and where, and tell the adult that it was read', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const { db } = running;
		const requestId = await putTalkRequest(db, school, asked(school, MONDAY_MORNING), [answer()]);
		const token = await tokenFor(running, kiosk, mali);
		const answers = await read(running, kiosk, token);
		expect(answers.waiting).toEqual([
			{
				kind: 'meeting',
				requestId,
				adultId: school.adults.evans,
				how: 'chat',
				slot: 'lunch',
				meetAt: LUNCH,
				place: { phrase: { en: 'in the library', cy: 'yn y llyfrgell' }, picture: 'library' },
				mayTakeBack: true
			}
		]);
		expect(answers.adults).toEqual([
			{ id: school.adults.evans, name: 'Miss Evans', initials: 'ME', pattern: 0 }
		]);
		expect((await requestOf(running, requestId)).answer?.readAt).toBe(MONDAY_MORNING);
		// Opened a second time, nothing is written again.
		await read(running, kiosk, token);
		const events = await eventsOf(db, school.schoolId, [requestId]);
		expect(events.get(requestId)?.map(({ kind }) => kind)).toEqual([
			'asked',
			'answered',
			'answer-read'
		]);
	});

	it('tell a child who asked twice once, and that both were read', async () => {
		const { running, kiosk } = await here();
		const { db } = running;
		const later = MONDAY_MORNING + 1000;
		const ids = [
			await putTalkRequest(db, school, asked(school, MONDAY_MORNING), [answer({ at: later })]),
			await putTalkRequest(db, school, asked(school, MONDAY_MORNING, { how: 'walk' }), [
				answer({ at: later })
			])
		];
		const { waiting } = await read(
			running,
			kiosk,
			await tokenFor(running, kiosk, school.pupils.mali)
		);
		expect(waiting.map(({ kind }) => kind)).toEqual(['meeting']);
		for (const id of ids)
			expect((await requestOf(running, id)).answer?.readAt).toBe(MONDAY_MORNING);
	});

	it('wake the page of the adult who answered', async () => {
		const { running, kiosk } = await here();
		const first = asked(school, MONDAY_MORNING);
		const requestId = await putTalkRequest(running.db, school, first, [answer()]);
		await read(running, kiosk, await tokenFor(running, kiosk, school.pupils.mali));
		const rows = await running.db
			.selectFrom('staff_feed')
			.select(['staff_id', 'subject_id'])
			.where('school_id', '=', school.schoolId)
			.execute();
		expect(rows).toContainEqual({ staff_id: school.adults.evans, subject_id: requestId });
	});

	it("are this child's alone, and nothing whose day has passed", async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const { db } = running;
		await putTalkRequest(db, school, asked(school, MONDAY_MORNING, { pupilId: owain }), [answer()]);
		const yesterday = MONDAY_MORNING - 24 * 60 * 60 * 1000;
		await putTalkRequest(db, school, asked(school, yesterday));
		expect((await read(running, kiosk, await tokenFor(running, kiosk, mali))).waiting).toEqual([]);
		const forOwain = await read(running, kiosk, await tokenFor(running, kiosk, owain));
		expect(forOwain.waiting).toHaveLength(1);
	});

	it('have a name also for an adult whom no tablet knows', async () => {
		const { running, kiosk } = await here();
		const { head } = school.adults;
		await putTalkRequest(running.db, school, asked(school, MONDAY_MORNING), [answer({ by: head })]);
		const token = await tokenFor(running, kiosk, school.pupils.mali);
		expect((await read(running, kiosk, token)).adults).toMatchObject([
			{ id: head, name: 'Mr Pugh' }
		]);
	});

	it('are of one size, whatever waits', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		for (let i = 0; i < 12; i += 1) {
			await putTalkRequest(running.db, school, asked(school, MONDAY_MORNING), [answer()]);
		}
		const sizes = [];
		for (const pupilId of [mali, owain]) {
			const answers = await get(running, kiosk, await tokenFor(running, kiosk, pupilId));
			sizes.push((await answers.arrayBuffer()).byteLength);
		}
		expect(sizes).toEqual([ANSWERS_BYTES, ANSWERS_BYTES]);
	});

	it('are closed without a token, with a wrong one, at another tablet and after two minutes', async () => {
		const { running, kiosk } = await here();
		const elsewhere = await here();
		await putTalkRequest(running.db, school, asked(school, MONDAY_MORNING), [answer()]);
		const token = await tokenFor(running, kiosk, school.pupils.mali);
		const closed = async (response: Response) => {
			expect(response.status).toBe(401);
			const refusal = (await response.json()) as { error: string; message: string };
			expect(refusal.error).toBe('token');
			expect(refusal.message).not.toContain('Evans');
		};
		await closed(await answerAnswers(running, await kiosk.request('GET', PATH)));
		await closed(await get(running, kiosk, 'x'.repeat(5000)));
		await closed(await get(running, elsewhere.kiosk, token));
		vi.setSystemTime(MONDAY_MORNING + 2 * 60_000);
		await closed(await get(running, kiosk, token));
	});

	it('of an unsigned request are refused, whatever the token', async () => {
		const { running, kiosk } = await here();
		const token = await tokenFor(running, kiosk, school.pupils.mali);
		const request = new Request(`http://localhost${PATH}`, {
			headers: { [ANSWER_TOKEN_HEADER]: token }
		});
		expect((await answerAnswers(running, request)).status).toBe(401);
	});

	it('tell of nothing that is not a request of the school', async () => {
		const { running, kiosk } = await here();
		const other = await makeSmallSchool(running.db);
		const first = asked(other, MONDAY_MORNING, { pupilId: school.pupils.mali });
		await putTalkRequest(running.db, other, { ...first, kioskId: randomUUID() });
		const token = await tokenFor(running, kiosk, school.pupils.mali);
		expect((await read(running, kiosk, token)).waiting).toEqual([]);
	});
});
