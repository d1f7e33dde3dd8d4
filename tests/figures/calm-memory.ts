// Twenty calm activities one after the other: does the tablet hold on to any of them?
import { expect } from '@playwright/test';
import { ACTIVITY_PICTURES } from '$lib/content/activity-pictures';
import { rounded, type Figure } from '../support/figure';
import { FingerOnKiosk } from './support/finger';
import { InstalledKiosk } from './support/installed-kiosk';
import { PageHeap } from './support/page-heap';

const SETTLED_AFTER = 3;
const MOST_GROWTH = 0.05;
/** Each has other pictures and sounds. */
const TURNS = ['flower-candle', 'wall-push', 'self-cwtch', 'listen'];
const PLAYED_MS = 1_500;

export const figure: Figure = {
	name: 'calm-memory',
	promise:
		'A child may do one calm thing after the other, and the tablet holds on to none of them.',
	unit: `MiB of objects, functions, arrays and strings, and elements, after activity ${SETTLED_AFTER} and after the last, with sound on; their growth`,
	target: `objects at most ${1 + MOST_GROWTH} times, no more elements`,
	tries: 20,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		try {
			const page = await kiosk.tablet.page();
			const screens = new FingerOnKiosk(page, kiosk);
			const heap = await PageHeap.of(page);
			const { calm } = screens;
			await screens.open();
			await screens.start();
			await screens.chooseChild(kiosk.school.child.firstName);
			await screens.openCalm();
			let settled = { bytes: NaN, nodes: NaN };
			let last = settled;
			for (let done = 0; done < tries; done += 1) {
				const id = TURNS[done % TURNS.length] ?? '';
				await calm.choose(id);
				if (ACTIVITY_PICTURES[id]) await expect(calm.picture).toBeVisible();
				if (done === 0) await screens.tap(screens.button('sound.on'), screens.button('sound.off'));
				await page.evaluate((ms) => new Promise((over) => setTimeout(over, ms)), PLAYED_MS);
				await calm.stop();
				await screens.tap(screens.button('calm.different'), calm.choosing);
				// On the same screen each time: the first three of what is offered.
				if (done + 1 !== SETTLED_AFTER && done + 1 !== tries) continue;
				const { nodes } = await heap.measure();
				last = { bytes: (await heap.content()).ownBytes, nodes };
				if (done + 1 === SETTLED_AFTER) settled = last;
				say(`${done + 1} of ${tries} activities`);
			}
			const growth = last.bytes / settled.bytes;
			const moreNodes = Math.max(0, last.nodes - settled.nodes);
			return {
				measured: {
					ownMiBAfterThird: rounded(settled.bytes / 1024 ** 2),
					ownMiBAfterLast: rounded(last.bytes / 1024 ** 2),
					ownGrowth: rounded(growth),
					nodesAfterThird: settled.nodes,
					nodesAfterLast: last.nodes,
					moreNodes
				},
				tries,
				holds: growth <= 1 + MOST_GROWTH && moreNodes === 0
			};
		} finally {
			await kiosk.remove();
		}
	}
};
