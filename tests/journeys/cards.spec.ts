// How feelings are shown is the school's to set, and a school can add words of its own.
import { expect, test } from '../support/journey';

const WOBBLY = { en: 'Wobbly', cy: 'Sigledig' };

test('a word of the school’s own is chosen in Welsh, and staff read it as it was written', async ({
	pairedKiosk: kiosk,
	staff,
	school: { adult, child, lead }
}) => {
	await staff.signIn(lead);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.button('feel.else')).toBeHidden();
	await staff.addFeelingWord(WOBBLY);
	await expect(kiosk.button('feel.else')).toBeVisible();

	await kiosk.openSomethingElse();
	await expect(kiosk.page.getByRole('main')).toContainText(WOBBLY.en);
	await kiosk.back(kiosk.feelingButton('happy'));
	await kiosk.switchLanguage();
	await kiosk.openSomethingElse();
	await kiosk.chooseOwnWord(WOBBLY.cy);
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));

	await staff.removeFeelingWord(WOBBLY.en);
	await staff.signOut();
	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(staff.page.getByText(WOBBLY.en, { exact: true })).toBeVisible();
});

test('pictures change for everybody, and for one child; the words stay', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	const picture = kiosk.feelingButton('sad').locator('use');
	await staff.signIn(lead);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(picture).toHaveAttribute('href', /faces.*#sad$/);
	await staff.setCards({ style: 'weather', size: 'large' });
	await expect(picture).toHaveAttribute('href', /weather.*#sad$/);
	await kiosk.notMe();

	await staff.setCardsOfChild(child.pupilId, { style: 'word', size: 'large' });
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.feelingButton('sad')).toBeVisible();
	await expect(picture).toHaveCount(0);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('hello', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
});
