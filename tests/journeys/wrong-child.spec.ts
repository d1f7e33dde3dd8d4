// A child tapped another child's face: a grown-up says so, and it can be undone.
import { feelingCard } from '$lib/content/cards';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

test('what came in under another child’s name leaves that child’s pages, and comes back', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead, className }
}) => {
	await staff.signIn(adult);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('chat', child.firstName);
	await kiosk.finish();

	await staff.openFirstRequest();
	await staff.page.getByText(staff.words('entry.title')).click();
	await staff.button('entry.not').click();
	await expect(staff.says('entry.not-this-child')).toBeVisible();
	await staff.showNames();
	await expect(staff.heading('happened')).toBeVisible();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	// No time can be promised to a child who cannot read it.
	await expect(staff.button('coming')).toBeVisible();

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toHaveText(kiosk.words('forme.nothing'));
	await kiosk.notMe();

	await staff.signOut();
	await staff.signIn(lead);
	await staff.openFeelings();
	await staff.page.getByRole('link', { name: staff.words('entry.title') }).click();
	await expect(staff.heading('entry.title')).toBeVisible();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);
	await staff.showNames();
	await expect(staff.says('entry.marked', { adult: adult.name })).toBeVisible();

	// Whose it was, for who knows: it stands with that child as what a grown-up said.
	const whose = staff.field('entry.whose');
	const names = await whose.getByRole('option').allInnerTexts();
	expect(names).not.toContain(`${child.firstName}, ${className}`);
	const right = names.find((name) => name.includes(className));
	await whose.selectOption(right ?? '');
	await staff.button('form.save').click();
	await expect(staff.says('entry.whose.saved')).toBeVisible();
	await staff.open('/feelings');
	await staff.showNames();
	const felt = staff.page.getByRole('listitem').filter({
		hasText: staff.words('feelings.said_by', { adult: lead.name })
	});
	await expect(felt).toContainText(right?.split(',')[0] ?? '');
	await expect(felt).toContainText(feelingCard('worried').label.en);
	await expect(felt).not.toContainText(child.firstName);

	await staff.open('/entries');
	await staff.showNames();
	await staff.button('entry.undo').click();
	await expect(staff.says('entry.this-child')).toBeVisible();

	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toContainText(adult.name);
});
