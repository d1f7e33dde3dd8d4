// The Cwtch on the tablet: three things to do, each with a picture that moves, can be kept still, paused and left.
import { activityName } from '$lib/content/activity-names';
import { activityNamed } from '$lib/content/activities';
import { makingWords } from '$lib/i18n/making-words';
import { expect, test } from '../support/journey';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const BREATH = 'flower-candle';

test('an activity moves, is silent until sound is chosen, pauses, stands still on request, and asks how the feeling is', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	const { calm, page } = kiosk;
	const sounds: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('.wav')) sounds.push(request.url());
	});
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.openCalm();
	await expect(page.locator('.three').getByRole('button')).toHaveCount(3);
	await calm.choose(BREATH);
	await expect(calm.words).toHaveText(activityNamed(BREATH).steps[0]?.say.en ?? '');
	const drawn = () => calm.picture.innerHTML();
	await expect(calm.picture).toBeVisible();
	const first = await drawn();
	await expect.poll(drawn, 'the flower and the candle move').not.toBe(first);
	expect(sounds, 'silent until sound is chosen').toEqual([]);

	const chime = page.waitForResponse((response) => response.url().endsWith('/chime-low.wav'));
	await kiosk.tap(kiosk.button('sound.on'), kiosk.button('sound.off'));
	expect((await chime).ok()).toBe(true);

	await calm.pause();
	const paused = await drawn();
	await kiosk.tap(kiosk.button('motion.off'), kiosk.button('motion.on'));
	expect(await drawn(), 'the picture of this step').not.toBe(paused);
	await calm.goOn();

	await calm.stop();
	await expect(calm.picture).toHaveCount(0);
	await calm.say('smaller');
	await calm.finish(kiosk.feelings);
});

test('what a child makes is there again after calling for help, hidden by Hide, and gone with the visit', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	const { calm, page } = kiosk;
	const t = makingWords('en');
	const named = (name: string) => page.getByRole('button', { name, exact: true });
	const shape = (colour: string) =>
		named(t('pattern.shape', { number: '1', colour: t(`colour.${colour}`) }));
	const openPattern = async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openCalm();
		await calm.choose('colour');
		await kiosk.tap(named(t('pattern.leaf')), shape('none'));
	};
	await openPattern();
	await kiosk.tap(named(t('colour.lake')), page.getByText(t('colour.lake'), { exact: true }));
	// Where a finger would be, the whole shape takes the tap.
	await shape('none').press('Enter');
	await expect(shape('lake')).toBeAttached();
	await expect(kiosk.button('calm.show')).toBeVisible();

	await kiosk.callUrgent();
	await kiosk.back(calm.playing('colour'));
	await expect(shape('lake')).toBeAttached();
	await expect(kiosk.button('calm.show')).toBeVisible();

	await kiosk.hide();
	await expect(shape('lake')).toHaveCount(0);
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));
	await openPattern();
	await expect(kiosk.button('calm.show')).toHaveCount(0);
});

test('what is turned off for a child is not offered', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	await staff.signIn(lead);
	await staff.office.openSettingsOfChild(child);
	await staff.office.set({}, [BREATH]);
	// It comes with the directory, between two visits.
	await expect(async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.openCalm();
		const isOffered = await kiosk.calm.offers(BREATH);
		await kiosk.notMe();
		expect(isOffered).toBe(false);
	}).toPass();
});

test('a class does it together on the whiteboard, with nothing of any child on it', async ({
	staff,
	school: { adult, child }
}) => {
	const { page } = staff;
	await staff.signIn(adult);
	await staff.open('/calm');
	await page.getByRole('link', { name: staff.words('whole_class.age.all') }).click();
	await expect(page.locator('.activities').getByRole('link')).toHaveCount(14);
	await page.getByRole('link', { name: activityName(BREATH)?.en }).click();
	const picture = page.locator('.stage .picture svg');
	await expect(picture).toBeVisible();
	const drawn = () => picture.innerHTML();
	const first = await drawn();
	await expect.poll(drawn, 'the flower and the candle move').not.toBe(first);
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
	await expect(page.getByText(child.firstName)).toHaveCount(0);
	expect(await page.title()).toBe('Cwtch Kiosk');
	await page.getByRole('link', { name: 'Back' }).click();
	await expect(staff.heading('whole_class.title')).toBeVisible();
});

test('a class of young children does on the whiteboard what is made for their age', async ({
	staff,
	school: { adult }
}) => {
	const { page } = staff;
	const { steps, youngSteps } = activityNamed('ground');
	await staff.signIn(adult);
	for (const [age, ofAge] of [
		['5', youngSteps],
		['9', steps]
	] as const) {
		await staff.open('/calm');
		await page.getByRole('link', { name: age, exact: true }).click();
		await expect(page).toHaveURL(new RegExp(`age=${age}$`));
		await page.getByRole('link', { name: activityName('ground')?.en }).click();
		const find = ofAge?.find(({ count }) => count)?.say.en ?? '';
		await expect(page.getByText(find, { exact: true })).toBeVisible({ timeout: 30_000 });
	}
});

test('an activity that the school has made for a feeling is among the three for it', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	const name = 'Like a mountain';
	await staff.signIn(lead);
	await staff.office.addActivity({ en: name, cy: 'Fel mynydd', feeling: 'Angry' });
	await expect(async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('angry');
		await kiosk.openCalm();
		const cards = kiosk.page.locator('.three').getByRole('button');
		await cards.first().waitFor();
		const offered = await cards.allInnerTexts();
		await kiosk.notMe();
		expect(offered).toContain(name);
	}).toPass();
});
