import type { Db } from './open';

/** The sealed words part of a request, base64, as it came; `null` where there is none. */
export async function sealedWordsOf(
	db: Db,
	schoolId: string,
	requestId: string
): Promise<string | null> {
	const row = await db
		.selectFrom('talk_words')
		.select('sealed')
		.where('school_id', '=', schoolId)
		.where('request_id', '=', requestId)
		.executeTakeFirst();
	return row?.sealed ?? null;
}
