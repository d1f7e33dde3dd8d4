// A child adds words of their own: typed, drawn, recorded. They reach a grown-up as they were given, and
// nothing of them stays.
import { join } from 'node:path';
import { ChildWordsOnKiosk, FAKE_MICROPHONE } from '../support/child-words';
import { expect, openTablet, pageOf, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';

const TEXT = 'i dont like  lunch\nits to lowd ŵ';

test('typed, drawn and recorded words come with an ask, and are shown only when they are asked for', async ({
	folder,
	server,
	school: { adult, child, pairingCode },
	staff
}) => {
	test.setTimeout(90_000);
	const tablet = await openTablet(join(folder, 'tablet'), { args: FAKE_MICROPHONE });
	const kiosk = new KioskPage(await pageOf(tablet), server);
	const words = new ChildWordsOnKiosk(kiosk);
	await kiosk.pair(await pairingCode());
	await kiosk.installed();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();

	await words.open();
	await expect(kiosk.page.getByText(kiosk.words('words.later'))).toBeVisible();
	await words.openWay('type');
	for (const [attribute, value] of Object.entries({
		autocomplete: 'off',
		autocorrect: 'off',
		autocapitalize: 'off',
		spellcheck: 'false'
	}))
		await expect(words.field).toHaveAttribute(attribute, value);
	await words.type(TEXT);
	await words.back();

	await words.openWay('draw');
	await words.drawLine();
	await expect(words.marks).toHaveCount(1);
	await words.stampByKey('sun');
	await words.stampByKey('heart');
	await expect(words.marks).toHaveCount(3);
	await kiosk.tap(kiosk.button('words.undo'), words.marks.nth(1));
	await expect(words.marks).toHaveCount(2);
	await words.back();

	await words.openWay('record');
	await words.record();
	await kiosk.tap(kiosk.button('words.hear'), kiosk.button('calm.stop'));
	await words.ready();
	// Not lost on the way, nor by a look at something else.
	await words.open();
	await words.openWay('type');
	await expect(words.field).toHaveValue(TEXT);
	await words.ready();
	await kiosk.wish('chat', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await expect(kiosk.button('words.open')).toBeVisible();
	await tablet.close();

	await staff.signIn(adult);
	await staff.openAsked();
	await expect(staff.heading('words.title')).toBeVisible();
	expect(await staff.page.content()).not.toContain('lowd');
	const sound = staff.page.locator('audio');
	await expect(sound).toHaveCount(0);
	await staff.button('words.show').click();
	const text = staff.page.locator('blockquote');
	await expect(text).toBeVisible();
	expect(await text.textContent()).toBe(TEXT);
	const drawing = staff.page.getByRole('img', { name: staff.words('words.drawing') });
	await expect(drawing.locator(':scope > path, :scope > use')).toHaveCount(2);
	await expect(sound).toHaveJSProperty('paused', true);
	await expect
		.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.readyState))
		.toBeGreaterThan(0);
	await staff.page.keyboard.press('Escape');
	await expect(text).toHaveCount(0);
	await expect(sound).toHaveCount(0);
	await staff.button('words.show').click();
	await staff.cover();
	await staff.uncover();
	await expect(text).toHaveCount(0);
});

test('without a microphone the other ways stay; words with a hello are read; a visit that ends leaves none', async ({
	pairedKiosk: kiosk,
	school: { adult, child },
	staff
}) => {
	const words = new ChildWordsOnKiosk(kiosk);
	// Allowed once by a grown-up, so that no child meets the browser's question; but there is none.
	await kiosk.page.context().grantPermissions(['microphone']);
	await kiosk.openGrownUpCorner();
	await expect(kiosk.page.getByText(kiosk.words('corner.microphone_on'))).toBeVisible();
	await kiosk.back(kiosk.startButton.or(kiosk.faces));
	await kiosk.start();
	await kiosk.switchLanguage();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await words.open();
	await words.openWay('record');
	await kiosk.tap(kiosk.button('words.start'), kiosk.page.getByText(kiosk.words('error.mic')));
	await words.openWay('type');
	await words.type('shw mae');
	await kiosk.hide();
	await expect(words.field).toHaveCount(0);
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));
	kiosk.language = 'en';

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await words.open();
	await words.openWay('type');
	await expect(words.field).toHaveValue('');
	await words.type('hello from me');
	await words.ready();
	await kiosk.wish('hello', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await staff.signIn(adult);
	await expect(staff.requests).toContainText(staff.words('words.what'));
	await staff.openFirstRequest();
	await staff.button('words.show').click();
	await expect(staff.page.locator('blockquote')).toHaveText('hello from me');
});
