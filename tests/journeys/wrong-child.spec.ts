// A child tapped another child's face: a grown-up says so, and it can be undone.
import { expect, test } from '../support/journey';

test('what came in under another child’s name leaves that child’s pages, and comes back', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult, lead }
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
	await staff.button('entry.undo').click();
	await expect(staff.says('entry.this-child')).toBeVisible();

	await kiosk.chooseChild(child.firstName);
	await kiosk.openForMe(child.pictures);
	await expect(kiosk.forMe).toContainText(adult.name);
});
