// The feeling words that a school has added. One that was taken away stays: what a child has chosen
// is still shown as it was written.
import type { Db } from './open';

export interface FeelingWord {
	wordId: string;
	en: string;
	cy: string;
	/** Which of the eight stones stands beside it: children who do not read yet know it by that. */
	stone: number;
}

const columns = ['word_id as wordId', 'en', 'cy', 'stone'] as const;

/** Those on offer, in the order in which they were added. */
export function feelingWords(db: Db, schoolId: string): Promise<FeelingWord[]> {
	return db
		.selectFrom('feeling_word')
		.select(columns)
		.where('school_id', '=', schoolId)
		.where('removed_at', 'is', null)
		.orderBy('added_at')
		.orderBy('word_id')
		.execute();
}

/** Also one that was taken away since. */
export async function feelingWord(
	db: Db,
	schoolId: string,
	wordId: string
): Promise<FeelingWord | null> {
	const word = await db
		.selectFrom('feeling_word')
		.select(columns)
		.where('school_id', '=', schoolId)
		.where('word_id', '=', wordId)
		.executeTakeFirst();
	return word ?? null;
}

export async function insertFeelingWord(
	db: Db,
	schoolId: string,
	word: FeelingWord & { addedAt: number }
): Promise<void> {
	await db
		.insertInto('feeling_word')
		.values({
			school_id: schoolId,
			word_id: word.wordId,
			en: word.en,
			cy: word.cy,
			stone: word.stone,
			added_at: word.addedAt,
			removed_at: null
		})
		.execute();
}

/** @returns whether it was on offer until now */
export async function takeFeelingWordAway(
	db: Db,
	schoolId: string,
	wordId: string,
	at: number
): Promise<boolean> {
	const result = await db
		.updateTable('feeling_word')
		.set({ removed_at: at })
		.where('school_id', '=', schoolId)
		.where('word_id', '=', wordId)
		.where('removed_at', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}
