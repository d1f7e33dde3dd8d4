// For me without special pictures: a grown-up beside the tablet opens it, or does not; and a camera that is
// not allowed.
import { PASS_ASK_LASTS_MS } from '$lib/domain/passes';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

test('a grown-up beside the tablet opens For me with the number that stands there', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await staff.signIn(adult);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	const number = await kiosk.pad.askGrownUp();
	await staff.page.getByRole('link', { name: /For me/ }).click();
	await expect(staff.heading('passes.title')).toBeVisible();
	await expect(staff.page.getByText(child.firstName)).toHaveCount(0);

	await staff.typePassNumber(number === '10' ? '11' : '10');
	await expect(staff.says('passes.wrong_number')).toBeVisible();
	await expect(kiosk.page.getByText(number, { exact: true })).toBeVisible();
	await staff.typePassNumber(number);
	await expect(staff.says('passes.opened')).toBeVisible();
	await expect(kiosk.forMe).toHaveText(kiosk.words('forme.nothing'));
	await expect(staff.says('passes.empty')).toBeVisible();

	// Once: the next visit asks again.
	await kiosk.notMe();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await expect(kiosk.forMe).toHaveCount(0);
});

test('it stays closed when a grown-up says so, after three wrong numbers and after three minutes; the other ways stay open', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	await staff.signIn(adult);
	await kiosk.page.clock.install();
	await kiosk.open();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	const askAgain = async () => {
		await kiosk.tap(
			kiosk.button('signin.use_pictures'),
			kiosk.page.getByText(kiosk.words('forme.open'))
		);
		return kiosk.pad.askGrownUp();
	};
	const stays = kiosk.page.getByText(kiosk.words('pass.declined'));
	await kiosk.pad.askGrownUp();
	await staff.open('/passes');
	await staff.page.getByRole('button', { name: staff.words('passes.decline') }).click();
	await expect(staff.says('passes.declined')).toBeVisible();
	await expect(stays).toBeVisible();
	await expect(kiosk.page.getByText(/^\d\d$/)).toHaveCount(0);
	await expect(kiosk.page.getByText(adult.name)).toHaveCount(0);
	await expect(kiosk.button('urgent.button')).toBeVisible();

	const number = await askAgain();
	const wrong = number === '10' ? '11' : '10';
	for (const time of [1, 2, 3]) {
		await staff.typePassNumber(wrong);
		await expect(staff.says(time < 3 ? 'passes.wrong_number' : 'passes.gone')).toBeVisible();
		if (time < 3) await staff.page.reload();
	}
	await expect(staff.says('passes.empty')).toBeVisible();
	await expect(stays).toBeVisible();

	const unanswered = await askAgain();
	await kiosk.page.clock.runFor(PASS_ASK_LASTS_MS);
	await expect(kiosk.page.getByText(kiosk.words('pass.over'))).toBeVisible();
	await expect(kiosk.page.getByText(unanswered, { exact: true })).toHaveCount(0);
	await kiosk.tap(
		kiosk.button('signin.use_pictures'),
		kiosk.page.getByText(kiosk.words('forme.open'))
	);
	await kiosk.pad.tapPictures(child.pictures, kiosk.forMe);
});

test('without the camera a gentle sentence says so, and the other ways stay open', async ({
	kiosk,
	staff,
	school
}) => {
	const { child, className, lead } = school;
	await staff.signIn(lead);
	await staff.cards.makeBadges(className);
	await kiosk.page.addInitScript(() => {
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
	});
	await kiosk.pair(await school.pairingCode());
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openPad();
	await kiosk.pad.openBadge(kiosk.page.getByText(kiosk.words('error.camera')));
	await expect(kiosk.page.locator('video')).toHaveCount(0);
	await expect(kiosk.button('pass.ask')).toBeVisible();
	await kiosk.switchLanguage();
	await expect(kiosk.page.getByText(kiosk.words('error.camera'))).toBeVisible();
	await kiosk.tap(
		kiosk.button('signin.use_pictures'),
		kiosk.page.getByText(kiosk.words('forme.open'))
	);
	await kiosk.pad.tapPictures(child.pictures, kiosk.forMe);
	await expect(kiosk.forMe).toHaveText(kiosk.words('forme.nothing'));
});
