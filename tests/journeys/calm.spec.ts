// The Cwtch on the tablet: a breath that moves, can be kept still, and is heard only when asked for.
import { expect, test } from '../support/journey';

test('a breath moves, stands still on request, and sounds only when that is chosen', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	const { page } = kiosk;
	const sounds: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.wav')) sounds.push(request.url());
	});
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openCalm();
	const picture = page.locator('.breath svg');
	const drawn = () => picture.innerHTML();
	await expect(picture).toBeVisible();
	const first = await drawn();
	await expect.poll(drawn, 'the flower and the candle move').not.toBe(first);
	expect(sounds).toEqual([]);

	const chime = page.waitForResponse((response) => response.url().endsWith('/chime-low.wav'));
	await kiosk.tap(kiosk.button('sound.on'), kiosk.button('sound.off'));
	expect((await chime).ok()).toBe(true);

	await kiosk.tap(kiosk.button('motion.off'), kiosk.button('motion.on'));
	const shown = await picture.evaluate(async (breath) => {
		const pictures = new Set<string>();
		// The shortest part of a breath takes a second, and a slow machine draws few frames.
		const until = performance.now() + 900;
		while (performance.now() < until) {
			await new Promise(requestAnimationFrame);
			pictures.add(breath.innerHTML);
		}
		return pictures.size;
	});
	expect(shown, 'one picture, or the next part of the breath').toBeLessThanOrEqual(2);
	await kiosk.tap(kiosk.button('calm.stop'), kiosk.heading('feel.ask'));
	await expect(picture).toHaveCount(0);
});

test('where breathing is turned off for a child, Calm is the quiet room', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	await staff.signIn(lead);
	await staff.office.openSettingsOfChild(child);
	await staff.office.set({}, ['flower-candle']);
	// It comes with the directory, between two visits.
	await expect(async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openCalm();
		const isQuiet = await kiosk.heading('calm.quiet').isVisible();
		if (!isQuiet) await kiosk.notMe();
		expect(isQuiet).toBe(true);
	}).toPass();
	await expect(kiosk.page.locator('.breath')).toHaveCount(0);
	await kiosk.tap(kiosk.button('calm.stop'), kiosk.heading('feel.ask'));
});
