// Something calm did not help: from there to a grown-up, with the feeling that was tapped, whatever happens to the
// tablet or its pictures meanwhile.
import { activityNamed } from '$lib/content/activities';
import { feelingCard } from '$lib/content/cards';
import { expect, test } from '../support/journey';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const BREATH = 'flower-candle';
const UPRIGHT = { width: 800, height: 1280 };
const LYING = { width: 1280, height: 800 };

test('"bigger" leads to a grown-up with the feeling, also past a broken picture and a turned tablet; a hidden page ends the visit', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, adult }
}) => {
	const { calm, page } = kiosk;
	await page.addInitScript((file) => {
		const { fetch } = window;
		window.fetch = (input, init) =>
			String(input).endsWith(file) ? Promise.resolve(new Response('{')) : fetch(input, init);
	}, `${BREATH}.json`);
	await page.reload();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.chooseFeeling('worried');
	await kiosk.openCalm();
	await calm.choose(BREATH);
	await expect(calm.words, 'the words lead').toHaveText(
		activityNamed(BREATH).steps[0]?.say.en ?? ''
	);
	await expect(calm.picture).toHaveCount(0);
	const second = activityNamed(BREATH).steps.find(({ cue }) => cue !== 'intro')?.say.en ?? '';
	await expect(calm.words, 'it goes on').toHaveText(second, { timeout: 20_000 });
	await page.setViewportSize(UPRIGHT);
	await expect(calm.playing(BREATH), 'the same activity').toBeVisible();
	await expect(kiosk.button('calm.pause'), 'not paused').toBeVisible();
	await page.setViewportSize(LYING);
	await calm.stop();
	await calm.say('bigger');
	await kiosk.tap(kiosk.button('after.grown_up'), kiosk.heading('offer.what'));
	await kiosk.wish('sit', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();

	await staff.signIn(adult);
	await staff.openFirstRequest();
	await expect(
		staff.page.getByText(feelingCard('worried').label.en, { exact: true })
	).toBeVisible();

	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openCalm();
	await calm.choose(BREATH);
	await page.evaluate(() => {
		Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	});
	await expect(kiosk.startButton.or(kiosk.faces)).toBeVisible();
	await expect(calm.playing(BREATH)).toHaveCount(0);

	await page.evaluate(() => Reflect.deleteProperty(document, 'visibilityState'));
	await kiosk.openGrownUpCorner();
	const broken = kiosk.words('corner.calm_broken', { names: `${BREATH}.json` });
	await expect(page.getByText(broken)).toBeVisible();
});
