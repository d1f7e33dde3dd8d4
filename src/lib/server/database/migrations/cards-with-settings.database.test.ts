import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onBothDatabases } from '../../../../../tests/support/on-both-databases';
import { settingsOfSchool } from '../settings';
import { table } from './create-table';
import { up } from './0011-cards-with-settings';

const before = table(
	'card_setting',
	{ scope: 'text', subject_id: 'text', style: 'text', size: 'text', band: 'text?' },
	['scope', 'subject_id']
);

onBothDatabases('feeling cards that were set before', (database) => {
	it('are kept beside what else is set', async () => {
		const { db } = database();
		await before(db as never);
		await sql`insert into card_setting values
			('s', 'pupil', 'mali', 'word', 'large', '4-7'), ('s', 'school', 's', 'weather', 'usual', null)`.execute(
			db
		);
		await sql`insert into setting values ('s', 'pupil', 'mali', '{"theme":"plain"}', 5)`.execute(
			db
		);
		await up(db as never);
		const saved = await settingsOfSchool(db, 's');
		expect(new Map(saved.map(({ subjectId, change }) => [subjectId, change]))).toEqual(
			new Map<string, unknown>([
				['mali', { theme: 'plain', cards: { style: 'word', size: 'large', band: '4-7' } }],
				['s', { cards: { style: 'weather', size: 'usual', band: null } }]
			])
		);
	});
});
