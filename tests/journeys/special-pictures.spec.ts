// The office gives a class its special pictures; they open For me, also when they were tapped offline.
import { expect, test } from '../support/journey';

test('new cards open For me and end the old ones, in both languages', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, className, lead }
}) => {
	await staff.signIn(lead);
	await staff.cards.makePictureCards(className);
	// Covered until somebody asks: the screen may be on the whiteboard.
	await expect(staff.page.locator('.sentence').first()).toBeHidden();
	const pictures = await staff.cards.picturesOnCard(child.firstName);
	await expect(staff.page.locator('.sentence').first()).toBeVisible();
	await staff.page.emulateMedia({ media: 'print' });
	await expect(staff.page.getByRole('navigation').first()).toBeHidden();
	await expect(staff.page.getByText(className)).toHaveCount(1);
	await expect(staff.page.getByText(className)).toBeHidden();
	await staff.page.emulateMedia({ media: null });
	await staff.page.getByRole('link', { name: staff.words('pictures.done') }).click();
	await expect(staff.heading('office.pictures')).toBeVisible();
	await expect(staff.page.locator('.sentence')).toHaveCount(0);

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await kiosk.pad.tapPictures(child.pictures, kiosk.page.getByText(kiosk.words('signin.retry')));
	await kiosk.switchLanguage();
	await kiosk.pad.tapPictures(pictures, kiosk.forMe);
	await expect(kiosk.forMe).toContainText(kiosk.words('forme.nothing'));
});

test('pictures tapped without the network say later, to grown-ups alone, who asked', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.page.context().setOffline(true);
	await kiosk.openPad();
	await kiosk.pad.tapPictures(child.pictures, kiosk.page.getByText(kiosk.words('offline')));
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('state.kept'));
	await kiosk.page.context().setOffline(false);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(staff.page.getByText(staff.words('certainty.pictures-right'))).toBeVisible();
});
