// The school office brings its roster in by a page.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '../support/journey';

const ROSTER = resolve(import.meta.dirname, '../../src/lib/content/demo-school');

function rosterIn(folder: string): { files: string[]; file: (name: string) => string } {
	const copy = join(folder, 'roster');
	mkdirSync(copy, { recursive: true });
	const names = readdirSync(ROSTER).filter((name) => name.endsWith('.csv'));
	for (const name of names) copyFileSync(join(ROSTER, name), join(copy, name));
	return {
		files: names.map((name) => join(copy, name)),
		file: (name) => join(copy, name)
	};
}

test('the same files again change nothing', async ({ school, staff, folder }) => {
	await staff.signIn(school.lead);
	await staff.open('/office/roster');
	await staff.field('roster.files').setInputFiles(rosterIn(folder).files);
	await staff.button('roster.check').click();
	await expect(staff.says('roster.nothing-new')).toBeVisible();
	await expect(staff.button('roster.import')).toHaveCount(0);
});

test('a child who has moved class is shown first, then moved', async ({
	school,
	staff,
	folder
}) => {
	const { files, file } = rosterIn(folder);
	const users = readFileSync(file('users.csv'), 'utf8');
	writeFileSync(file('users.csv'), users.replace(/,Anest,/, ',Anest Mair,'));
	await staff.signIn(school.lead);
	await staff.open('/office/roster');
	await staff.field('roster.files').setInputFiles(files);
	await staff.button('roster.check').click();
	await expect(staff.heading('roster.plan')).toBeVisible();
	await staff.page
		.getByText(`${staff.words('roster.pupils')}: ${staff.words('roster.change')}`)
		.click();
	await expect(staff.page.getByText(/Anest Mair/)).toBeVisible();
	await staff.button('roster.import').click();
	await expect(staff.says('roster.imported')).toBeVisible();
});

test('files that are no roster are answered with what to do, and change nothing', async ({
	school,
	staff,
	folder
}) => {
	const odd = join(folder, 'shopping.csv');
	writeFileSync(odd, '\ufeffmilk;bread\r\n"2;1\r\n');
	await staff.signIn(school.lead);
	await staff.open('/office/roster');
	await staff.field('roster.files').setInputFiles([odd]);
	await staff.button('roster.check').click();
	await expect(staff.heading('roster.problems')).toBeVisible();
	await expect(staff.button('roster.import')).toHaveCount(0);
});
