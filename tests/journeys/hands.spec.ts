// Small hands and large ones: what counts as a tap, what the keyboard does beside Tab, and how switches share
// a tablet with fingers.
import type { Browser, Locator, Page } from '@playwright/test';
import { saveSetting } from '$lib/server/database/settings';
import type { AppServer } from '../support/app-server';
import { HANDS } from '../support/hands';
import { expect, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import type { SchoolFixture } from '../support/school-fixture';
import { setForSchool } from '../support/school-ways';
import { middleOf, TouchScreen } from '../support/touches';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

const EMPTY_CORNER = { x: 4, y: 4 };
const marksOn = (page: Page) => page.locator('[data-scanned]');

/** A paired tablet under fingers. */
async function touched(browser: Browser, server: AppServer, school: SchoolFixture) {
	const tablet = await browser.newContext({ hasTouch: true });
	const page = await tablet.newPage();
	const kiosk = new KioskPage(page, server);
	const screen = await TouchScreen.of(page);
	await kiosk.pair(await school.pairingCode());
	return { tablet, page, kiosk, screen };
}

test('only a finger that goes down and up on a card chooses it', async ({
	browser,
	server,
	school
}) => {
	const { tablet, page, kiosk, screen } = await touched(browser, server, school);
	await page.reload();
	await kiosk.rested();
	await screen.tap(await middleOf(kiosk.startButton));
	await expect(kiosk.faces, 'the first tap on Rest always counts').toBeVisible();

	await kiosk.chooseChild(school.child.firstName);
	const card = await middleOf(kiosk.feelingButton('worried'));
	const isAsked = kiosk.feelings;
	await screen.guardIsOver();
	await screen.tap({ ...card, radius: 90 });
	await expect(isAsked, 'a palm').toBeVisible();
	await screen.guardIsOver();
	await screen.down(EMPTY_CORNER);
	await screen.down(EMPTY_CORNER, card);
	await screen.up(EMPTY_CORNER);
	await screen.up();
	await expect(isAsked, 'a second finger').toBeVisible();
	await screen.guardIsOver();
	await screen.down(card);
	await screen.move({ ...card, y: card.y + 260 });
	await screen.up();
	await expect(isAsked, 'a finger that slides away').toBeVisible();

	await screen.guardIsOver();
	await screen.tap(card);
	await expect(kiosk.heading('offer.what'), 'a finger').toBeVisible();
	await kiosk.wish('hello', school.child.firstName);
	await tablet.close();
});

test('arrows walk, Escape goes back and a held Enter is one press', async ({
	pairedKiosk: kiosk,
	school: { child }
}) => {
	const { page } = kiosk;
	/** A screen that has just come waits a moment for keys, as for fingers. */
	const escapeTo = (heading: Locator) =>
		expect(async () => {
			await page.keyboard.press('Escape');
			await expect(heading).toBeFocused({ timeout: 2_000 });
		}).toPass();
	await kiosk.start();
	await kiosk.chooseChild(child.firstName);
	await expect(kiosk.feelings).toBeFocused();
	await kiosk.feelingButton('happy').focus();
	await page.keyboard.press('ArrowRight');
	await expect(kiosk.feelingButton('calm')).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	await expect(kiosk.feelingButton('happy')).toBeFocused();
	await expect(page.locator(':focus')).toHaveCSS('outline-width', '4px');

	await kiosk.openTalk();
	await kiosk.openSomeoneElse();
	await escapeTo(kiosk.heading('offer.what'));
	await kiosk.callUrgent();
	await escapeTo(kiosk.heading('offer.what'));

	const whenever = kiosk.button('when.whenever_short');
	await whenever.focus();
	await expect(async () => {
		await page.keyboard.down('Enter');
		await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
		await expect(whenever).toHaveAttribute('aria-pressed', 'true', { timeout: 500 });
	}).toPass();
	await escapeTo(kiosk.feelings);
});

test('a child who scans shares the tablet with children who tap', async ({
	server,
	school,
	kiosk
}) => {
	const { child, running, schoolId } = school;
	const subject = { scope: 'pupil', subjectId: child.pupilId } as const;
	const change = { scan: 'two-switch' } as const;
	await saveSetting(running.db, schoolId, { ...subject, change, changedAt: Date.now() });
	await kiosk.pair(await school.pairingCode());
	const { page } = kiosk;
	const byHand = new KioskPage(page, { origin: server.origin, hand: HANDS['two-switch'] });

	await kiosk.start();
	await kiosk.chooseFirstChildBut(child.firstName);
	await expect(marksOn(page), 'somebody else taps').toHaveCount(0);
	await page.keyboard.press('Space');
	await expect(marksOn(page)).toHaveCount(0);
	await kiosk.hide();
	await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton);

	await expect(marksOn(page)).toHaveCount(0);
	await page.keyboard.press('Space');
	await expect(marksOn(page), 'a switch is there').not.toHaveCount(0);
	await byHand.start();
	await byHand.chooseChild(child.firstName);
	await byHand.hide();
	await byHand.tap(byHand.button('hide.new'), byHand.startButton);
	await expect(marksOn(page), 'the visit is over').toHaveCount(0);
});

test('a touch anywhere is the switch, and nothing else', async ({ browser, server, school }) => {
	await setForSchool(school, { scan: 'one-switch', scanPaceMs: 1_500, scanAnywhere: true });
	const { tablet, page, kiosk, screen } = await touched(browser, server, school);
	await expect(page.locator('[data-scan-paused]')).toBeVisible();
	const start = await middleOf(kiosk.startButton);
	await screen.tap(start);
	await expect(marksOn(page), 'the first touch begins').not.toHaveCount(0);
	await expect(kiosk.startButton).toBeVisible();
	await expect(kiosk.startButton).toHaveAttribute('data-scanned', 'one');
	await screen.tap(await middleOf(kiosk.button('urgent.button')));
	await expect(kiosk.faces, 'what was marked, not what was touched').toBeVisible();
	await tablet.close();
});
