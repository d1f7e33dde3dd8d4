// What the grown-up who looks after a tablet does at it, and what the office does from afar.
import { expect, test } from '../support/journey';
import { TRIES_AGAIN_MS } from '../support/tablet-page';

test('a tablet with messages waiting stays paired; an empty one is unpaired after two questions', async ({
	pairedKiosk: kiosk,
	server,
	school: { child }
}) => {
	await server.kill();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('sad');
	await kiosk.wish('skip', child.firstName);
	await kiosk.finish();
	await kiosk.openGrownUpCorner();
	await expect(kiosk.waiting).toHaveText('1');
	await expect(kiosk.page.getByText(kiosk.words('corner.not_empty'))).toBeVisible();
	await expect(kiosk.button('corner.unpair')).toHaveCount(0);

	await server.start();
	await expect(kiosk.waiting).toHaveText('0', { timeout: TRIES_AGAIN_MS });
	await kiosk.tap(
		kiosk.button('corner.unpair'),
		kiosk.page.getByText(kiosk.words('corner.unpair_ask'))
	);
	await kiosk.tap(
		kiosk.button('corner.unpair_yes'),
		kiosk.page.getByText(kiosk.words('corner.unpair_ask_again'))
	);
	await kiosk.tap(kiosk.button('corner.unpair_yes'), kiosk.heading('setup.not_ready'));
});

test('a tablet that the office has stopped is no kiosk any more', async ({
	pairedKiosk: kiosk,
	staff,
	school: { lead }
}) => {
	await staff.signIn(lead);
	await staff.open('/office/kiosks');
	await staff.page
		.locator('summary')
		.filter({ hasText: staff.words('kiosks.stop') })
		.click();
	await staff.button('kiosks.stop.go').click();
	await expect(staff.says('kiosks.revoked')).toBeVisible();
	await expect(kiosk.heading('setup.not_ready')).toBeVisible({ timeout: 30_000 });
});

test('the screen stays on while somebody is there, and can be filled', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	const { page } = kiosk;
	await page.addInitScript(() => {
		const request = WakeLock.prototype.request;
		const held = new Set<WakeLockSentinel>();
		WakeLock.prototype.request = async function (type) {
			const lock = await request.call(this, type);
			held.add(lock);
			lock.addEventListener('release', () => held.delete(lock));
			return lock;
		};
		Object.assign(window, { cwtchHeldLocks: held });
	});
	await page.reload();
	const held = () =>
		page.evaluate(() => (window as { cwtchHeldLocks?: Set<unknown> }).cwtchHeldLocks?.size);
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect.poll(held).toBe(1);
	await kiosk.page.reload();
	await kiosk.openGrownUpCorner();
	await expect(page.getByText(kiosk.words('corner.awake_yes'))).toBeVisible();
	const whole = page
		.locator('dt', { hasText: kiosk.words('corner.whole') })
		.locator('xpath=following-sibling::dd[1]');
	await expect(whole).toContainText(kiosk.words('corner.whole_no'));
	await kiosk.tap(
		kiosk.button('corner.whole_go'),
		whole.getByText(kiosk.words('corner.whole_yes'), { exact: true })
	);
	expect(await page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
});
