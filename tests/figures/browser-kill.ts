// A tablet whose battery ends around the last tap: what it said it kept arrives, once.
import { setTimeout } from 'node:timers/promises';
import type { Figure } from '../support/figure';
import { KioskPage } from '../support/kiosk-page';
import { untilEmpty } from './support/engine-room';
import { InstalledKiosk } from './support/installed-kiosk';
import { keptShown, visitUntilOffer } from './support/visits';

/** Before, while and after it is kept, and while it is sent. */
const LONGEST_BEFORE_KILL_MS = 300;

export const figure: Figure = {
	name: 'browser-kill',
	promise:
		'When a tablet dies around the last tap, every "kept safe" that a child saw arrives exactly once.',
	unit: 'visits; the browser was killed with SIGKILL within 300 ms around their last tap',
	target: 'lost 0, duplicated 0',
	tries: 50,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		const measured = { shown: 0, arrived: 0, lost: 0, duplicated: 0, quarantined: 0 };
		try {
			let before = await arrivedAt(kiosk);
			for (let done = 0; done < tries; done += 1) {
				const shown = await dieAroundLastTap(kiosk);
				await kiosk.restartTablet('kill');
				const page = await kiosk.tablet.page();
				await new KioskPage(page, kiosk).open();
				await untilEmpty(page);
				const after = await arrivedAt(kiosk);
				const checkIns = after.checkIns - before.checkIns;
				const envelopes = after.envelopes - before.envelopes;
				if (shown) measured.shown += 1;
				if (shown && checkIns < 1) measured.lost += 1;
				if (checkIns > 1 || envelopes > 1) measured.duplicated += 1;
				measured.arrived += checkIns;
				measured.quarantined = after.quarantined;
				before = after;
				say(`${done + 1} of ${tries}: ${measured.shown} shown, ${measured.arrived} arrived`);
			}
			const { lost, duplicated, quarantined } = measured;
			return { measured, tries, holds: lost + duplicated + quarantined === 0 };
		} finally {
			await kiosk.remove();
		}
	}
};

/** One visit; true when the child was told that it is kept. */
async function dieAroundLastTap(kiosk: InstalledKiosk): Promise<boolean> {
	const page = await kiosk.tablet.page();
	const screens = new KioskPage(page, kiosk);
	await screens.open();
	const skip = await visitUntilOffer(screens, kiosk.school);
	let shown = false;
	// Both end with the browser, in whatever state they are.
	const telling = keptShown(page, screens).then(
		() => (shown = true),
		() => undefined
	);
	const tapping = skip.click().catch(() => undefined);
	await setTimeout(Math.random() * LONGEST_BEFORE_KILL_MS);
	await kiosk.tablet.kill();
	await Promise.all([telling, tapping]);
	return shown;
}

async function arrivedAt(kiosk: InstalledKiosk) {
	const { db } = kiosk.school.running;
	const { schoolId } = kiosk.school;
	const count = async (table: 'envelope' | 'check_in' | 'quarantine') => {
		const { rows } = await db
			.selectFrom(table)
			.select(({ fn }) => fn.countAll<number>().as('rows'))
			.where('school_id', '=', schoolId)
			.executeTakeFirstOrThrow();
		return Number(rows);
	};
	return {
		envelopes: await count('envelope'),
		checkIns: await count('check_in'),
		quarantined: await count('quarantine')
	};
}
