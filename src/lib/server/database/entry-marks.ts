// Whose an entry is, as grown-ups have said; see domain/entry-mark.ts. Rows are only ever added.
import type { ExpressionBuilder } from 'kysely';
import type { EntryMark, EntrySays } from '$lib/domain/entry-mark';
import type { Db } from './open';
import type { Tables } from './schema';

const NOT: EntrySays = 'not-this-child';

/** For the `where` of a query over `hello`: `isMistaken` of the domain, turned round. */
export const notMistaken = ({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'hello'>) =>
	not(
		exists(
			selectFrom('entry_mark')
				.select('entry_mark.entry_id')
				.whereRef('entry_mark.school_id', '=', 'hello.school_id')
				.whereRef('entry_mark.entry_id', '=', 'hello.hello_id')
				.where('entry_mark.says', '=', NOT)
				.where((eb) =>
					eb.not(
						eb.exists(
							eb
								.selectFrom('entry_mark as later')
								.select('later.entry_id')
								.whereRef('later.school_id', '=', 'entry_mark.school_id')
								.whereRef('later.entry_id', '=', 'entry_mark.entry_id')
								.whereRef('later.position', '>', 'entry_mark.position')
						)
					)
				)
		)
	);

/** Of each entry that was marked, in the order in which they were set. */
export async function entryMarksOf(
	db: Db,
	schoolId: string,
	entryIds: readonly string[]
): Promise<Map<string, EntryMark[]>> {
	const marks = new Map<string, EntryMark[]>();
	if (entryIds.length === 0) return marks;
	const rows = await db
		.selectFrom('entry_mark')
		.select(['entry_id', 'says', 'pupil_id', 'marked_by', 'marked_at'])
		.where('school_id', '=', schoolId)
		.where('entry_id', 'in', [...entryIds])
		.orderBy('entry_id')
		.orderBy('position')
		.execute();
	for (const { entry_id, says, pupil_id, marked_by, marked_at } of rows) {
		const mark = { says, pupilId: pupil_id, by: marked_by, at: marked_at };
		marks.set(entry_id, [...(marks.get(entry_id) ?? []), mark]);
	}
	return marks;
}

/** @returns false when somebody else has set this one in the same moment */
export async function insertEntryMark(
	db: Db,
	of: { schoolId: string; entryId: string; position: number },
	{ says, pupilId, by, at }: EntryMark
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('entry_mark')
		.values({
			school_id: of.schoolId,
			entry_id: of.entryId,
			position: of.position,
			says,
			pupil_id: pupilId,
			marked_by: by,
			marked_at: at
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return Number(numInsertedOrUpdatedRows) > 0;
}
