// "A grown-up can open this": for a child without special pictures, or who has forgotten them. The tablet
// asks and shows a number; a grown-up beside it types the number into their own page; the tablet, told by
// its feed, uses the pass once, within a minute.
import { randomInt } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { PassAsk, PassUse, PicturesAnswer } from '$lib/crossing/answers';
import { MOST_WRONG_NUMBERS, PASS_ASK_LASTS_MS, PASS_LASTS_MS } from '$lib/domain/passes';
import { writeAudit } from '../database/audit';
import type { KioskRow } from '../database/kiosks';
import { insertKioskFeed, insertStaffFeed } from '../database/live-feed';
import type { Db } from '../database/open';
import {
	countWrongNumber,
	deleteAskedPasses,
	insertPass,
	markPassApproved,
	markPassUsed,
	openPasses,
	type PassRow
} from '../database/passes';
import { pupilsOfSchool } from '../database/secret-pictures';
import { announce } from '../live/announce';
import type { RunningServer } from '../running';
import { giveAnswerToken, isShownAt } from '../secret-pictures/answer-token';
import { openersOf } from './openers';

export interface PassViewer {
	schoolId: string;
	staffId: string;
}

/** Open ones of the school; the number is known to the tablet alone. */
export const passesAsked = (db: Db, schoolId: string, now: number): Promise<PassRow[]> =>
	openPasses(db, schoolId, now - PASS_ASK_LASTS_MS, MOST_WRONG_NUMBERS);

const excludedIn = ({ excluded_json }: PassRow) => JSON.parse(excluded_json) as string[];

/** Who may open it, by what is known now. */
export const openersOfPass = (db: Db, pass: PassRow, now: number): Promise<string[]> =>
	openersOf(
		db,
		{ schoolId: pass.school_id, pupilId: pass.pupil_id, kioskId: pass.kiosk_id },
		excludedIn(pass),
		now
	);

/**
 * Asks the grown-ups. What the same tablet asked before is taken back. `none` for a child whom this
 * tablet does not show.
 */
export async function askPass(
	running: RunningServer,
	kiosk: KioskRow,
	{ pupilId, passWithout }: PassAsk,
	now: number
): Promise<PicturesAnswer> {
	const { db } = running;
	const { school_id: schoolId, kiosk_id: kioskId } = kiosk;
	const [pupil] = await pupilsOfSchool(db, schoolId, pupilId);
	if (!pupil || !(await isShownAt(running, kiosk, pupil.classIds))) return { outcome: 'none' };
	const pass: PassRow = {
		school_id: schoolId,
		pass_id: newId(),
		pupil_id: pupilId,
		kiosk_id: kioskId,
		number: String(randomInt(10, 100)),
		excluded_json: JSON.stringify(passWithout),
		asked_at: now,
		wrong_numbers: 0,
		approved_at: null,
		approved_by: null,
		used_at: null
	};
	const staffIds = await openersOfPass(db, pass, now);
	const feed = await db.transaction().execute(async (tx) => {
		await deleteAskedPasses(tx, schoolId, kioskId);
		await insertPass(tx, pass);
		return insertStaffFeed(tx, schoolId, feedOf(staffIds, pass), now);
	});
	announce(running, { schoolId, staffIds, kioskIds: [], feed });
	return { outcome: 'asked', passId: pass.pass_id, number: pass.number };
}

const feedOf = (staffIds: readonly string[], { pass_id }: PassRow) =>
	staffIds.map((staffId) => ({ staffId, kind: 'pass' as const, subjectId: pass_id }));

/** `gone`: too late, opened already, or never this person's to open. */
export type PassSaid = 'approved' | 'wrong-number' | 'gone';

/** @param number as it stands on the tablet: whoever types it is there, beside the child */
export async function approvePass(
	running: RunningServer,
	by: PassViewer,
	said: { passId: string; number: string },
	now: number
): Promise<PassSaid> {
	const { db } = running;
	const { schoolId, staffId } = by;
	const asked = await passesAsked(db, schoolId, now);
	const pass = asked.find(({ pass_id }) => pass_id === said.passId);
	if (!pass) return 'gone';
	const staffIds = await openersOfPass(db, pass, now);
	if (!staffIds.includes(staffId)) return 'gone';
	if (said.number.trim() !== pass.number) {
		await countWrongNumber(db, schoolId, pass.pass_id);
		return pass.wrong_numbers + 1 < MOST_WRONG_NUMBERS ? 'wrong-number' : 'gone';
	}
	const { pass_id: passId, kiosk_id: kioskId, pupil_id: pupilId } = pass;
	const feed = await db.transaction().execute(async (tx) => {
		if (!(await markPassApproved(tx, schoolId, passId, { staffId, at: now }))) return null;
		const detail = { passId };
		await insertKioskFeed(tx, schoolId, { kioskId, kind: 'pass-approved', detail }, now);
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: 'pass-approved',
			subject: pupilId,
			detail: { passId, kioskId },
			at: now
		});
		return insertStaffFeed(tx, schoolId, feedOf(staffIds, pass), now);
	});
	if (!feed) return 'gone';
	announce(running, { schoolId, staffIds, kioskIds: [kioskId], feed });
	return 'approved';
}

/** The tablet opens For me with a pass that was approved for it: once, for that child, within a minute. */
export async function usePass(
	running: RunningServer,
	kiosk: KioskRow,
	{ pupilId, passId }: PassUse,
	now: number
): Promise<PicturesAnswer> {
	const { school_id: schoolId, kiosk_id: kioskId } = kiosk;
	const isGood = await markPassUsed(
		running.db,
		{ schoolId, passId, kioskId, pupilId },
		{ approvedAfter: now - PASS_LASTS_MS, now }
	);
	if (!isGood) return { outcome: 'wrong' };
	return { outcome: 'right', token: await giveAnswerToken(running, kiosk, pupilId, now) };
}
