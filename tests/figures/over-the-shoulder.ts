// What somebody in the queue can read off a child’s screens from two metres away. Where the finger went is
// not in it: nobody can hide that but the child.
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { cardsOfBand, feelingPlaces, NOT_SURE, RATHER_NOT_SAY } from '$lib/content/cards';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { AppServer } from '../support/app-server';
import { launchOptions } from '../support/browser';
import { rounded, type Figure } from '../support/figure';
import { makeSchool, type SchoolFixture } from '../support/school-fixture';
import { firstNamesIn } from './support/children';
import { FingerOnKiosk } from './support/finger';
import { differenceOf } from './support/pixels';
import { EyeAtTwoMetres, guessedRight, OPTICS, type Seen } from './support/seen-from-afar';
import { takesTaps } from '../support/takes-taps';

const ASKS: OfferChoice[] = ['chat', 'walk', 'sit', 'put-right'];
const FEELINGS = [...cardsOfBand('4-7').map(({ id }) => id), NOT_SURE, RATHER_NOT_SAY];
const OLDER_CLASS = 'Dosbarth Llŷn';
const OLDER_FEELINGS = cardsOfBand('7-11').filter(({ place }) => place !== null);
/** Of each card. */
const OLDER_VISITS = 2;
const MOST_RIGHT = 0.6;
const MOST_ABOVE_CHANCE = 0.1;
/** Most of a visit is waiting until a tap counts. */
const TABLETS = 4;
const TABLET = { width: 1280, height: 800 };

export const figure: Figure = {
	name: 'over-the-shoulder',
	promise: 'Whoever queues two metres away cannot tell an ask from a hello, nor which feeling.',
	unit: `share that a nearest-neighbour classifier guesses right from the screens of a visit (cards and wishes with one pressed, wishes, goodbye), each compared with all others; ${OPTICS}; the finger is not seen`,
	target: `hello from ask at most ${MOST_RIGHT}; the feeling at most chance and ${MOST_ABOVE_CHANCE}; with the four places, the feeling within its place at most chance and ${MOST_ABOVE_CHANCE}, the place reported, and 0 pixels between the backgrounds of their cards`,
	tries: 100,
	async run({ tries, say }) {
		const server = await AppServer.prepare();
		const school = await makeSchool(server);
		let browser: Browser | undefined;
		try {
			await server.start();
			browser = await chromium.launch(launchOptions());
			const canvas = await browser.newPage();
			const eye = new EyeAtTwoMetres(canvas);
			const tablets = await openTablets(browser, server, school);
			const plans = plansOfYounger(tries, school.child.firstName);
			const visits = await seenBy(eye, tablets, plans, say);
			const helloOrAsk = guessedRight(eye, visits.map(byWish));
			const feeling = guessedRight(eye, visits.map(byFeeling));
			const older = await seenBy(eye, tablets, await plansOfOlder(school), say);
			const place = guessedRight(eye, older.map(byPlace));
			const withinPlace = meanOf(
				feelingPlaces.map(({ id }) =>
					guessedRight(eye, older.filter(({ plan }) => plan.place === id).map(byFeeling))
				)
			);
			const [tablet] = tablets;
			if (!tablet) throw new Error('There is no tablet.');
			const differ = await backgroundsDiffer(tablet, canvas, await plansOfOlder(school));
			const chance = 1 / FEELINGS.length;
			const chanceWithin = feelingPlaces.length / OLDER_FEELINGS.length;
			return {
				measured: {
					helloFromAsk: rounded(helloOrAsk),
					feeling: rounded(feeling),
					feelingByChance: rounded(chance),
					place: rounded(place),
					feelingWithinPlace: rounded(withinPlace),
					feelingWithinPlaceByChance: rounded(chanceWithin),
					backgroundPixelsThatDiffer: differ,
					differentPictures: eye.pictures
				},
				tries: visits.length + older.length,
				holds:
					helloOrAsk <= MOST_RIGHT &&
					feeling <= chance + MOST_ABOVE_CHANCE &&
					withinPlace <= chanceWithin + MOST_ABOVE_CHANCE &&
					differ === 0
			};
		} finally {
			await browser?.close();
			await school.close();
			await server.remove();
		}
	}
};

interface Plan {
	className: string;
	child: string;
	place: (typeof feelingPlaces)[number]['id'] | null;
	feeling: string;
	wish: OfferChoice;
}
interface SeenVisit {
	plan: Plan;
	frames: number[];
}

const byWish = ({ plan, frames }: SeenVisit): Seen => ({
	frames,
	is: plan.wish === 'hello' ? 'hello' : 'ask'
});
const byFeeling = ({ plan, frames }: SeenVisit): Seen => ({ frames, is: plan.feeling });
const byPlace = ({ plan, frames }: SeenVisit): Seen => ({ frames, is: plan.place ?? '' });
const meanOf = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** The same child each time, so that nothing else differs: what is left is what was chosen. */
function plansOfYounger(ofEachKind: number, child: string): Plan[] {
	return Array.from({ length: 2 * ofEachKind }, (_, turn): Plan => {
		const pair = Math.floor(turn / 2);
		const feeling = FEELINGS[pair % FEELINGS.length] ?? NOT_SURE;
		const ask = ASKS[Math.floor(pair / FEELINGS.length) % ASKS.length] ?? 'chat';
		const wish = turn % 2 === 0 ? 'hello' : ask;
		return { className: 'Dosbarth Afon', child, place: null, feeling, wish };
	});
}

async function plansOfOlder(school: SchoolFixture): Promise<Plan[]> {
	const [child = ''] = await firstNamesIn(school, OLDER_CLASS);
	return OLDER_FEELINGS.flatMap(({ id, place }) =>
		Array.from({ length: OLDER_VISITS }, (_, turn): Plan => {
			const wish = turn % 2 === 0 ? 'hello' : 'chat';
			return { className: OLDER_CLASS, child, place, feeling: id, wish };
		})
	);
}

/** Each in a window of its own: one that is behind another would end its visit. */
function openTablets(browser: Browser, server: AppServer, school: SchoolFixture) {
	return Promise.all(
		Array.from({ length: TABLETS }, async () => {
			const context = await browser.newContext({
				viewport: TABLET,
				locale: 'en-GB',
				timezoneId: 'Europe/London',
				// What moves would differ by itself.
				reducedMotion: 'reduce'
			});
			const screens = new FingerOnKiosk(await context.newPage(), server);
			await screens.pair(await school.pairingCode('cwtch'));
			return screens;
		})
	);
}

async function seenBy(
	eye: EyeAtTwoMetres,
	tablets: FingerOnKiosk[],
	plans: Plan[],
	say: (progress: string) => void
): Promise<SeenVisit[]> {
	const visits: SeenVisit[] = [];
	const left = [...plans];
	await Promise.all(
		tablets.map(async (screens) => {
			for (let plan = left.shift(); plan; plan = left.shift()) {
				const frames: number[] = [];
				for (const picture of await visit(screens, plan)) frames.push(await eye.look(picture));
				visits.push({ plan, frames });
				if (visits.length % 40 === 0) say(`${visits.length} of ${plans.length} visits seen`);
			}
		})
	);
	return visits;
}

/** Pictures, PNG, in their order. */
async function visit(screens: FingerOnKiosk, plan: Plan): Promise<Buffer[]> {
	await untilCards(screens, plan);
	const [card, cardPressed] = await pressed(screens, screens.feelingButton(plan.feeling));
	await screens.heading('offer.what').waitFor();
	const [wishes, wishPressed] = await pressed(screens, screens.offerButton(plan.wish));
	await screens.sending.getByText(screens.words('bye.arrived')).waitFor();
	const goodbye = await picture(screens.page);
	await screens.finish();
	return [card, cardPressed, wishes, wishPressed, goodbye];
}

async function untilCards(screens: FingerOnKiosk, plan: Plan): Promise<void> {
	await screens.start(plan.className);
	await screens.chooseChild(plan.child);
	if (plan.place) await screens.choosePlace(plan.place);
}

const picture = (page: Page) => page.screenshot({ animations: 'disabled' });

/** Before a finger comes, and while it is down. */
async function pressed({ page }: FingerOnKiosk, target: Locator): Promise<[Buffer, Buffer]> {
	await target.waitFor();
	await takesTaps(page);
	const before = await picture(page);
	const box = await target.boundingBox();
	if (!box) throw new Error(`There is nothing to tap: ${target}`);
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	const during = await picture(page);
	await page.mouse.up();
	return [before, during];
}

/** Pixels that differ between what stands behind the cards of the four places. */
async function backgroundsDiffer(
	screens: FingerOnKiosk,
	canvas: Page,
	plans: Plan[]
): Promise<number> {
	const behind: Buffer[] = [];
	for (const { id } of feelingPlaces) {
		const plan = plans.find(({ place }) => place === id);
		if (!plan) throw new Error(`No card belongs to ${id}.`);
		await untilCards(screens, plan);
		const cards = screens.page.locator('.visit');
		await cards.evaluate((element) => (element.style.visibility = 'hidden'));
		// Drawn anew as a whole: where only a part is, edges may differ.
		await screens.page.setViewportSize({ width: 800, height: 1280 });
		await picture(screens.page);
		await screens.page.setViewportSize(TABLET);
		behind.push(await picture(screens.page));
		await cards.evaluate((element) => (element.style.visibility = ''));
		await screens.hide();
		await screens.tap(screens.button('hide.new'), screens.startButton);
	}
	const [first, ...others] = behind;
	let pixels = 0;
	for (const other of others) {
		if (first) pixels += (await differenceOf(canvas, first, other)).pixels;
	}
	return pixels;
}
