// How feelings are shown is the school's to set, and a school can add words of its own.
import { feelingCard } from '$lib/content/cards';
import { listSchoolFiles } from '$lib/server/database/school-files';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });

const SVG_WITH_A_PROGRAM = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" onload="alert(1)">
	<script>alert(1)</script><circle cx="5" cy="5" r="4" fill="#369"/></svg>`;

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
	await staff.cards.addFeelingWord(WOBBLY);
	await expect(kiosk.button('feel.else')).toBeVisible();

	await kiosk.openSomethingElse();
	await expect(kiosk.page.getByRole('main')).toContainText(WOBBLY.en);
	await kiosk.back(kiosk.feelingButton('happy'));
	await kiosk.switchLanguage();
	await kiosk.openSomethingElse();
	await kiosk.chooseOwnWord(WOBBLY.cy);
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));

	await staff.cards.removeFeelingWord(WOBBLY.en);
	await staff.signOut();
	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(staff.page.getByText(WOBBLY.en, { exact: true })).toBeVisible();
});

test('pictures change for everybody, and for one child; the words stay', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead, running, schoolId }
}) => {
	const picture = kiosk.feelingButton('sad').locator('use');
	await staff.signIn(lead);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(picture).toHaveAttribute('href', /faces.*#sad$/);
	await staff.cards.setLook({ style: 'weather', size: 'large' });
	await expect(picture).toHaveAttribute('href', /weather.*#sad$/);
	await kiosk.notMe();

	// A drawing that carries a program becomes a picture of dots; what has none keeps its face.
	await staff.cards.setSymbol(feelingCard('sad').label.en, {
		name: 'sad.svg',
		mimeType: 'image/svg+xml',
		buffer: Buffer.from(SVG_WITH_A_PROGRAM)
	});
	await staff.cards.setLook({ style: 'symbols', size: 'usual' });
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.feelingButton('sad').locator('img')).toHaveJSProperty('naturalWidth', 320);
	await expect(kiosk.feelingButton('happy').locator('use')).toHaveAttribute('href', /#happy$/);
	const [symbol] = await listSchoolFiles(running.db, schoolId, ['symbol']);
	expect(symbol).toMatchObject({ name: 'sad', type: 'image/webp' });
	await kiosk.notMe();

	await staff.cards.setLookForChild(child, { style: 'word', size: 'large' });
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.feelingButton('sad')).toBeVisible();
	await expect(picture).toHaveCount(0);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('hello', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
});
