// Feeling words that a school adds to the cards, and takes away again.
import { v7 as newId } from 'uuid';
import * as v from 'valibot';
import { MOST_OWN_WORDS, ownWordIdOf } from '$lib/domain/card-look';
import { writeAudit } from '../database/audit';
import {
	feelingWord,
	feelingWords,
	insertFeelingWord,
	takeFeelingWordAway,
	type FeelingWord
} from '../database/feeling-words';
import type { Db } from '../database/open';
import { lockSchool } from '../database/school';
import { directoryChanged } from '../directory/directory-changed';
import type { RunningServer } from '../running';
import { nameOf } from '../set-up/set-up-school';

/** Longer words do not fit on a card. */
export const LONGEST_OWN_WORD = 24;

const Word = v.pipe(nameOf('cards.word.missing'), v.maxLength(LONGEST_OWN_WORD, 'cards.word.long'));
export const NewOwnWord = v.object({ en: Word, cy: Word });

type By = { schoolId: string; staffId: string };

/** `there` when the school has this word already, `enough` when it has as many as a screen holds. */
export async function addOwnWord(
	running: RunningServer,
	by: By,
	{ en, cy }: v.InferOutput<typeof NewOwnWord>
): Promise<'added' | 'there' | 'enough'> {
	const outcome = await running.db.transaction().execute(async (tx) => {
		await lockSchool(tx, by.schoolId);
		const words = await feelingWords(tx, by.schoolId);
		const isSame = (one: string, other: string) =>
			one.toLocaleLowerCase('cy') === other.toLocaleLowerCase('cy');
		if (words.some((word) => isSame(word.en, en) || isSame(word.cy, cy))) return 'there';
		if (words.length >= MOST_OWN_WORDS) return 'enough';
		const wordId = newId();
		const addedAt = Date.now();
		await insertFeelingWord(tx, by.schoolId, { wordId, en, cy, stone: freeStone(words), addedAt });
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'feeling-word-added',
			subject: wordId,
			at: addedAt
		});
		return 'added';
	});
	if (outcome === 'added') await directoryChanged(running, by.schoolId);
	return outcome;
}

/** No two words on the screen have the same stone. */
function freeStone(words: readonly FeelingWord[]): number {
	const taken = new Set(words.map(({ stone }) => stone));
	let stone = 0;
	while (taken.has(stone)) stone += 1;
	return stone;
}

/** Children are not offered it any more; where it was chosen it stays readable. */
export async function removeOwnWord(
	running: RunningServer,
	by: By,
	wordId: string
): Promise<'removed' | 'unknown'> {
	const at = Date.now();
	const isRemoved = await running.db.transaction().execute(async (tx) => {
		if (!(await takeFeelingWordAway(tx, by.schoolId, wordId, at))) return false;
		await writeAudit(tx, {
			schoolId: by.schoolId,
			actor: by.staffId,
			action: 'feeling-word-removed',
			subject: wordId,
			at
		});
		return true;
	});
	if (!isRemoved) return 'unknown';
	await directoryChanged(running, by.schoolId);
	return 'removed';
}

/** The school's own word that this feeling is, as it was written; `null` for a card of the content. */
export async function ownWordOf(
	db: Db,
	schoolId: string,
	feeling: string | null
): Promise<FeelingWord | null> {
	const wordId = ownWordIdOf(feeling);
	return wordId === null ? null : feelingWord(db, schoolId, wordId);
}
