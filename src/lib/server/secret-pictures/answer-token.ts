// The token that opens For me for two minutes, whichever way the child has shown who they are.
import { createHash, randomBytes } from 'node:crypto';
import { hasCurrentClass, type KioskRow } from '../database/kiosks';
import { insertAnswerToken, pupilOfAnswerToken } from '../database/secret-pictures';
import type { RunningServer } from '../running';

export const ANSWER_TOKEN_LIFETIME_MS = 2 * 60 * 1000;
const TOKEN_BYTES = 32;

const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url');

/** As the directory has it: a kiosk whose class has ended shows the whole school. */
export async function isShownAt(
	running: RunningServer,
	kiosk: KioskRow,
	classIds: readonly string[]
): Promise<boolean> {
	const { class_id: classId, school_id: schoolId } = kiosk;
	if (classId === null || classIds.includes(classId)) return true;
	return !(await hasCurrentClass(running.db, schoolId, classId));
}

/** A new token for this child at this kiosk. */
export async function giveAnswerToken(
	running: RunningServer,
	kiosk: KioskRow,
	pupilId: string,
	now: number
): Promise<string> {
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	await insertAnswerToken(
		running.db,
		{
			schoolId: kiosk.school_id,
			kioskId: kiosk.kiosk_id,
			pupilId,
			tokenHash: tokenHash(token),
			expiresAt: now + ANSWER_TOKEN_LIFETIME_MS
		},
		now
	);
	return token;
}

/** Whose answers the token opens at this kiosk, or `null` when it opens none (any more). */
export async function pupilOfToken(
	running: RunningServer,
	kiosk: KioskRow,
	token: string,
	now: number
): Promise<string | null> {
	return pupilOfAnswerToken(
		running.db,
		{ schoolId: kiosk.school_id, kioskId: kiosk.kiosk_id, tokenHash: tokenHash(token) },
		now
	);
}
