// A whole class one after the other on one old tablet: how much of their time is the app's, and does it hold
// more after the last than after the third.
import { cardsOfBand } from '$lib/content/cards';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { median, rounded, type Figure } from '../support/figure';
import { firstNamesIn } from './support/children';
import { countTaps, tapTimes } from './support/counted-taps';
import { untilEmpty } from './support/engine-room';
import { FingerOnKiosk } from './support/finger';
import { firstFrames, watchFirstFrames } from './support/first-frames';
import { tapsUntilScreen, watchScreens } from './support/in-page-clock';
import { InstalledKiosk } from './support/installed-kiosk';
import { PageHeap } from './support/page-heap';

const SLOW_DOWN = 6;
/** What a young child takes for each tap. */
const PACE_MS = 3_000;
const MOST_SHARE = 0.02;
const SETTLED_AFTER = 3;
const MOST_GROWTH = 0.05;
const WISHES: OfferChoice[] = ['hello', 'skip', 'chat', 'hello', 'walk', 'hello'];

export const figure: Figure = {
	name: 'class-of-30',
	promise: 'A class of thirty waits for its children, not for the tablet.',
	unit: `share of the app in a class’s time at ${PACE_MS / 1000} s a tap, with the processor slowed ${SLOW_DOWN} times: until all of the next screen is painted, and until its first frame; MiB of objects, functions, arrays and strings after child ${SETTLED_AFTER} and after the last, without compiled code and the browser’s time lines. The scripted children do not wait for those ${PACE_MS / 1000} s but tap as soon as a tap counts, so that the tablet has no rest`,
	target: `at most ${MOST_SHARE} until all is painted; objects at most ${1 + MOST_GROWTH} times`,
	tries: 30,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		try {
			const names = await firstNamesIn(kiosk.school, kiosk.school.className);
			const page = await kiosk.tablet.page(SLOW_DOWN);
			await countTaps(page);
			await watchScreens(page);
			await watchFirstFrames(page, '.visit');
			const screens = new FingerOnKiosk(page, kiosk);
			await screens.open();
			const heap = await PageHeap.of(page);
			let third = await heap.content();
			for (let child = 0; child < tries; child += 1) {
				await visitOf(screens, names[child % names.length] ?? '', child);
				if (child + 1 === Math.min(SETTLED_AFTER, tries)) third = await heap.content();
				if ((child + 1) % 10 === 0) say(`${child + 1} of ${tries} children`);
			}
			await untilEmpty(page);
			const last = await heap.content();
			const { bytes } = await heap.measure();
			const painted = await tapsUntilScreen(page);
			const begun = await firstFrames(page);
			const taps = (await tapTimes(page)).length;
			const shareOf = (times: number[]) => {
				const ours = times.reduce((sum, ms) => sum + ms, 0);
				return ours / (ours + taps * PACE_MS);
			};
			const growth = last.ownBytes / third.ownBytes;
			return {
				measured: {
					share: rounded(shareOf(painted)),
					shareUntilFirstFrame: rounded(shareOf(begun)),
					paintedMedianMs: rounded(median(painted)),
					firstFrameMedianMs: rounded(median(begun)),
					taps,
					ownMiBAfterThird: rounded(third.ownBytes / 1024 ** 2),
					ownMiBAfterLast: rounded(last.ownBytes / 1024 ** 2),
					ownGrowth: rounded(growth),
					heapMiBAfterLast: rounded(bytes / 1024 ** 2)
				},
				tries,
				holds: shareOf(painted) <= MOST_SHARE && growth <= 1 + MOST_GROWTH
			};
		} finally {
			await kiosk.remove();
		}
	}
};

async function visitOf(screens: FingerOnKiosk, name: string, child: number): Promise<void> {
	const cards = cardsOfBand('4-7');
	await screens.start();
	await screens.chooseChild(name);
	await screens.chooseFeeling(cards[child % cards.length]?.id ?? '');
	await screens.wish(WISHES[child % WISHES.length] ?? 'hello', name);
	await screens.finish();
}
