// A grown-up's own device says that somebody asks: one constant sentence, without a name.
import cy from '../../src/lib/i18n/messages/cy/notices.json' with { type: 'json' };
import en from '../../src/lib/i18n/messages/en/notices.json' with { type: 'json' };
import { expect, test as journey } from '../support/journey';
import { startPushService, type PushService } from '../support/push-service';
import { StaffDevice } from '../support/staff-device';
import { StaffPage } from '../support/staff-page';

const SENTENCES = { en, cy };

const test = journey.extend<{ service: PushService; device: StaffDevice; office: StaffPage }>({
	service: async ({}, use) => {
		const service = await startPushService();
		await use(service);
		service.stop();
	},
	/** In the browser of `staff`. */
	device: async ({ staff, server, service }, use) => {
		await use(await StaffDevice.prepare(staff.page, server.origin, service));
	},
	/** Another browser. */
	office: async ({ browser, server }, use) => {
		const context = await browser.newContext();
		await use(new StaffPage(await context.newPage(), server));
		await context.close();
	}
});

for (const [first, other] of [
	['en', 'cy'],
	['cy', 'en']
] as const) {
	test(`a device says one of two sentences, in the language of its person (${first} first)`, async ({
		pairedKiosk: kiosk,
		staff,
		device,
		school: { child, adult }
	}) => {
		await staff.signIn(adult);
		if (first === 'cy') await staff.switchLanguage();
		await staff.switchNoticesOn();

		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('worried');
		await kiosk.wish('chat', child.firstName);
		await device.receive();
		const ordinary = {
			title: SENTENCES[first].ordinary,
			body: '',
			lang: first,
			renotify: false
		};
		expect(await device.notices()).toEqual([ordinary]);

		const changed = staff.page.waitForResponse(
			(response) => response.url().endsWith('/staff/push') && response.ok()
		);
		await staff.switchLanguage();
		await changed;
		await kiosk.finish();
		await kiosk.callUrgent();
		await device.receive();
		const urgent = {
			title: SENTENCES[other].urgent,
			body: '',
			lang: other,
			renotify: true
		};
		const shown = await device.notices();
		expect(shown).toHaveLength(2);
		expect(shown).toEqual(expect.arrayContaining([ordinary, urgent]));

		const messages = await device.device.received();
		expect(new Set(messages.map((message) => message.length)).size).toBe(1);
		for (const message of messages) expect(message).not.toContain(child.firstName);
	});
}

test('a tap on it brings the inbox, and leaves a page of the office alone', async ({
	pairedKiosk: kiosk,
	staff,
	device,
	school: { child, lead, adult }
}) => {
	await staff.signIn(adult);
	await staff.switchNoticesOn();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);
	await device.receive();
	expect(await device.tapNotice(en.ordinary)).toEqual([{ focused: '/staff' }]);
	expect(await device.notices()).toEqual([]);

	await kiosk.finish();
	await kiosk.callUrgent();
	await device.receive();
	// Where somebody else works who has no inbox open.
	await staff.signOut();
	await staff.signIn(lead);
	await staff.open('/office/people');
	expect(await device.tapNotice(en.urgent)).toEqual([{ opened: '/staff' }]);
});

test('the office sees whose notices do not arrive, until they are switched on again', async ({
	pairedKiosk: kiosk,
	staff,
	device,
	office,
	school: { child, adult, lead }
}) => {
	const lineOf = (name: string) => office.page.getByRole('listitem').filter({ hasText: name });
	const noDevice = lineOf(adult.name).getByText(office.words('people.no-device'));
	const fails = lineOf(adult.name).getByText(
		new RegExp(`^${office.words('people.notices.device-lost', { name: adult.name, day: '.+' })}$`)
	);
	await office.signIn(lead);
	await office.open('/office/people');
	await expect(noDevice).toBeVisible();

	await staff.signIn(adult);
	await staff.switchNoticesOn();
	await office.open('/office/people');
	await expect(lineOf(adult.name)).toBeVisible();
	await expect(noDevice).toHaveCount(0);

	await device.device.expire();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('sit', child.firstName);
	await expect(async () => {
		await office.open('/office/people');
		await expect(fails).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await expect(office.page.getByText(child.firstName, { exact: true })).toHaveCount(0);

	// The browser still holds the lost subscription; the page knows better.
	await staff.open();
	await staff.switchNoticesOn();
	await office.open('/office/people');
	await expect(lineOf(adult.name)).toBeVisible();
	await expect(fails).toHaveCount(0);
});

test('a subscription that the browser renewed by itself goes on', async ({
	pairedKiosk: kiosk,
	staff,
	device,
	school: { child, adult }
}) => {
	await staff.signIn(adult);
	await staff.switchNoticesOn();
	await device.renew();
	await staff.open();
	await expect(staff.says('push.on')).toBeVisible();

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openTalk();
	await kiosk.wish('chat', child.firstName);
	await device.receive();
	expect(await device.notices()).toMatchObject([{ title: en.ordinary }]);
});

test('what a colleague switched on in the same browser is theirs', async ({
	staff,
	device,
	school: { adult, lead }
}) => {
	await staff.signIn(adult);
	await staff.switchNoticesOn();
	const before = device.device.endpoint;
	await staff.signOut();
	await staff.signIn(lead);
	await expect(staff.button('push.ask')).toBeVisible();
	await staff.switchNoticesOn();
	expect(device.device.endpoint).not.toBe(before);
});
