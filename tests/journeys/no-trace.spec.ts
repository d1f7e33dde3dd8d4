// Nothing of a visit is left on the tablet for the next child, a thief or a technician.
import { expect, test } from '../support/journey';
import { tracesOn } from '../support/traces';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const IDLE_MS = 30_000;
const STILL_THERE_MS = 20_000;

test('address, title, history, storage and caches are the same as before, and what is kept is sealed', async ({
	pairedKiosk: kiosk,
	server,
	school: { child, adult }
}) => {
	await kiosk.open();
	await kiosk.rested();
	const { stores: _, ...before } = await tracesOn(kiosk.page);
	// Gone, so that the message stays on the tablet to be looked at.
	await server.kill();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	const during = await tracesOn(kiosk.page);
	expect(during).toMatchObject(before);
	await kiosk.wish('chat', child.firstName);
	await kiosk.finish();

	const { stores, ...after } = await tracesOn(kiosk.page);
	expect(after).toEqual(before);
	const kept = JSON.stringify(stores);
	expect(kept, 'the message is there').toContain('routing');
	for (const told of [child.pupilId, child.firstName, adult.staffId, 'worried', 'chat']) {
		expect(kept).not.toContain(told);
	}
});

test('back and reload lead to Rest', async ({ pairedKiosk: kiosk, school: { child } }) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('sad');
	await kiosk.page.reload();
	await expect(kiosk.startButton).toBeVisible();

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.page.goBack();
	await kiosk.page.goForward();
	await expect(kiosk.startButton).toBeVisible();
	await expect(kiosk.page.getByText(child.firstName)).toHaveCount(0);
});

test('a child who walks away leaves nothing on the screen', async ({
	kiosk,
	school: { child, pairingCode }
}) => {
	await kiosk.page.clock.install();
	await kiosk.pair(await pairingCode());
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('angry');
	await kiosk.page.clock.fastForward(IDLE_MS);
	await expect(kiosk.heading('idle.ask')).toBeVisible();
	await expect(kiosk.page.getByText(child.firstName)).toHaveCount(0);
	await kiosk.page.clock.fastForward(STILL_THERE_MS);
	await expect(kiosk.startButton).toBeVisible();
});

test('“Not me!” and Hide keep nothing', async ({ pairedKiosk: kiosk, school: { child } }) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.notMe();
	await kiosk.chooseChild(child.firstName);
	await kiosk.hide();
	await expect(kiosk.page.getByText(child.firstName)).toHaveCount(0);
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton);
});
