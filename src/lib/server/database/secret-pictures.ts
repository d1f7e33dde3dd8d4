// Queries about special pictures, guesses at them, and the short-lived tokens that right ones give.
import type { Selectable } from 'kysely';
import type { Db } from './open';
import type { Tables } from './schema';

export type SecretPicturesRow = Selectable<Tables['secret_pictures']>;

/** A pupil who is still at the school, as far as special pictures are concerned. */
export interface PupilOfSchool {
	pupilId: string;
	firstName: string;
	/** An initial, or what else tells two of one first name apart. */
	distinguisher: string | null;
	/** Of the pupil's own; `null` for the school's. */
	language: 'en' | 'cy' | null;
	/** Of those that have not ended. */
	classIds: string[];
	/** The pupil's own, or the lowest of the classes'. */
	yearGroup: number | null;
	/** When special pictures were last given, or `null`. */
	issuedAt: number | null;
}

/** Everybody who is still at the school; of one pupil where `pupilId` is given. */
export async function pupilsOfSchool(
	db: Db,
	schoolId: string,
	pupilId: string | null = null
): Promise<PupilOfSchool[]> {
	const rows = await db
		.selectFrom('pupil')
		.leftJoin('class_pupil', (join) =>
			join
				.onRef('class_pupil.school_id', '=', 'pupil.school_id')
				.onRef('class_pupil.pupil_id', '=', 'pupil.pupil_id')
		)
		.leftJoin('class', (join) =>
			join
				.onRef('class.school_id', '=', 'class_pupil.school_id')
				.onRef('class.class_id', '=', 'class_pupil.class_id')
				.on('class.left_at', 'is', null)
		)
		.leftJoin('secret_pictures', (join) =>
			join
				.onRef('secret_pictures.school_id', '=', 'pupil.school_id')
				.onRef('secret_pictures.pupil_id', '=', 'pupil.pupil_id')
		)
		.select([
			'pupil.pupil_id',
			'pupil.first_name',
			'pupil.distinguisher',
			'pupil.language',
			'pupil.year_group',
			'class.class_id',
			'class.year_group as class_year_group',
			'secret_pictures.issued_at'
		])
		.where('pupil.school_id', '=', schoolId)
		.where('pupil.left_at', 'is', null)
		.$if(pupilId !== null, (query) => query.where('pupil.pupil_id', '=', pupilId ?? ''))
		.execute();
	return [...Map.groupBy(rows, ({ pupil_id }) => pupil_id).values()].flatMap((ofOne) => {
		const [first] = ofOne;
		if (!first) return [];
		const classYears = ofOne.flatMap((row) => row.class_year_group ?? []);
		return {
			pupilId: first.pupil_id,
			firstName: first.first_name,
			distinguisher: first.distinguisher,
			language: first.language,
			classIds: ofOne.flatMap((row) => row.class_id ?? []),
			yearGroup: first.year_group ?? (classYears.length > 0 ? Math.min(...classYears) : null),
			issuedAt: first.issued_at
		};
	});
}

export async function secretPicturesOf(
	db: Db,
	schoolId: string,
	pupilId: string
): Promise<SecretPicturesRow | null> {
	const row = await db
		.selectFrom('secret_pictures')
		.selectAll()
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.executeTakeFirst();
	return row ?? null;
}

/** New pictures take the place of the old ones. */
export async function putSecretPictures(db: Db, row: SecretPicturesRow): Promise<void> {
	const { school_id: _school, pupil_id: _pupil, ...renewed } = row;
	await db
		.insertInto('secret_pictures')
		.values(row)
		.onConflict((conflict) => conflict.columns(['school_id', 'pupil_id']).doUpdateSet(renewed))
		.execute();
}

/**
 * The misses of one scope, held by this transaction until it ends: two guesses at the same moment
 * come one after the other, on PostgreSQL too.
 */
export async function holdMisses(
	tx: Db,
	schoolId: string,
	scope: string
): Promise<{ misses: number; lastMissAt: number }> {
	// An update that changes nothing locks the row; `for update` is not known to SQLite.
	const row = await tx
		.insertInto('guess')
		.values({ school_id: schoolId, scope, misses: 0, last_miss_at: 0 })
		.onConflict((conflict) =>
			conflict.columns(['school_id', 'scope']).doUpdateSet((set) => ({
				misses: set.ref('guess.misses')
			}))
		)
		.returning(['misses', 'last_miss_at'])
		.executeTakeFirstOrThrow();
	return { misses: row.misses, lastMissAt: row.last_miss_at };
}

export async function setMisses(
	tx: Db,
	schoolId: string,
	scope: string,
	misses: number,
	lastMissAt: number
): Promise<void> {
	await tx
		.updateTable('guess')
		.set({ misses, last_miss_at: lastMissAt })
		.where('school_id', '=', schoolId)
		.where('scope', '=', scope)
		.execute();
}

/** Puts in a token, and throws away those whose time is over. */
export async function insertAnswerToken(
	db: Db,
	token: {
		schoolId: string;
		tokenHash: string;
		pupilId: string;
		kioskId: string;
		expiresAt: number;
	},
	now: number
): Promise<void> {
	await db
		.deleteFrom('answer_token')
		.where('school_id', '=', token.schoolId)
		.where('expires_at', '<=', now)
		.execute();
	await db
		.insertInto('answer_token')
		.values({
			school_id: token.schoolId,
			token_hash: token.tokenHash,
			pupil_id: token.pupilId,
			kiosk_id: token.kioskId,
			expires_at: token.expiresAt
		})
		.execute();
}

/** Whose answers a token opens at this kiosk; `null` when it opens none. */
export async function pupilOfAnswerToken(
	db: Db,
	token: { schoolId: string; tokenHash: string; kioskId: string },
	now: number
): Promise<string | null> {
	const row = await db
		.selectFrom('answer_token')
		.select('pupil_id')
		.where('school_id', '=', token.schoolId)
		.where('token_hash', '=', token.tokenHash)
		.where('kiosk_id', '=', token.kioskId)
		.where('expires_at', '>', now)
		.executeTakeFirst();
	return row?.pupil_id ?? null;
}

export async function deleteAnswerTokensOfKiosk(
	db: Db,
	schoolId: string,
	kioskId: string
): Promise<void> {
	await db
		.deleteFrom('answer_token')
		.where('school_id', '=', schoolId)
		.where('kiosk_id', '=', kioskId)
		.execute();
}

export async function deleteAnswerTokensOfPupil(
	db: Db,
	schoolId: string,
	pupilId: string
): Promise<void> {
	await db
		.deleteFrom('answer_token')
		.where('school_id', '=', schoolId)
		.where('pupil_id', '=', pupilId)
		.execute();
}
