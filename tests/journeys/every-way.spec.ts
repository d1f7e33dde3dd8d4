// Whole visits by finger, by keyboard alone, by one switch alone and by two: in both languages, in every
// theme, in each size. `tests/support/ways.ts` says which of all these are gone here.
import { HANDS } from '../support/hands';
import { expect, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import type { SchoolFixture } from '../support/school-fixture';
import { SETTING_OF, setForSchool } from '../support/school-ways';
import { viewportOf, ways } from '../support/ways';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

type Child = SchoolFixture['child'];

/** What a visit can be besides a feeling and hello or an ask; each way has one of them. */
const others: ((kiosk: KioskPage, child: Child) => Promise<void>)[] = [
	async function needs(kiosk, child) {
		await kiosk.openNeeds();
		await kiosk.chooseNeed('poorly', child.firstName);
		await kiosk.finish();
	},
	async function urgent(kiosk) {
		await kiosk.callUrgent();
		await expect(kiosk.page.getByText(kiosk.words('urgent.arrived'))).toBeVisible();
		await kiosk.back(kiosk.feelings);
		await kiosk.notMe();
	},
	async function forMe(kiosk, child) {
		await kiosk.openForMe(child.pictures);
		await kiosk.hide();
		await kiosk.tap(kiosk.button('hide.new'), kiosk.startButton.or(kiosk.faces));
	},
	async function changes(kiosk, child) {
		await kiosk.openTalk();
		await kiosk.chooseSomeoneElse();
		await kiosk.chooseWhen('whenever');
		await kiosk.wish('walk', child.firstName);
		await kiosk.finish();
	}
];

for (const [index, way] of ways.entries()) {
	const { input, language, theme, size } = way;
	// Another one for the same input the next time.
	const turn = Math.floor(index / others.length);
	const other = others[(index + turn) % others.length];
	test(`by ${input}, in ${language}, ${theme}, ${size}, and ${other?.name}`, async ({
		browser,
		server,
		school
	}) => {
		test.setTimeout(240_000);
		await setForSchool(school, { language, theme, ...SETTING_OF[input] });
		const tablet = await browser.newContext({
			viewport: viewportOf(size),
			hasTouch: input === 'touch'
		});
		const page = await tablet.newPage();
		const kiosk = new KioskPage(page, { origin: server.origin, language, hand: HANDS[input] });
		await kiosk.pair(await school.pairingCode());
		if (theme !== 'soft') await expect(page.locator('html')).toHaveAttribute('data-theme', theme);

		const { child } = school;
		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await kiosk.chooseFeeling('worried');
		await kiosk.wish((index + turn) % 2 === 0 ? 'hello' : 'chat', child.firstName);
		await expect(kiosk.sending).toContainText(kiosk.words('bye.arrived'));
		await kiosk.finish();

		await kiosk.start();
		await kiosk.chooseChild(child.firstName);
		await other?.(kiosk, child);
		await kiosk.rested();
		await tablet.close();
	});
}
