// Whether a child came to say hello or to ask for help: nobody beside the tablet or on the network may see
// it in how the visit ends, how long it takes, or what is sent.
import { expect, type Page } from '@playwright/test';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { FaultProxy, type Passed } from '../support/fault-proxy';
import { median, rounded, type Figure, type FigureContext } from '../support/figure';
import { countTaps, tapTimes } from './support/counted-taps';
import { coverPauses, coversOf } from './support/covers';
import { FingerOnKiosk } from './support/finger';
import { tapsUntilScreen, watchScreens } from './support/in-page-clock';
import { InstalledKiosk } from './support/installed-kiosk';
import { differenceOf } from './support/pixels';
import { fitsExponential, mannWhitney } from './support/statistics';
import { visitUntilOffer } from './support/visits';

const KINDS = ['hello', 'skip', 'chat'] as const satisfies OfferChoice[];
type Kind = (typeof KINDS)[number];
const PAIRS = [
	['hello', 'skip'],
	['hello', 'chat'],
	['skip', 'chat']
] as const;
const THEMES = [null, 'plain', 'contrast'] as const;
const USUAL = { width: 1280, height: 800 };
/** Each comes by a change of size, so that all of it is drawn anew: where only a part is, edges may differ. */
const SIZES = [{ width: 800, height: 1280 }, { width: 1920, height: 1080 }, USUAL];
const LEAST_CHANCE = 0.01;
const MEAN_PAUSE_MINUTES = 10;
const PAUSES = 2_000;
const MOST_OFF_MEAN = 0.1;

export const figure: Figure = {
	name: 'one-shape',
	promise: 'A visit that asks for help ends, takes and sends the same as one that says hello.',
	unit: `pixels that differ between the goodbye screens of ${KINDS.join(', ')}, at ${SIZES.length} sizes in ${THEMES.length} themes; taps; ms from the first tap until goodbye is painted (medians), and from the last tap; p of Mann–Whitney’s test, the smallest of three pairs times three; bytes of deliveries, visits and covers; minutes between covers, with p of Kolmogorov–Smirnov’s test against exponential`,
	target: `0 pixels; one number of taps; p at least ${LEAST_CHANCE}; one size of deliveries and of answers; covers ${MEAN_PAUSE_MINUTES} minutes apart on average, at random, of that size, without a number`,
	tries: 12,
	async run({ tries, say }) {
		let proxy: FaultProxy | undefined;
		const kiosk = await InstalledKiosk.install({
			place: 'class',
			through: async ({ origin }) => (proxy = await FaultProxy.start(origin)).origin
		});
		if (!proxy) throw new Error('Nothing stands between tablet and server.');
		try {
			const pixels = await goodbyesCompared(kiosk, say);
			const visits = await visitsOfEachKind(kiosk, tries, say);
			const numbers = await numbersGiven(kiosk);
			const sent = proxy.passed.filter(isDelivery);
			const visitSizes = sizesOf(sent);
			const covers = await coversOf(
				kiosk,
				() => proxy?.passed.filter(isDelivery) ?? [],
				sent.length
			);
			const allSizes = sizesOf([...sent, ...covers]);
			const pauses = coverPauses(PAUSES).map((ms) => ms / 60_000);
			const meanPause = pauses.reduce((sum, pause) => sum + pause, 0) / PAUSES;
			const pausesFit = fitsExponential(pauses, MEAN_PAUSE_MINUTES);
			const coversNumbered = (await numbersGiven(kiosk)) - numbers;
			const whole = smallestChance(visits, ({ wholeMs }) => wholeMs);
			const last = smallestChance(visits, ({ lastMs }) => lastMs);
			const taps = new Set(KINDS.flatMap((kind) => visits[kind].map((visit) => visit.taps)));
			return {
				measured: {
					pixelsThatDiffer: pixels.differ,
					goodbyesCompared: pixels.compared,
					taps: [...taps].join(' and '),
					...mediansOf(visits),
					wholeP: rounded(whole),
					lastTapP: rounded(last),
					visitBytes: visitSizes.join(' and '),
					visitAndCoverBytes: allSizes.join(' and '),
					deliveries: sent.length,
					covers: covers.length,
					coversNumbered,
					meanMinutesBetweenCovers: rounded(meanPause),
					coverPausesP: rounded(pausesFit)
				},
				tries: tries * KINDS.length,
				holds:
					pixels.differ === 0 &&
					taps.size === 1 &&
					Math.min(whole, last, pausesFit) >= LEAST_CHANCE &&
					allSizes.length === 1 &&
					covers.length > 0 &&
					coversNumbered === 0 &&
					Math.abs(meanPause / MEAN_PAUSE_MINUTES - 1) <= MOST_OFF_MEAN
			};
		} finally {
			await kiosk.remove();
			await proxy.stop();
		}
	}
};

interface VisitTimes {
	taps: number;
	/** From the first tap until goodbye is painted. */
	wholeMs: number;
	/** From the last tap. */
	lastMs: number;
}
type Visits = Record<Kind, VisitTimes[]>;

const isDelivery = ({ method, path }: Passed) =>
	method === 'POST' && path === '/crossing/v1/envelopes';

/** Of request and answer, in words. */
const sizesOf = (deliveries: readonly Passed[]): string[] => [
	...new Set(deliveries.map(({ bytes, responseBytes }) => `${bytes} answered by ${responseBytes}`))
];

async function goodbyesCompared(kiosk: InstalledKiosk, say: FigureContext['say']) {
	const page = await kiosk.tablet.page();
	// What moves would differ by itself.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const screens = new FingerOnKiosk(page, kiosk);
	await screens.open();
	const canvas = await kiosk.tablet.page();
	let differ = 0;
	let compared = 0;
	for (const theme of THEMES) {
		const first: Buffer[] = [];
		for (const kind of KINDS) {
			await page.bringToFront();
			await goodbyeOf(screens, kiosk, kind);
			const pictures = await picturesOf(page, theme);
			// Still the same screen after the last picture, or Rest was compared with Rest.
			await expect(screens.goodbye(kiosk.school.child.firstName)).toBeVisible({ timeout: 1 });
			await screens.finish();
			if (kind === KINDS[0]) {
				first.push(...pictures);
				continue;
			}
			for (const [at, picture] of pictures.entries()) {
				const reference = first[at];
				if (!reference) throw new Error('There is no picture to compare with.');
				const { pixels, where } = await differenceOf(canvas, reference, picture);
				if (pixels > 0)
					say(`${kind} differs at ${SIZES[at]?.width} px wide: ${pixels} at ${where}`);
				differ += pixels;
				compared += 1;
			}
		}
		say(`goodbye in ${theme ?? 'soft'}: ${differ} pixels differ so far`);
	}
	await canvas.close();
	await page.close();
	return { differ, compared };
}

async function goodbyeOf(screens: FingerOnKiosk, kiosk: InstalledKiosk, kind: Kind): Promise<void> {
	await visitUntilOffer(screens, kiosk.school);
	await screens.wish(kind, kiosk.school.child.firstName);
	await expect(screens.sending).toContainText(screens.words('bye.arrived'));
}

async function picturesOf(page: Page, theme: (typeof THEMES)[number]): Promise<Buffer[]> {
	await page.evaluate((name) => {
		if (name) document.documentElement.dataset['theme'] = name;
	}, theme);
	const pictures: Buffer[] = [];
	for (const size of SIZES) {
		await page.setViewportSize(size);
		pictures.push(await page.screenshot({ animations: 'disabled' }));
	}
	return pictures;
}

/** In turns, each round in another order. */
async function visitsOfEachKind(
	kiosk: InstalledKiosk,
	tries: number,
	say: FigureContext['say']
): Promise<Visits> {
	const visits: Visits = { hello: [], skip: [], chat: [] };
	const page = await kiosk.tablet.page();
	await countTaps(page);
	await watchScreens(page);
	const screens = new FingerOnKiosk(page, kiosk);
	await screens.open();
	// One more round, not counted: the first visits after a start are like no others.
	for (let done = -1; done < tries; done += 1) {
		for (const turn of KINDS.keys()) {
			const kind = KINDS[(turn + done + KINDS.length) % KINDS.length] ?? 'hello';
			const before = (await tapTimes(page)).length;
			await goodbyeOf(screens, kiosk, kind);
			const own = (await tapTimes(page)).slice(before);
			const lastMs = (await tapsUntilScreen(page)).at(-1) ?? NaN;
			await screens.finish();
			if (done < 0) continue;
			const [from = NaN, to = NaN] = [own.at(0), own.at(-1)];
			visits[kind].push({ taps: own.length, wholeMs: to - from + lastMs, lastMs });
		}
		if (done >= 0 && (done + 1) % 4 === 0) say(`${done + 1} of ${tries} visits of each kind`);
	}
	await page.close();
	return visits;
}

/** By Bonferroni. */
function smallestChance(visits: Visits, of: (visit: VisitTimes) => number): number {
	const chances = PAIRS.map(([one, other]) =>
		mannWhitney(visits[one].map(of), visits[other].map(of))
	);
	return Math.min(1, Math.min(...chances) * PAIRS.length);
}

function mediansOf(visits: Visits): Record<string, number> {
	const medians = KINDS.flatMap((kind) => [
		[`${kind}Ms`, rounded(median(visits[kind].map(({ wholeMs }) => wholeMs)))],
		[`${kind}LastTapMs`, rounded(median(visits[kind].map(({ lastMs }) => lastMs)))]
	]);
	return Object.fromEntries(medians) as Record<string, number>;
}

/** The highest number that a message of this tablet has. */
async function numbersGiven({ school }: InstalledKiosk): Promise<number> {
	const kiosks = await school.running.db
		.selectFrom('kiosk')
		.select('highest_counter')
		.where('school_id', '=', school.schoolId)
		.execute();
	return Math.max(0, ...kiosks.map(({ highest_counter }) => Number(highest_counter)));
}
