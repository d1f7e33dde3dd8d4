// The ear: what a grown-up has recorded is read to a child, with no network, and never a name or a feeling.
import { kioskWords } from '$lib/i18n/kiosk-words';
import { launchOptions } from '../support/browser';
import { expect, test } from '../support/journey';

const { args = [], ...options } = launchOptions();
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: { ...options, args: [...args, ...MICROPHONE] } });

const t = kioskWords('en');
const HAPPY = 'Happy';
const SAD = 'Sad';

interface Heard {
	/** Sounds that were played to their end. */
	played: number;
	/** Everything that was lifted, in order. */
	lifted: string[];
}

test('a grown-up records, listens, records again and removes; a microphone that is not allowed is said', async ({
	school: { lead },
	staff
}) => {
	await staff.signIn(lead);
	await staff.open('/office/voices?language=en');
	const first = t('urgent.button');
	const counted = (recorded: number) =>
		staff.page.getByText(new RegExp(`^${recorded} of \\d+ recorded$`));
	await expect(counted(0).first()).toBeVisible();
	await staff.office.recordVoice(first);
	await expect(counted(1).first()).toBeVisible();

	const line = staff.office.voiceLine(first);
	const listen = line.getByRole('button', { name: staff.words('voices.listen') });
	const sound = staff.page.waitForResponse((response) => /\/staff\/files\//.test(response.url()));
	await listen.click();
	const before = await sound;
	expect(before.headers()['content-type']).toMatch(/^audio\//);
	await staff.office.recordVoice(first);
	const again = staff.page.waitForResponse((response) => /\/staff\/files\//.test(response.url()));
	await listen.click();
	expect((await again).url()).not.toBe(before.url());

	await line.getByRole('button', { name: staff.words('voices.remove') }).click();
	await expect(line).toContainText(staff.words('voices.none'));
	await expect(counted(0).first()).toBeVisible();

	await staff.page.evaluate(() => {
		navigator.mediaDevices.getUserMedia = () =>
			Promise.reject(new DOMException('no', 'NotAllowedError'));
	});
	await line.getByRole('button', { name: staff.words('voices.record') }).click();
	await expect(line.getByRole('alert')).toContainText(staff.words('voices.problem.denied'));
});

test('a child hears the screen read in that voice without a network, and nothing that is nobody else’s to hear', async ({
	pairedKiosk: kiosk,
	school: { adult, child, lead },
	staff
}) => {
	// Recording and reading take as long as they take; a busy machine is slow besides.
	test.setTimeout(120_000);
	const { page } = kiosk;
	await page.addInitScript(() => {
		const heard: Heard = { played: 0, lifted: [] };
		Object.assign(window, { heard });
		const { play } = HTMLMediaElement.prototype;
		HTMLMediaElement.prototype.play = function () {
			this.addEventListener('ended', () => (heard.played += 1), { once: true });
			return play.call(this);
		};
		const { setAttribute } = Element.prototype;
		Element.prototype.setAttribute = function (name, value) {
			if (name === 'data-being-read') heard.lifted.push(this.textContent?.trim() ?? '');
			setAttribute.call(this, name, value);
		};
	});
	await kiosk.open();
	await expect(kiosk.ear).toBeHidden();
	const heard = () => page.evaluate(() => (window as unknown as { heard: Heard }).heard);
	/** What is short may be over before anybody looks. @param from what was lifted before it */
	const isLifted = (words: string, from = 0) =>
		expect.poll(async () => (await heard()).lifted.slice(from)).toContain(words);

	await staff.signIn(lead);
	await staff.open('/office/voices?language=en');
	for (const said of [t('urgent.button'), HAPPY, SAD]) await staff.office.recordVoice(said);
	await expect(kiosk.ear, 'the voices have reached the tablet').toBeVisible({ timeout: 15_000 });

	await page.context().setOffline(true);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	const asked = await kiosk.feelings.innerText();
	await kiosk.tap(kiosk.ear, kiosk.beingRead);
	await expect(kiosk.ear).toHaveAttribute('aria-pressed', 'true');
	await isLifted(HAPPY);
	await isLifted(SAD);
	await expect.poll(async () => (await heard()).played).toBe(2);
	await kiosk.tap(kiosk.ear, page.locator('[aria-pressed=false]', { has: page.locator('use') }));
	await expect(kiosk.beingRead).toHaveCount(0);

	// The feeling is chosen now, and a grown-up is named: both are on the tablet's mind, and neither is said.
	await kiosk.chooseFeeling('happy');
	await kiosk.tap(kiosk.ear, kiosk.beingRead);
	await isLifted(t('offer.hello'));
	await kiosk.hide();
	await expect(kiosk.beingRead).toHaveCount(0);
	await expect(kiosk.ear).toHaveAttribute('aria-pressed', 'false');

	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));
	await kiosk.start();
	const before = (await heard()).lifted.length;
	await kiosk.tap(kiosk.ear, kiosk.beingRead);
	await isLifted(t('urgent.button'), before);
	const { lifted, played } = await heard();
	expect(played).toBeGreaterThanOrEqual(2);
	expect(lifted.slice(0, 2)).toEqual([asked, HAPPY]);
	const ofOffer = lifted.slice(lifted.indexOf(t('offer.what')));
	expect(ofOffer).toContain(t('offer.hello'));
	expect(ofOffer).toContain(t('signin.face'));
	for (const words of ofOffer) {
		expect(words).not.toContain(HAPPY);
		expect(words).not.toContain(child.firstName);
		expect(words).not.toContain(adult.name);
	}

	// No voice for Welsh: no ear that would stay silent.
	await kiosk.switchLanguage();
	await expect(kiosk.ear).toBeHidden();
	await expect(kiosk.beingRead).toHaveCount(0);
});
