import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as v from 'valibot';
import { PicturesAnswer } from '$lib/crossing/answers';
import { badgeToken, badgeTokenIn } from '$lib/domain/badge';
import { atKiosk, rowOf } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import type { PairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { auditOf } from '../database/audit';
import { buildDirectory } from '../directory/directory';
import type { RunningServer } from '../running';
import { answerPictures } from '../secret-pictures/answer-pictures';
import { pupilOfToken } from '../secret-pictures/answer-token';
import { badgeCertainty, issueBadges, voidBadges } from './badges';

const PATH = '/crossing/v1/secret-pictures';

onBothDatabases('badges', (database) => {
	let school: SmallSchool;
	beforeEach(async () => {
		school = await makeSmallSchool(database().db);
	});
	afterEach(() => vi.useRealTimers());

	const here = (classId?: string) => atKiosk(database(), school, classId);
	const whose = (...pupilIds: string[]) => ({
		schoolId: school.schoolId,
		pupilIds,
		by: school.adults.office
	});
	async function issue(running: RunningServer, pupilId: string): Promise<string> {
		const [badge] = await issueBadges(running, whose(pupilId));
		const token = badgeTokenIn(badge?.text ?? '');
		if (!token) throw new Error('No badge was made.');
		return token;
	}
	async function shown(running: RunningServer, kiosk: PairedKiosk, pupilId: string, badge: string) {
		const request = await kiosk.request('POST', PATH, { body: { pupilId, badge } });
		const answer = await answerPictures(running, request);
		expect(answer.status).toBe(200);
		return v.parse(PicturesAnswer, await answer.json());
	}

	it('open For me for their own child alone, and the server cannot say what stands on them', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const token = await issue(running, mali);
		const right = await shown(running, kiosk, mali, token);
		if (right.outcome !== 'right') throw new Error(`Not right but ${right.outcome}`);
		const row = await rowOf(running, kiosk);
		expect(await pupilOfToken(running, row, right.token, Date.now())).toBe(mali);
		expect(await shown(running, kiosk, owain, token)).toEqual({ outcome: 'wrong' });
		const rows = await running.db.selectFrom('badge').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(token);
		expect(
			JSON.stringify(await auditOf(running.db, school.schoolId, 'badge-issued'))
		).not.toContain(token);
	});

	it('are never two alike, and none is given to a child of another school or who has left', async () => {
		const { running } = await here();
		const other = await makeSmallSchool(running.db);
		const { mali, owain, nobodysClass } = school.pupils;
		await running.db
			.updateTable('pupil')
			.set({ left_at: Date.now() })
			.where('pupil_id', '=', nobodysClass)
			.execute();
		const issued = await issueBadges(running, whose(mali, owain, nobodysClass, other.pupils.mali));
		expect(issued.map(({ pupilId }) => pupilId).sort()).toEqual([mali, owain].sort());
		expect(new Set(issued.map(({ text }) => text)).size).toBe(2);
	});

	it('stop working at once when new ones are made, with all that they had opened', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const old = await issue(running, mali);
		const opened = await shown(running, kiosk, mali, old);
		if (opened.outcome !== 'right') throw new Error(`Not right but ${opened.outcome}`);
		const renewed = await issue(running, mali);
		const row = await rowOf(running, kiosk);
		expect(await pupilOfToken(running, row, opened.token, Date.now())).toBeNull();
		expect(await shown(running, kiosk, mali, old)).toEqual({ outcome: 'wrong' });
		expect((await shown(running, kiosk, mali, renewed)).outcome).toBe('right');
	});

	it('can be ended, one by one or a class at a time, and it is written down by whom', async () => {
		const { running, kiosk } = await here();
		const { mali, owain } = school.pupils;
		const tokens = [await issue(running, mali), await issue(running, owain)] as const;
		const row = await rowOf(running, kiosk);
		expect((await buildDirectory(running, row)).school.badges).toBe(true);
		expect(await voidBadges(running, whose(mali, mali))).toBe(1);
		expect(await shown(running, kiosk, mali, tokens[0])).toEqual({ outcome: 'wrong' });
		expect((await shown(running, kiosk, owain, tokens[1])).outcome).toBe('right');
		expect(await voidBadges(running, whose(mali, owain))).toBe(1);
		expect(await shown(running, kiosk, owain, tokens[1])).toEqual({ outcome: 'wrong' });
		const audit = await auditOf(running.db, school.schoolId, 'badge-voided');
		expect(audit.map(({ actor, subject }) => [actor, subject])).toEqual([
			[school.adults.office, mali],
			[school.adults.office, owain]
		]);
		// Nobody has one any more: no screen asks for the camera.
		expect((await buildDirectory(running, row)).school.badges).toBe(false);
	});

	it('of other classes are wrong at a tablet of one class', async () => {
		const { running, kiosk } = await here(school.classId);
		const { nobodysClass } = school.pupils;
		const token = await issue(running, nobodysClass);
		expect(await shown(running, kiosk, nobodysClass, token)).toEqual({ outcome: 'wrong' });
	});

	it('cannot be guessed faster than pictures can', async () => {
		const { running, kiosk } = await here();
		const { mali } = school.pupils;
		const token = await issue(running, mali);
		const outcomes: string[] = [];
		for (let guess = 0; guess < 5; guess += 1) {
			const wrong = badgeToken(new Uint8Array(16).fill(guess));
			outcomes.push((await shown(running, kiosk, mali, wrong)).outcome);
		}
		expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'rest', 'rest']);
		// The right one has to wait as well: else waiting would tell that it is right.
		expect((await shown(running, kiosk, mali, token)).outcome).toBe('rest');
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
		expect((await shown(running, kiosk, mali, token)).outcome).toBe('right');
	});

	it('that were shown offline are compared when they arrive', async () => {
		const { running } = await here();
		const { schoolId } = school;
		const { mali, owain } = school.pupils;
		const badge = await issue(running, mali);
		const certainty = (pupilId: string, shownBadge = badge) =>
			badgeCertainty(running, { schoolId, pupilId, badge: shownBadge });
		expect(await certainty(mali)).toBe('badge');
		expect(await certainty(owain)).toBe('badge-wrong');
		await voidBadges(running, whose(mali));
		expect(await certainty(mali)).toBe('badge-wrong');
		expect(await certainty(mali, '')).toBe('badge-wrong');
	});
});
