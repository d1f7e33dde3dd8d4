// "A grown-up can open this": for a child without special pictures, or who has forgotten them. The tablet
// asks and shows a number; a grown-up beside it types the number into their own page; the tablet, told by
// its feed, uses the pass once, within a minute. Whoever cannot come says so, and the child waits no longer.
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
	markPassAnswered,
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
	openPasses(db, schoolId, now - PASS_ASK_LASTS_MS);

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
		used_at: null,
		declined_at: null
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

/** `gone`: too late, answered already, or never this person's to answer. */
export type PassSaid = 'approved' | 'wrong-number' | 'declined' | 'gone';

/** @param number as it stands on the tablet: whoever types it is there, beside the child */
export async function approvePass(
	running: RunningServer,
	by: PassViewer,
	said: { passId: string; number: string },
	now: number
): Promise<PassSaid> {
	const pass = await passToAnswer(running.db, by, said.passId, now);
	if (!pass) return 'gone';
	if (said.number.trim() === pass.number) return answer(running, by, pass, 'approved', now);
	await countWrongNumber(running.db, by.schoolId, pass.pass_id);
	if (pass.wrong_numbers + 1 < MOST_WRONG_NUMBERS) return 'wrong-number';
	// Nobody guesses on, and the child does not wait for nothing.
	await answer(running, by, pass, 'declined', now);
	return 'gone';
}

/** Needs no number: whoever cannot come need not have been at the tablet to say so. */
export async function declinePass(
	running: RunningServer,
	by: PassViewer,
	passId: string,
	now: number
): Promise<PassSaid> {
	const pass = await passToAnswer(running.db, by, passId, now);
	return pass ? answer(running, by, pass, 'declined', now) : 'gone';
}

/** `null` where it is not this person's to answer, or not any more. */
async function passToAnswer(
	db: Db,
	{ schoolId, staffId }: PassViewer,
	passId: string,
	now: number
): Promise<PassRow | null> {
	const asked = await passesAsked(db, schoolId, now);
	const pass = asked.find(({ pass_id }) => pass_id === passId);
	return pass && (await openersOfPass(db, pass, now)).includes(staffId) ? pass : null;
}

/** Tells the tablet, and the pages on which it is asked. */
async function answer(
	running: RunningServer,
	{ schoolId, staffId }: PassViewer,
	pass: PassRow,
	said: 'approved' | 'declined',
	now: number
): Promise<PassSaid> {
	const { db } = running;
	const { pass_id: passId, kiosk_id: kioskId, pupil_id: pupilId } = pass;
	const staffIds = await openersOfPass(db, pass, now);
	const change =
		said === 'approved' ? { approved_at: now, approved_by: staffId } : { declined_at: now };
	const kind = `pass-${said}` as const;
	const feed = await db.transaction().execute(async (tx) => {
		if (!(await markPassAnswered(tx, schoolId, passId, change))) return null;
		await insertKioskFeed(tx, schoolId, { kioskId, kind, detail: { passId } }, now);
		await writeAudit(tx, {
			schoolId,
			actor: staffId,
			action: kind,
			subject: pupilId,
			detail: { passId, kioskId },
			at: now
		});
		return insertStaffFeed(tx, schoolId, feedOf(staffIds, pass), now);
	});
	if (!feed) return 'gone';
	announce(running, { schoolId, staffIds, kioskIds: [kioskId], feed });
	return said;
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
