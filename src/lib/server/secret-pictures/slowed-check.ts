// What every try to open For me has in common, by pictures or by badge: guessing is slowed, and a kiosk of
// one class is told nothing about other classes' children, for whom every try is wrong.
import type { PicturesAnswer } from '$lib/crossing/answers';
import type { KioskRow } from '../database/kiosks';
import { pupilsOfSchool } from '../database/secret-pictures';
import type { RunningServer } from '../running';
import { giveAnswerToken, isShownAt } from './answer-token';
import { countMiss, takeBackMiss } from './guesses';

/** @param compare with what this kiosk may compare: `false` for the children whom it does not show */
export async function slowedCheck(
	running: RunningServer,
	kiosk: KioskRow,
	pupilId: string,
	now: number,
	compare: (isOfKiosk: boolean) => Promise<'right' | 'wrong' | 'none'>
): Promise<PicturesAnswer> {
	const schoolId = kiosk.school_id;
	const guess = { schoolId, kioskId: kiosk.kiosk_id, pupilId };
	const waitMs = await countMiss(running, guess, now);
	if (waitMs > 0) return { outcome: 'rest', waitMs };

	const [pupil] = await pupilsOfSchool(running.db, schoolId, pupilId);
	const isOfKiosk = pupil !== undefined && (await isShownAt(running, kiosk, pupil.classIds));
	const found = await compare(isOfKiosk);
	if (found === 'wrong' || !isOfKiosk) return { outcome: 'wrong' };
	await takeBackMiss(running, guess);
	if (found === 'none') return { outcome: 'none' };
	return { outcome: 'right', token: await giveAnswerToken(running, kiosk, pupilId, now) };
}
