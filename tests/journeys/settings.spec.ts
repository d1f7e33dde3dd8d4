// What staff set for one child holds for that child alone, from the face to the end of the visit, also
// without a network; and the size of a millimetre is measured once.
import type { Page } from '@playwright/test';
import { feelingPlaces } from '$lib/content/cards';
import { expect, test } from '../support/journey';

// A font that nobody has named yet counts as there for `fonts.check`: its face must be known and loaded.
const hasLexend = (page: Page) =>
	page.evaluate(() =>
		[...document.fonts].some(
			({ family, status }) => family.includes('Lexend') && status === 'loaded'
		)
	);

test('high contrast, extra time and Welsh for one child, who finds them offline; the next child does not', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	const root = kiosk.page.locator('html');
	await staff.signIn(lead);
	await staff.office.openSettingsOfChild(child);
	await staff.office.set({
		theme: 'contrast',
		font: 'lexend',
		extraTime: 'yes',
		leftHanded: 'yes',
		cardCount: '6',
		language: 'cy'
	});
	// All of it comes with the directory; the faces are nobody's yet.
	await expect.poll(() => hasLexend(kiosk.page)).toBe(true);
	await expect(root).not.toHaveAttribute('data-theme');

	await kiosk.page.context().setOffline(true);
	await kiosk.start();
	const faces = await kiosk.page.getByRole('main').getByRole('button').allInnerTexts();
	const otherFace = faces.find((name) => !name.includes(child.firstName))?.trim() ?? '';
	await kiosk.chooseChildWhoSpeaks('cy', child.firstName);
	await expect(root).toHaveAttribute('data-theme', 'contrast');
	await expect(root).toHaveAttribute('lang', 'cy');
	await expect(kiosk.feelings).toHaveCSS('font-family', /Lexend/);
	const edgeOf = async (key: string) => (await kiosk.button(key).boundingBox())?.x ?? 0;
	expect(await edgeOf('urgent.button')).toBeGreaterThan(await edgeOf('door.hide'));

	await expect(kiosk.feelingButton('calm')).toHaveCount(0);
	await kiosk.chooseFeeling('worried');
	await kiosk.wish('hello', child.firstName);
	await kiosk.finish();
	await expect(root).not.toHaveAttribute('data-theme');
	await expect(root).toHaveAttribute('lang', 'en');
	kiosk.language = 'en';
	await kiosk.start();
	await kiosk.chooseChild(otherFace);
	await expect(root).not.toHaveAttribute('data-theme');
	await expect(kiosk.feelingButton('calm')).toBeVisible();
	await expect(root).not.toHaveAttribute('data-font');
	expect(await edgeOf('urgent.button')).toBeLessThan(await edgeOf('door.hide'));
	await kiosk.notMe();
	await kiosk.page.context().setOffline(false);

	// Undone with one tap: the child has what the others have.
	await staff.office.openSettingsOfChild(child);
	await staff.button('settings.reset.pupil').click();
	await expect(staff.says('settings.reset.done')).toBeVisible();
	await staff.button('settings.undo').click();
	await expect(staff.says('settings.saved')).toBeVisible();
	await expect(staff.field('settings.theme')).toHaveValue('contrast');
});

test('high contrast and Welsh for a class, whose children find them on every tablet; one child has less', async ({
	kiosk,
	staff,
	school: { child, className, lead, pairingCode }
}) => {
	const root = kiosk.page.locator('html');
	// Back at the faces, which are nobody's yet.
	const notMe = async () => {
		const button = kiosk.button('signin.not_me');
		kiosk.language = 'en';
		await kiosk.tap(button, kiosk.faces);
	};
	await kiosk.pair(await pairingCode('cwtch'));
	await kiosk.installed();
	await staff.signIn(lead);
	await staff.office.openSettingsOfClass(className);
	await staff.office.set({ theme: 'contrast', font: 'lexend', language: 'cy' });
	await staff.cards.setLookForClass(className, { style: 'word', size: 'large' });
	await staff.office.openSettingsOfChild(child);
	await staff.office.set({ theme: 'plain' });
	// The last that was set has come when the first child's face says so; after that the network is gone.
	await expect.poll(() => hasLexend(kiosk.page)).toBe(true);
	await expect(async () => {
		kiosk.language = 'en';
		await kiosk.start(className);
		await kiosk.chooseChildWhoSpeaks('cy', child.firstName);
		const theme = await root.getAttribute('data-theme');
		if (theme !== 'plain') await notMe();
		expect(theme).toBe('plain');
	}).toPass();
	await kiosk.page.context().setOffline(true);
	await expect(kiosk.feelingButton('sad').locator('use')).toHaveCount(0);
	await notMe();
	await expect(root).not.toHaveAttribute('data-theme');
	kiosk.language = 'cy';
	await kiosk.chooseFirstChildBut(child.firstName);
	await expect(root).toHaveAttribute('data-theme', 'contrast');
	await expect(root).toHaveAttribute('lang', 'cy');
	await expect(kiosk.feelingButton('sad').locator('use')).toHaveCount(0);
});

test('a child’s own change of the language is there the next time', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await kiosk.switchLanguage();
	await kiosk.chooseFeeling('happy');
	await kiosk.wish('hello', child.firstName);
	await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
	await kiosk.finish();
	kiosk.language = 'en';
	await staff.signIn(lead);
	await staff.office.openSettingsOfChild(child);
	await expect(staff.field('settings.language')).toHaveValue('cy');
	await expect(async () => {
		await kiosk.start();
		await kiosk.chooseChildWhoSpeaks('cy', child.firstName);
	}).toPass();
});

test('plain words for places, pictures that stay and a soft tick, for the child who needs them', async ({
	pairedKiosk: kiosk,
	staff,
	school: { child, lead }
}) => {
	const [windy] = feelingPlaces.filter(({ id }) => id === 'high-uncomfy');
	const plain = kiosk.page.getByRole('button', { name: windy?.explain.en ?? '', exact: true });
	const ticks = () => kiosk.page.evaluate(() => Reflect.get(globalThis, 'ticks') as number);
	const pictures = kiosk.page.getByRole('group', { name: kiosk.words('signin.pictures') });
	const places = () =>
		pictures
			.getByRole('button')
			.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
	await kiosk.page.addInitScript(() => {
		Reflect.set(globalThis, 'ticks', 0);
		const start = OscillatorNode.prototype.start;
		OscillatorNode.prototype.start = function (when) {
			Reflect.set(globalThis, 'ticks', Number(Reflect.get(globalThis, 'ticks')) + 1);
			start.call(this, when);
		};
	});
	await kiosk.open();
	await staff.signIn(lead);
	await staff.office.openSettingsOfChild(child);
	await staff.field('cards.style').selectOption('face');
	await staff.field('cards.band').selectOption('7-11');
	await staff.office.set({ plainPlaces: 'yes', picturesStay: 'yes', tapSound: 'yes' });
	await expect(async () => {
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		if (!(await plain.isVisible())) await kiosk.notMe();
		await expect(plain).toBeVisible({ timeout: 1 });
	}).toPass();
	await expect(kiosk.page.getByText(windy?.name.en ?? '', { exact: true })).toHaveCount(0);
	const before = await ticks();
	await kiosk.tap(plain, kiosk.button('back'));
	await expect.poll(ticks).toBe(before + 1);

	await kiosk.openPad();
	const first = await places();
	expect(first).toHaveLength(12);
	await kiosk.back(kiosk.button('back'));
	await kiosk.openPad();
	expect(await places()).toEqual(first);
});

test('a bank card on the screen makes buttons as large as a finger needs', async ({
	kiosk,
	server,
	school
}) => {
	await kiosk.page.goto('about:blank');
	await kiosk.page.goto(`${server.origin}/kiosk#pair=${await school.pairingCode()}`);
	await expect(kiosk.heading('measure.title')).toBeVisible();
	await kiosk.notMeasuredNow();
	const height = async () => (await kiosk.button('urgent.button').boundingBox())?.height ?? 0;
	const before = await height();
	await kiosk.openGrownUpCorner();
	await kiosk.tap(kiosk.button('corner.measure'), kiosk.heading('measure.title'));
	const slider = kiosk.page.getByLabel(kiosk.words('measure.slider'));
	await slider.press('End');
	await slider.fill('5.88');
	await kiosk.button('measure.larger').click();
	await kiosk.tap(kiosk.button('measure.done'), kiosk.heading('corner.title'));
	const scale = () =>
		kiosk.page.evaluate(() =>
			parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'))
		);
	expect(await scale()).toBeCloseTo(5.91, 1);
	await kiosk.open();
	await expect.poll(scale).toBeCloseTo(5.91, 1);
	expect(await height()).toBeGreaterThanOrEqual(15 * 5.9);
	expect(await height()).toBeGreaterThan(before);

	await kiosk.openGrownUpCorner();
	await kiosk.tap(kiosk.button('corner.measure'), kiosk.heading('measure.title'));
	await kiosk.tap(kiosk.button('measure.forget'), kiosk.heading('corner.title'));
	expect(await scale()).toBeCloseTo(3.78, 1);
});
