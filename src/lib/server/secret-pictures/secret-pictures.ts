// A child's special pictures: made by a grown-up, looked at by the server alone, open For me.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { twelvePicturesOf, type SecretPictureId } from '$lib/content/secret-pictures';
import type { PicturesAnswer, PicturesCheck } from '$lib/crossing/answers';
import { secretPictureCount } from '$lib/domain/secret-pictures';
import type { Certainty } from '$lib/domain/talk-request';
import { writeAudit } from '../database/audit';
import { hasCurrentClass, type KioskRow } from '../database/kiosks';
import {
	deleteAnswerTokensOfPupil,
	insertAnswerToken,
	pupilOfAnswerToken,
	pupilsOfSchool,
	putSecretPictures,
	secretPicturesOf,
	setMisses,
	type PupilOfSchool
} from '../database/secret-pictures';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { countMiss, takeBackMiss } from './guesses';
import { hashPictures, matchesPictures, type PictureHash } from './picture-hash';

export const ANSWER_TOKEN_LIFETIME_MS = 2 * 60 * 1000;
const TOKEN_BYTES = 32;

const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url');

/** In order, out of the pupil's twelve. */
function drawPictures(pupilId: string, count: number): SecretPictureId[] {
	const left = twelvePicturesOf(pupilId);
	return Array.from({ length: count }, () => left.splice(randomInt(left.length), 1)).flat();
}

/** Never the ones that the pupil has: somebody may know those. */
async function otherPictures(running: RunningServer, schoolId: string, pupil: PupilOfSchool) {
	const { pupilId } = pupil;
	const length = secretPictureCount(pupil.yearGroup);
	const owner = { schoolId, pupilId };
	const { pepper } = running.keys;
	const kept = await secretPicturesOf(running.db, schoolId, pupilId);
	let pictures: SecretPictureId[];
	do pictures = drawPictures(pupilId, length);
	while (kept && (await matchesPictures(pepper, owner, pictures, kept)));
	return { pictures, length, hashed: await hashPictures(pepper, owner, pictures) };
}

export interface IssuedPictures {
	pupilId: string;
	/** The pupil's own; `null` for the school's. */
	language: PupilOfSchool['language'];
	/** In order. */
	pictures: SecretPictureId[];
}

/**
 * New special pictures for these pupils; only their hash is kept, so show them now. The old ones no
 * longer work. Who is not (any more) a pupil of the school is left out of the answer.
 */
export async function issuePictures(
	running: RunningServer,
	whose: {
		schoolId: string;
		pupilIds: readonly string[];
		/** A staff id. */
		by: string;
	}
): Promise<IssuedPictures[]> {
	const { schoolId, pupilIds, by } = whose;
	const wanted = new Set(pupilIds);
	const pupils = (await pupilsOfSchool(running.db, schoolId)).filter((one) =>
		wanted.has(one.pupilId)
	);
	const drawn: (IssuedPictures & { length: 3 | 4; hashed: PictureHash })[] = [];
	// One after the other: a hash keeps a thread busy that envelopes wait for.
	for (const pupil of pupils) {
		drawn.push({
			pupilId: pupil.pupilId,
			language: pupil.language,
			...(await otherPictures(running, schoolId, pupil))
		});
	}
	const now = Date.now();
	await running.db.transaction().execute(async (tx) => {
		for (const { pupilId, length, hashed } of drawn) {
			await putSecretPictures(tx, {
				school_id: schoolId,
				pupil_id: pupilId,
				...hashed,
				length,
				issued_at: now,
				issued_by: by
			});
			await deleteAnswerTokensOfPupil(tx, schoolId, pupilId);
			// Whoever has just been given new pictures does not wait for guesses at the old ones.
			await setMisses(tx, schoolId, `child:${pupilId}`, 0, 0);
			await writeAudit(tx, {
				schoolId,
				actor: by,
				action: 'pictures-issued',
				subject: pupilId,
				at: now
			});
		}
	});
	await directoryChanged(running, schoolId);
	return drawn.map(({ pupilId, language, pictures }) => ({ pupilId, language, pictures }));
}

/**
 * Whether these are the child's pictures. A kiosk of one class is told nothing about other classes'
 * children: for those every try is wrong. Right, wrong and none take the same time.
 */
export async function checkPictures(
	running: RunningServer,
	kiosk: KioskRow,
	tried: PicturesCheck,
	now: number
): Promise<PicturesAnswer> {
	const schoolId = kiosk.school_id;
	const kioskId = kiosk.kiosk_id;
	const { pupilId } = tried;
	const guess = { schoolId, kioskId, pupilId };
	const waitMs = await countMiss(running, guess, now);
	if (waitMs > 0) return { outcome: 'rest', waitMs };

	const [pupil] = await pupilsOfSchool(running.db, schoolId, pupilId);
	const isOfKiosk = pupil !== undefined && (await isShownAt(running, kiosk, pupil.classIds));
	const kept = isOfKiosk ? await secretPicturesOf(running.db, schoolId, pupilId) : null;
	const owner = { schoolId, pupilId };
	const isRight = await matchesPictures(running.keys.pepper, owner, tried.pictures, kept);
	if (isOfKiosk && !kept) {
		await takeBackMiss(running, guess);
		return { outcome: 'none' };
	}
	if (!isRight) return { outcome: 'wrong' };
	await takeBackMiss(running, guess);
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	await insertAnswerToken(
		running.db,
		{
			schoolId,
			kioskId,
			pupilId,
			tokenHash: tokenHash(token),
			expiresAt: now + ANSWER_TOKEN_LIFETIME_MS
		},
		now
	);
	return { outcome: 'right', token };
}

/**
 * Special pictures that could not be compared while the child stood there. The tablet is told nothing of
 * it, so nobody is slowed; the grown-ups read how sure it is.
 */
export async function certaintyOf(
	running: RunningServer,
	tried: { schoolId: string; pupilId: string; pictures: readonly string[] }
): Promise<Extract<Certainty, `pictures-${string}` | 'not-asked'>> {
	const { schoolId, pupilId, pictures } = tried;
	const kept = await secretPicturesOf(running.db, schoolId, pupilId);
	if (!kept) return 'not-asked';
	const owner = { schoolId, pupilId };
	const isRight = await matchesPictures(running.keys.pepper, owner, pictures, kept);
	return isRight ? 'pictures-right' : 'pictures-wrong';
}

/** As the directory has it: a kiosk whose class has ended shows the whole school. */
async function isShownAt(running: RunningServer, kiosk: KioskRow, classIds: readonly string[]) {
	const { class_id: classId, school_id: schoolId } = kiosk;
	if (classId === null || classIds.includes(classId)) return true;
	return !(await hasCurrentClass(running.db, schoolId, classId));
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
