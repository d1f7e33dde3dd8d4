// How migrations make tables.
import {
	PostgresAdapter,
	sql,
	type ColumnDefinitionBuilder,
	type CreateTableBuilder,
	type Kysely
} from 'kysely';

type Column = 'text' | 'text?' | 'time' | 'time?' | 'number' | 'number?' | 'bytes';
type Columns = Record<string, Column>;

const types = { text: 'text', time: 'bigint', number: 'integer' } as const;

const bytesOf = (db: Kysely<unknown>) =>
	db.getExecutor().adapter instanceof PostgresAdapter ? sql`bytea` : ('blob' as const);

const parentKeys: Record<string, string> = {
	class: 'class_id',
	pupil: 'pupil_id',
	staff_member: 'staff_id',
	talk_request: 'request_id'
};

/** A table whose key begins with `school_id`. A `?` marks a column that may be null. */
export function table(name: string, columns: Columns, key: string[], parents: string[] = []) {
	return async (db: Kysely<unknown>) => {
		let building: CreateTableBuilder<string, string> = db.schema
			.createTable(name)
			.addColumn('school_id', 'text', (column) => column.notNull());
		for (const [column, kind] of Object.entries(columns)) {
			const type =
				kind === 'bytes' ? bytesOf(db) : types[kind.replace('?', '') as keyof typeof types];
			const rule = (made: ColumnDefinitionBuilder) => (kind.endsWith('?') ? made : made.notNull());
			building = building.addColumn(column, type, rule);
		}
		building = building.addPrimaryKeyConstraint(`${name}_key`, ['school_id', ...key] as never[]);
		for (const parent of parents) {
			const own = ['school_id', parentKeys[parent] ?? ''] as never[];
			building = building.addForeignKeyConstraint(`${name}_${parent}`, own, parent, own);
		}
		await building.execute();
	};
}
