// How feeling cards look becomes one of the settings, so that a class, a tablet or a child has one row.
import type { Kysely } from 'kysely';

interface Before {
	card_setting: {
		school_id: string;
		scope: string;
		subject_id: string;
		style: string;
		size: string;
		band: string | null;
	};
	setting: {
		school_id: string;
		scope: string;
		subject_id: string;
		change_json: string;
		changed_at: number;
	};
}

export async function up(db: Kysely<Before>): Promise<void> {
	const looks = await db.selectFrom('card_setting').selectAll().execute();
	for (const { style, size, band, ...subject } of looks) {
		const row = await db
			.selectFrom('setting')
			.select('change_json')
			.where('school_id', '=', subject.school_id)
			.where('scope', '=', subject.scope)
			.where('subject_id', '=', subject.subject_id)
			.executeTakeFirst();
		const before = JSON.parse(row?.change_json ?? '{}') as object;
		const change_json = JSON.stringify({ ...before, cards: { style, size, band } });
		await db
			.insertInto('setting')
			.values({ ...subject, change_json, changed_at: Date.now() })
			.onConflict((conflict) =>
				conflict.columns(['school_id', 'scope', 'subject_id']).doUpdateSet({ change_json })
			)
			.execute();
	}
	await db.schema.dropTable('card_setting').execute();
}
