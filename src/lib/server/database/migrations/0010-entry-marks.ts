// Whose an entry is, where somebody had tapped another child's face. Rows are only ever added.
import type { Kysely } from 'kysely';
import { table } from './create-table';

const entryMark = table(
	'entry_mark',
	{ entry_id: 'text', position: 'number', says: 'text', marked_by: 'text', marked_at: 'time' },
	['entry_id', 'position']
);

export const up = (db: Kysely<unknown>): Promise<void> => entryMark(db);
