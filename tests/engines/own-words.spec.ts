// A child's own words, in the engines of tablets that are not Chromium.
import { expect, test } from './support/engine-journey';

const TEXT = 'i dont like  lunch its to lowd';

test('typed and drawn words reach a grown-up as they were given, and no microphone is no dead end', async ({
	tablet,
	school: { adult, child, pairingCode },
	staff
}) => {
	await tablet.pair(await pairingCode());
	await tablet.installed();
	await tablet.begin(child.firstName);
	await tablet.openDoor('door.talk', tablet.words('offer.what'));
	await tablet.tap(tablet.words('words.open'), tablet.words('words.later'));
	await tablet.tap(tablet.words('words.record'), tablet.words('words.start'));
	await tablet.tap(tablet.words('words.start'), tablet.words('error.mic'));

	await tablet.tap(tablet.words('words.type'), tablet.words('words.notlive'));
	await tablet.type(TEXT);
	await tablet.tap(tablet.words('back'), tablet.words('words.later'));
	await tablet.tap(tablet.words('words.draw'), tablet.words('words.paper'));
	await tablet.draw();
	await tablet.tap(tablet.words('words.ready'), tablet.words('offer.what'));
	await tablet.tap(tablet.words('offer.chat'), tablet.words('bye.arrived'));

	await staff.signIn(adult);
	await staff.openAsked();
	await staff.button('words.show').click();
	await expect(staff.page.locator('blockquote')).toHaveText(TEXT);
	await expect(
		staff.page.getByRole('img', { name: staff.words('words.drawing') }).locator(':scope > path')
	).toHaveCount(1);
});
