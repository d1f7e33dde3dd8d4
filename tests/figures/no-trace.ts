// Fifty children one after the other: is there anything of any of them in the page’s memory, its elements, or
// in what the tablet keeps?
import { cardsOfBand } from '$lib/content/cards';
import type { OfferChoice } from '$lib/kiosk/what-was-said';
import { rounded, type Figure } from '../support/figure';
import { tracesOn, type Traces } from '../support/traces';
import { firstNamesIn } from './support/children';
import { untilEmpty } from './support/engine-room';
import { FingerOnKiosk } from './support/finger';
import { InstalledKiosk } from './support/installed-kiosk';
import { screensLeft, watchScreensLeft } from './support/left-screens';
import { PageHeap } from './support/page-heap';

const WISHES: OfferChoice[] = ['hello', 'chat', 'skip', 'walk', 'sit', 'put-right'];
/** By then everything is loaded, and made ready for the next. */
const SETTLED_AFTER = 10;
const MOST_GROWTH = 0.05;
/** Text that a message is made of before it is sealed; a script never has it in this form. */
const PLAIN_MESSAGE = [
	'"kind":"check-in"',
	'"wish":{"kind"',
	'"pupilId":"',
	'"excludedAdultIds":['
];
/** To see that the search finds what is there. */
const PUT_THERE = '"wish":{"kind":"put there to be found"';
const MOST_SHOWN = 5;

export const figure: Figure = {
	name: 'no-trace',
	promise: 'After many visits in a row nothing of any of them is left on the tablet.',
	unit: `strings of an unsealed message in the heap’s snapshot; screens that are gone and still held; nodes and listeners more than after ${SETTLED_AFTER} visits; objects, functions, arrays and strings after the last visit to those after ${SETTLED_AFTER}, in bytes (without compiled code and the browser’s time lines); storage, caches, history, title and address that are not as before; rows with an id, a name or a feeling in them`,
	target: `0 of each; objects at most ${1 + MOST_GROWTH} times. Taps only; what the garbage collector has let go of is not searched`,
	tries: 50,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		try {
			const { school } = kiosk;
			const names = await firstNamesIn(school, school.className);
			const page = await kiosk.tablet.page();
			const screens = new FingerOnKiosk(page, kiosk);
			await screens.open();
			await watchScreensLeft(page);
			const heap = await PageHeap.of(page);
			const before = await tracesOn(page);
			let settled = await heap.measure();
			let { ownBytes } = await heap.content();
			for (let visit = 0; visit < tries; visit += 1) {
				await visitOfTurn(screens, names, visit);
				if (visit + 1 === Math.min(SETTLED_AFTER, tries)) {
					settled = await heap.measure();
					({ ownBytes } = await heap.content());
				}
				if ((visit + 1) % 10 === 0) say(`${visit + 1} of ${tries} visits`);
			}
			await untilEmpty(page);
			const last = await heap.measure();
			const { seen, held } = await screensLeft(page);
			const after = await tracesOn(page);
			const changed = changedBetween(before, after);
			const told = await toldIn(kiosk, names, after);
			const text = await page.evaluate(() => document.documentElement.outerHTML);
			const named = names.filter((name) => text.includes(`>${name}<`));
			const content = await heap.content();
			const plain = content.strings.filter((one) =>
				PLAIN_MESSAGE.some((part) => one.includes(part))
			);
			await assertFound(page, heap);
			for (const one of [...held, ...plain, ...changed, ...told, ...named].slice(0, MOST_SHOWN))
				say(`left: ${one.slice(0, 200)}`);
			const growth = content.ownBytes / ownBytes;
			const moreNodes = Math.max(0, last.nodes - settled.nodes);
			const moreListeners = Math.max(0, last.listeners - settled.listeners);
			return {
				measured: {
					plainMessagesInHeap: plain.length,
					screensSeen: seen,
					screensHeld: held.length,
					moreNodes,
					moreListeners,
					heapMiB: rounded(last.bytes / 1024 ** 2),
					ownMiB: rounded(content.ownBytes / 1024 ** 2),
					ownGrowth: rounded(growth),
					namesOnTheScreen: named.length,
					changedInTablet: changed.join(', ') || 'nothing',
					unsealedInStorage: told.length
				},
				tries,
				holds:
					plain.length + held.length + moreNodes + moreListeners + named.length === 0 &&
					changed.length + told.length === 0 &&
					growth <= 1 + MOST_GROWTH
			};
		} finally {
			await kiosk.remove();
		}
	}
};

/** Another child, feeling and wish each time. */
async function visitOfTurn(screens: FingerOnKiosk, names: string[], turn: number): Promise<void> {
	const name = names[turn % names.length] ?? '';
	const cards = cardsOfBand('4-7');
	await screens.start();
	await screens.chooseChild(name);
	await screens.chooseFeeling(cards[turn % cards.length]?.id ?? '');
	await screens.wish(WISHES[turn % WISHES.length] ?? 'hello', name);
	await screens.finish();
}

/** What is another than before the first visit; what is sealed is looked at by itself. */
function changedBetween({ stores: _, ...before }: Traces, after: Traces): string[] {
	const keys = Object.keys(before) as (keyof typeof before)[];
	return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
}

async function toldIn(kiosk: InstalledKiosk, names: string[], { stores }: Traces) {
	const { db } = kiosk.school.running;
	const pupils = await db.selectFrom('pupil').select('pupil_id').execute();
	const staff = await db.selectFrom('staff_member').select('staff_id').execute();
	const ids = [...pupils.map((one) => one.pupil_id), ...staff.map((one) => one.staff_id)];
	const feelings = cardsOfBand('4-7').map(({ id }) => `"${id}"`);
	const kept = JSON.stringify(stores);
	return [...ids, ...names.map((name) => `"${name}"`), ...feelings].filter((told) =>
		kept.includes(told)
	);
}

async function assertFound(page: FingerOnKiosk['page'], heap: PageHeap): Promise<void> {
	await page.evaluate(
		(letters) => Object.assign(window, { cwtchPutThere: letters.join('') }),
		[...PUT_THERE]
	);
	const found = (await heap.content()).strings.some((one) => one.includes(PUT_THERE));
	if (!found) throw new Error('The search does not find what was put into the heap.');
}
