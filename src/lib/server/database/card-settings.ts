// How feeling cards look: for the school, and where a class, a tablet or a child has it otherwise.
import type { CardSetting } from '$lib/domain/card-look';
import type { Db } from './open';

export type CardScope = 'school' | 'class' | 'kiosk' | 'pupil';

export interface SavedCardSetting extends CardSetting {
	scope: CardScope;
	/** The id of the school, the class, the tablet or the child. */
	subjectId: string;
}

export function cardSettings(db: Db, schoolId: string): Promise<SavedCardSetting[]> {
	return db
		.selectFrom('card_setting')
		.select(['scope', 'subject_id as subjectId', 'style', 'size', 'band'])
		.where('school_id', '=', schoolId)
		.execute();
}

export async function saveCardSetting(
	db: Db,
	schoolId: string,
	{ scope, subjectId, style, size, band }: SavedCardSetting
): Promise<void> {
	await db
		.insertInto('card_setting')
		.values({ school_id: schoolId, scope, subject_id: subjectId, style, size, band })
		.onConflict((conflict) =>
			conflict.columns(['school_id', 'scope', 'subject_id']).doUpdateSet({ style, size, band })
		)
		.execute();
}

export async function dropCardSetting(
	db: Db,
	schoolId: string,
	{ scope, subjectId }: Pick<SavedCardSetting, 'scope' | 'subjectId'>
): Promise<void> {
	await db
		.deleteFrom('card_setting')
		.where('school_id', '=', schoolId)
		.where('scope', '=', scope)
		.where('subject_id', '=', subjectId)
		.execute();
}
