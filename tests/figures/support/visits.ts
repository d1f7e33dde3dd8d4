// Whole visits by taps, as short as they can be: a child, a feeling, and no wish.
import type { KioskPage } from '../../support/kiosk-page';
import type { SchoolFixture } from '../../support/school-fixture';

const FEELING = 'calm';

/** From Rest to goodbye; ends when the last tap is made. */
export async function visitUntilLastTap(
	screens: KioskPage,
	school: SchoolFixture,
	feeling = FEELING
): Promise<void> {
	await screens.start();
	await screens.chooseChild(school.child.firstName);
	await screens.chooseFeeling(feeling);
	await screens.wish('skip', school.child.firstName);
}

/** From Rest to Rest. */
export async function wholeVisit(screens: KioskPage, school: SchoolFixture): Promise<void> {
	await visitUntilLastTap(screens, school);
	await screens.finish();
}
