// Whole visits by taps, as short as they can be: a child, a feeling, and no wish.
import type { Locator, Page } from '@playwright/test';
import type { KioskPage } from '../../support/kiosk-page';
import type { SchoolFixture } from '../../support/school-fixture';
import { takesTaps } from '../../support/takes-taps';

const FEELING = 'calm';

/** From Rest to what is offered; gives the button of the last tap, which counts by now. */
export async function visitUntilOffer(screens: KioskPage, school: SchoolFixture): Promise<Locator> {
	await screens.start();
	await screens.chooseChild(school.child.firstName);
	await screens.chooseFeeling(FEELING);
	await takesTaps(screens.page);
	return screens.button('offer.not_now');
}

/** From Rest to Rest. */
export async function wholeVisit(screens: KioskPage, school: SchoolFixture): Promise<void> {
	await visitUntilOffer(screens, school);
	await screens.wish('skip', school.child.firstName);
	await screens.finish();
}

/** Resolves as soon as the page says that the message is kept. */
export async function keptShown(page: Page, screens: KioskPage): Promise<void> {
	await page.evaluate(
		(saidWhenKept) =>
			new Promise<void>((resolve) => {
				const looking = new MutationObserver(() => {
					const said = document.querySelector('main [role="status"]')?.textContent ?? '';
					if (!saidWhenKept.some((words) => said.includes(words))) return;
					looking.disconnect();
					resolve();
				});
				looking.observe(document, { childList: true, subtree: true, characterData: true });
			}),
		['state.kept', 'state.sending', 'bye.arrived'].map((key) => screens.words(key))
	);
}
