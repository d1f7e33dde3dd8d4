// A school begins with an empty server: link, roster, colleagues, a tablet.
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/journey';
import { StaffPage } from '../support/staff-page';

const ROSTER = resolve(import.meta.dirname, '../../src/lib/content/demo-school');
const FILES = [
	'manifest',
	'orgs',
	'academicSessions',
	'courses',
	'classes',
	'users',
	'enrollments'
];
const LEAD = { email: 'lead@school.example', password: 'three words in a row' };
const TEACHER = { email: 'teacher@school.example', password: 'another three words' };

const setUpLinkIn = (output: string): string => /http\S+\/setup\/\S+/.exec(output)?.[0] ?? '';

test('from the link that the server prints to a tablet that children can use', async ({
	server,
	staff,
	kiosk,
	browser
}) => {
	await server.start();
	const link = setUpLinkIn(server.output);
	await staff.setUp(link, { name: 'Ysgol y Bryn', leadName: 'Mrs Rees', ...LEAD });
	await staff.office.importRoster(FILES.map((file) => `${ROSTER}/${file}.csv`));

	const invitation = await staff.office.invite('Miss Parry');
	const other = await browser.newContext();
	const teacher = new StaffPage(await other.newPage(), server);
	await teacher.acceptInvitation(invitation, TEACHER);
	await expect(teacher.says('empty.mine')).toBeVisible();
	// A link that was used opens for nobody else.
	await teacher.page.goto(invitation);
	await expect(teacher.heading('invitation.gone.title')).toBeVisible();
	await other.close();

	const pairing = await staff.office.makePairingLink('Cwtch');
	await kiosk.pair(new URL(pairing).hash.replace('#pair=', ''));
	await kiosk.start('Dosbarth Afon');
	await expect(staff.says('kiosks.paired', { name: 'Cwtch' })).toBeVisible({ timeout: 15_000 });
});

test('the set-up link opens once, and an older one not at all', async ({ server, staff }) => {
	await server.start();
	const first = setUpLinkIn(server.output);
	await server.kill();
	await server.start();
	const second = setUpLinkIn(server.output.replace(first, ''));
	await staff.page.goto(first);
	await expect(staff.heading('setup.gone.title')).toBeVisible();
	await staff.setUp(second, { name: 'Ysgol y Bryn', leadName: 'Mrs Rees', ...LEAD });
	await staff.page.goto(second);
	await expect(staff.heading('setup.gone.title')).toBeVisible();
});

test('what is missing in the form is said, and what was typed stays', async ({ server, staff }) => {
	await server.start();
	await staff.page.goto(setUpLinkIn(server.output));
	await staff.field('setup.school.name').fill('Ysgol y Bryn');
	await staff.field('setup.lead.name').fill('Mrs Rees');
	await staff.field('credentials.email').fill(LEAD.email);
	await staff.field('credentials.password').fill('aaaaaaaaaaaa');
	await staff.button('setup.go').click();
	await expect(staff.says('credentials.password.simple')).toBeVisible();
	await expect(staff.field('setup.school.name')).toHaveValue('Ysgol y Bryn');
});

test('a wrong password is told apart from nothing, and a signed-out page leads to sign-in', async ({
	school,
	staff
}) => {
	await staff.open();
	await expect(staff.field('credentials.password')).toBeVisible();
	await staff.fillSignIn({ email: school.adult.email, password: 'not the password' });
	await expect(staff.says('sign-in.wrong')).toBeVisible();
	await staff.fillSignIn({ email: 'nobody@school.example', password: 'not the password' });
	await expect(staff.says('sign-in.wrong')).toBeVisible();
	await staff.signIn(school.adult);
	await staff.signOut();
});

/** The page comes without what makes it move, until it is woken. */
async function openAsleep(page: Page, address: string): Promise<() => Promise<void>> {
	let wake = (): void => undefined;
	const asleep = new Promise<void>((resolve) => (wake = resolve));
	await page.route('**/_app/immutable/entry/*.js', async (route) => {
		await asleep;
		await route.continue();
	});
	await page.goto(address, { waitUntil: 'commit' });
	return async () => {
		wake();
		// Kit’s announcer is the last thing that it adds.
		await expect(page.locator('#svelte-announcer')).toBeAttached();
	};
}

test('what is typed before the page is awake stays', async ({ school, staff }) => {
	const { page } = staff;
	const wake = await openAsleep(page, `${staff.origin}/staff/sign-in`);
	await staff.field('credentials.email').fill(school.adult.email);
	await staff.field('credentials.password').fill(school.adult.password);
	await wake();
	await expect(staff.field('credentials.email')).toHaveValue(school.adult.email);
	await expect(staff.field('credentials.password')).toHaveValue(school.adult.password);
	await staff.button('sign-in.go').click();
	await expect(page).toHaveURL(`${staff.origin}/staff`);
});

test('what is chosen before the page is awake stays', async ({ school, staff }) => {
	await staff.signIn(school.lead);
	const wake = await openAsleep(staff.page, `${staff.origin}/staff/away`);
	const who = staff.field('away.who');
	const chosen = await who.selectOption({ label: school.adult.name });
	await wake();
	await expect(who).toHaveValue(chosen[0] ?? 'nobody');
	await staff.button('away.mark').click();
	await expect(staff.says('away.saved')).toBeVisible();
	const back = `${staff.words('away.end')} ${school.adult.name}`;
	await expect(staff.page.getByRole('button', { name: back, exact: true })).toBeVisible();
});
