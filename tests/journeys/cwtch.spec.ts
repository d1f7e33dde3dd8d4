// "May I come?" from a class, and the Cwtch's own tablet: something calm without saying who one is, whether a grown-up is there, and the way
// back to class.
import { CwtchPage, sayInCwtch } from '../support/cwtch-page';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a child is calm without a name, with a grown-up who has said to be there, and is ready to go back', async ({
	kiosk,
	staff,
	school
}) => {
	const cwtch = new CwtchPage(kiosk);
	await kiosk.pair(await school.pairingCode('cwtch'));
	await expect(cwtch.company, 'nobody has said so').toContainText(kiosk.words('room.nobody'));

	await staff.signIn(school.adult);
	await sayInCwtch(staff, 30);
	await expect(cwtch.company).toContainText(kiosk.words('room.here'));

	await cwtch.beCalm();
	await expect(cwtch.company).toContainText(kiosk.words('room.here'));
	await cwtch.stayFor('short');
	// Whoever is in the room sees that somebody began, and not who.
	const stay = staff.page.locator('.stay');
	await expect(stay).toBeVisible();
	const [, goAndLook = ''] = staff.words('cwtch.alone', { time: '|' }).split('|');
	await expect(stay).not.toContainText(goAndLook);
	await staff.button('cwtch.leave').click();
	await expect(stay, 'the child is still there').toContainText(goAndLook);
	await expect(cwtch.company).toContainText(kiosk.words('room.nobody'));
	await sayInCwtch(staff, 30);
	await expect(stay).not.toContainText(goAndLook);
	await expect(cwtch.company).toContainText(kiosk.words('room.here'));
	await cwtch.goOn();
	await cwtch.ready();
	await expect(kiosk.page.getByRole('main')).toContainText(kiosk.words('bye.arrived'));
	await expect(stay.locator('p')).toHaveCount(2);
	await expect(kiosk.startButton, 'by itself').toBeVisible({ timeout: 15_000 });

	// Somebody to talk to first: whoever has not said who they are says so now.
	await cwtch.beCalm();
	await cwtch.stayFor('short');
	await cwtch.goOn();
	await kiosk.tap(kiosk.button('room.talk'), kiosk.heading('signin.class'));
	await kiosk.chooseClass(school.className);
	await kiosk.chooseChild(school.child.firstName);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('chat', school.child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.button('cwtch.leave').click();
	await expect(cwtch.company).toContainText(kiosk.words('room.nobody'));
});

test('a child asks to come to the Cwtch, and reads what a grown-up says as soon as they say it', async ({
	kiosk,
	staff,
	school
}) => {
	await school.pairTestKiosk('cwtch');
	await kiosk.pair(await school.pairingCode());
	await kiosk.start();
	await kiosk.chooseChild(school.child.firstName);
	await kiosk.openCalm();
	await kiosk.tap(kiosk.button('room.ask'), kiosk.heading('room.asked'));
	const main = kiosk.page.getByRole('main');
	await expect(main).toContainText(kiosk.words('bye.arrived'));
	await expect(main, 'nothing is promised').toContainText(kiosk.words('room.wait'));

	await staff.signIn(school.adult);
	await staff.button('come.soon').click();
	await expect(kiosk.heading('room.come.soon')).toBeVisible();
	await expect(staff.button('come.soon')).toHaveCount(0);
});
