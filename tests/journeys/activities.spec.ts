// Each calm activity, stopped in the middle and then done to its end on a clock that hurries: moving and still,
// by finger and by two switches, in both languages.
import { activities } from '$lib/content/activities';
import { ACTIVITY_PICTURES } from '$lib/content/activity-pictures';
import { HANDS } from '../support/hands';
import { expect, test } from '../support/journey';
import { KioskPage } from '../support/kiosk-page';
import { SETTING_OF, setForSchool } from '../support/school-ways';
import { calmWays } from '../support/ways';

// Nothing here is without a network, and to keep the shell takes a tenth of the time.
test.use({ serviceWorkers: 'block' });
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** As many as one test takes. */
const AT_ONCE = 4;
const HURRY = 60;

for (const [turn, { input, language, still, part }] of calmWays.entries()) {
	const some = activities.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
	const ids = some.map(({ id }) => id);
	const form = still ? 'still' : 'moving';
	test(`${ids.join(', ')}: ${form}, by ${input}, in ${language}`, async ({
		browser,
		server,
		school
	}) => {
		test.setTimeout(300_000);
		await setForSchool(school, { language, still, activitiesFirst: ids, ...SETTING_OF[input] });
		const tablet = await browser.newContext({
			viewport: turn % 2 === 0 ? { width: 1280, height: 800 } : { width: 800, height: 1280 },
			hasTouch: input === 'touch'
		});
		const page = await tablet.newPage();
		const kiosk = new KioskPage(page, { origin: server.origin, language, hand: HANDS[input] });
		const { calm } = kiosk;
		await calm.mayHurry();
		await kiosk.pair(await school.pairingCode());
		await kiosk.start();
		await kiosk.chooseChild(school.child.firstName);
		await kiosk.openCalm();
		for (const { id, kind } of some) {
			await test.step(id, async () => {
				await calm.hurry(1);
				await calm.choose(id);
				if (ACTIVITY_PICTURES[id]) await expect(calm.picture).toBeVisible();
				await calm.stop();
				await calm.again(id);
				await calm.hurry(HURRY);
				// What is made has no end but the child's own.
				if (kind === 'making') await calm.stop();
				else await calm.doToTheEnd();
				await calm.say('same');
				await kiosk.tap(kiosk.button('calm.different'), calm.choosing);
			});
		}
		const { db } = school.running;
		const done = db.selectFrom('calm_time').select('activity').where('ended', '=', 'over');
		await expect
			.poll(async () => (await done.execute()).map(({ activity }) => activity).sort())
			.toEqual([...ids].sort());
		await tablet.close();
	});
}
