// A child's special pictures: made by a grown-up, looked at by the server alone, open For me.
import { randomInt } from 'node:crypto';
import { twelvePicturesOf, type SecretPictureId } from '$lib/content/secret-pictures';
import type { PicturesAnswer, PicturesCheck } from '$lib/crossing/answers';
import { secretPictureCount } from '$lib/domain/secret-pictures';
import type { Certainty } from '$lib/domain/talk-request';
import { writeAudit } from '../database/audit';
import type { KioskRow } from '../database/kiosks';
import {
	deleteAnswerTokensOfPupil,
	pupilsOfSchool,
	putSecretPictures,
	secretPicturesOf,
	setMisses,
	type PupilOfSchool
} from '../database/secret-pictures';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { hashPictures, matchesPictures, type PictureHash } from './picture-hash';
import { slowedCheck } from './slowed-check';

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

/** Whether these are the child's pictures. Right, wrong and none take the same time. */
export const checkPictures = (
	running: RunningServer,
	kiosk: KioskRow,
	{ pupilId, pictures }: PicturesCheck,
	now: number
): Promise<PicturesAnswer> =>
	slowedCheck(running, kiosk, pupilId, now, async (isOfKiosk) => {
		const owner = { schoolId: kiosk.school_id, pupilId };
		const kept = isOfKiosk ? await secretPicturesOf(running.db, owner.schoolId, pupilId) : null;
		const isRight = await matchesPictures(running.keys.pepper, owner, pictures, kept);
		if (!kept) return 'none';
		return isRight ? 'right' : 'wrong';
	});

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
