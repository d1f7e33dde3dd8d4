// A child's badge: made by a grown-up, a token by chance in a QR code. Only its hash is kept here.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BadgeCheck, PicturesAnswer } from '$lib/crossing/answers';
import { BADGE_TOKEN_BYTES, badgeText, badgeToken } from '$lib/domain/badge';
import type { Certainty } from '$lib/domain/talk-request';
import { writeAudit } from '../database/audit';
import { badgeOf, deleteBadge, putBadge } from '../database/badges';
import type { KioskRow } from '../database/kiosks';
import type { Db } from '../database/open';
import { deleteAnswerTokensOfPupil, pupilsOfSchool, setMisses } from '../database/secret-pictures';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { slowedCheck } from '../secret-pictures/slowed-check';

const hashOf = (token: string) => createHash('sha256').update(`badge\n${token}`).digest();

export interface IssuedBadge {
	pupilId: string;
	/** What the QR code says; nobody can read it from the server again. */
	text: string;
}

interface Whose {
	schoolId: string;
	pupilIds: readonly string[];
	/** A staff id. */
	by: string;
}

/**
 * New badges for these pupils; the old ones stop working with the commit. Who is not (any more) a pupil of
 * the school is left out of the answer.
 */
export async function issueBadges(
	running: RunningServer,
	{ schoolId, pupilIds, by }: Whose
): Promise<IssuedBadge[]> {
	const { db } = running;
	const wanted = new Set(pupilIds);
	const pupils = (await pupilsOfSchool(db, schoolId)).filter(({ pupilId }) => wanted.has(pupilId));
	const now = Date.now();
	const given = await db.transaction().execute(async (tx) => {
		const issued: IssuedBadge[] = [];
		for (const { pupilId } of pupils) {
			const token = badgeToken(randomBytes(BADGE_TOKEN_BYTES));
			await putBadge(tx, {
				school_id: schoolId,
				pupil_id: pupilId,
				token_hash: hashOf(token).toString('base64url'),
				issued_at: now,
				issued_by: by
			});
			// Whoever has just been given a new badge does not wait for tries with the old one.
			await setMisses(tx, schoolId, `child:${pupilId}`, 0, 0);
			await follow(tx, { schoolId, pupilId, by, action: 'badge-issued', now });
			issued.push({ pupilId, text: badgeText(token) });
		}
		return issued;
	});
	// Tablets offer the camera from the first badge on.
	await directoryChanged(running, schoolId);
	return given;
}

/** Lost or given to the wrong child: these badges stop working with the commit. Says how many did. */
export async function voidBadges(
	running: RunningServer,
	{ schoolId, pupilIds, by }: Whose
): Promise<number> {
	const now = Date.now();
	const count = await running.db.transaction().execute(async (tx) => {
		let voided = 0;
		for (const pupilId of new Set(pupilIds)) {
			if (!(await deleteBadge(tx, schoolId, pupilId))) continue;
			voided += 1;
			await follow(tx, { schoolId, pupilId, by, action: 'badge-voided', now });
		}
		return voided;
	});
	await directoryChanged(running, schoolId);
	return count;
}

/** What the old badge has opened is closed again, and it is written down who did it. */
async function follow(
	tx: Db,
	done: {
		schoolId: string;
		pupilId: string;
		by: string;
		action: 'badge-issued' | 'badge-voided';
		now: number;
	}
): Promise<void> {
	const { schoolId, pupilId, by, action, now } = done;
	await deleteAnswerTokensOfPupil(tx, schoolId, pupilId);
	await writeAudit(tx, { schoolId, actor: by, action, subject: pupilId, at: now });
}

async function matches(db: Db, schoolId: string, pupilId: string, token: string): Promise<boolean> {
	const kept = await badgeOf(db, schoolId, pupilId);
	return kept !== null && timingSafeEqual(hashOf(token), Buffer.from(kept.token_hash, 'base64url'));
}

/** Whether this is the child's badge. One of somebody else's, or an old one, is a miss as wrong pictures are. */
export const checkBadge = (
	running: RunningServer,
	kiosk: KioskRow,
	{ pupilId, badge }: BadgeCheck,
	now: number
): Promise<PicturesAnswer> =>
	slowedCheck(running, kiosk, pupilId, now, async (isOfKiosk) => {
		const isRight = isOfKiosk && (await matches(running.db, kiosk.school_id, pupilId, badge));
		return isRight ? 'right' : 'wrong';
	});

/** Of a badge that was shown while the server could not be asked. */
export async function badgeCertainty(
	{ db }: Pick<RunningServer, 'db'>,
	tried: { schoolId: string; pupilId: string; badge: string }
): Promise<Extract<Certainty, `badge${string}`>> {
	const { schoolId, pupilId, badge } = tried;
	return (await matches(db, schoolId, pupilId, badge)) ? 'badge' : 'badge-wrong';
}
