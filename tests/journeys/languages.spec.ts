// Welsh and English are equals on both sides.
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

test('a school that begins in Welsh speaks Welsh through the whole visit', async ({
	kiosk,
	staff,
	school: { child, lead, pairingCode }
}) => {
	await staff.signIn(lead);
	await staff.office.setSchoolLanguage('cy');
	kiosk.language = 'cy';
	await kiosk.pair(await pairingCode());
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'cy');
	await kiosk.chooseFeeling('happy');
	await kiosk.wish('hello', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
});

test('the switch keeps the place, and the next child has the school’s language', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.switchLanguage();
	await expect(kiosk.heading('offer.what')).toBeVisible();
	await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'cy');
	await kiosk.wish('skip', child.firstName);
	kiosk.language = 'en';
	await expect(kiosk.startButton).toBeVisible({ timeout: 10_000 });
	await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a member of staff works in Welsh, and an answer reads in the child’s language', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.switchLanguage();
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('chat', child.firstName);

	await staff.signIn(adult);
	await staff.switchLanguage();
	await expect(staff.requests).toHaveCount(1);
	await staff.openFirstRequest();
	await staff.answer({ place: 'library' });
	await staff.open();
	await expect(staff.page.locator('html')).toHaveAttribute('lang', 'cy');
	await expect(staff.requests).toContainText(staff.words('state.arranged'));
});
