// The tablet's storage is full: from some step of a visit on, or at the n-th write of what is kept. What the
// child reads must be true, and another way to a person must stand beside it.
import type { CDPSession, Page } from '@playwright/test';
import { ChildWordsOnKiosk } from '../support/child-words';
import type { Figure } from '../support/figure';
import { KioskPage } from '../support/kiosk-page';
import { waitingOn } from './support/engine-room';
import { InstalledKiosk } from './support/installed-kiosk';

/** From which screen on there is no room. */
const STEPS = ['rest', 'faces', 'feelings', 'offer', 'words'] as const;
type Step = (typeof STEPS)[number];
const WISHES = ['chat', 'hello', 'skip'] as const;
/** A check-in needs some 15 kB; words of this many letters come in an envelope of 90 kB. */
const LONG_TEXT = 'a very long story '.repeat(270);
const ROOM_FOR_ASK_ONLY = 60_000;
const MOST_WRITES = 20;

const WAYS_TO_FAIL = ['throws', 'fails'] as const;

declare global {
	interface Window {
		/** Counts down to the write that fails; `null` for none. */
		cwtchFailsAfter?: number | null;
		cwtchFailed?: number;
	}
}

interface Seen {
	/** "Kept", "sending" or "arrived". */
	saysKept: boolean;
	/** The card: it could not be kept, tell a grown-up. */
	saysNot: boolean;
	hasHelp: boolean;
	saysWordsLeft: boolean;
	/** How many more envelopes are on the disk than before. */
	kept: number;
}

export const figure: Figure = {
	name: 'quota-full',
	promise:
		'A full tablet never says that it keeps what it does not keep, and shows the way to a person.',
	unit: `visits, with the storage full from one of ${STEPS.length} screens on, with and without words, with room for the ask alone, or with the n-th write of a kept message failing for every n in ${WAYS_TO_FAIL.length} ways; the server gone meanwhile; what the screen said against what is on the disk (Chromium may take small writes for a while although it is full: keptAllTheSame)`,
	target:
		'false "kept safe" 0, said to be lost though kept 0, without card or help 0, an ask lost for its words 0, not kept after there was room again 0',
	tries: 1,
	async run({ tries, say }) {
		const kiosk = await InstalledKiosk.install({ place: 'class' });
		const measured = {
			visits: 0,
			notKept: 0,
			keptAllTheSame: 0,
			falseKept: 0,
			falseLost: 0,
			withoutCardOrHelp: 0,
			wordsLeftBehind: 0,
			askLostForWords: 0,
			notKeptAfterwards: 0,
			writesFailed: 0
		};
		const count = (seen: Seen) => {
			measured.visits += 1;
			if (seen.kept === 0) measured.notKept += 1;
			if (seen.saysKept && seen.kept !== 1) measured.falseKept += 1;
			if (seen.saysNot && seen.kept !== 0) measured.falseLost += 1;
			const isTold = seen.saysKept || seen.saysNot;
			if (!isTold || (seen.kept === 0 && !seen.hasHelp)) measured.withoutCardOrHelp += 1;
		};
		try {
			const page = await kiosk.tablet.page();
			await page.addInitScript(failNthWrite);
			const screens = new KioskPage(page, kiosk);
			await screens.open();
			await kiosk.server.kill();
			const storage = await Storage.of(page, kiosk.origin);
			for (let round = 0; round < tries; round += 1) {
				for (const step of STEPS) {
					for (const wish of WISHES) {
						const seen = await visit(screens, kiosk, wish, {
							words: step === 'words' ? LONG_TEXT : null,
							at: async (screen) => (screen === step ? storage.fill(0) : undefined)
						});
						count(seen);
						// Chromium looks at the quota anew only now and then, and takes small writes until it does.
						if (seen.kept > 0) measured.keptAllTheSame += 1;
						await storage.empty();
					}
				}
				say(`full from a screen on: ${measured.notKept} of ${measured.visits} not kept`);

				for (const wish of WISHES) {
					const seen = await visit(screens, kiosk, wish, {
						words: LONG_TEXT,
						at: async (screen) => (screen === 'words' ? storage.fill(ROOM_FOR_ASK_ONLY) : undefined)
					});
					count(seen);
					if (seen.saysWordsLeft) measured.wordsLeftBehind += 1;
					if (seen.kept !== 1 || !seen.saysWordsLeft) measured.askLostForWords += 1;
					await storage.empty();
				}
				say(
					`room for the ask alone: ${measured.wordsLeftBehind} of ${WISHES.length} kept without words`
				);

				for (const way of WAYS_TO_FAIL) {
					let nth = 1;
					for (; nth < MOST_WRITES; nth += 1) {
						const seen = await visit(screens, kiosk, 'chat', {
							words: null,
							at: async (screen) => (screen === 'offer' ? armWrite(page, nth, way) : undefined)
						});
						count(seen);
						const failed = await disarm(page);
						measured.writesFailed += failed;
						if (failed === 0) break;
					}
					say(`a write that ${way}: ${nth - 1} made to fail`);
				}
				const after = await visit(screens, kiosk, 'chat', { words: LONG_TEXT, at: async () => {} });
				if (after.kept !== 1 || !after.saysKept) measured.notKeptAfterwards += 1;
			}
			const { falseKept, falseLost, withoutCardOrHelp, askLostForWords, notKeptAfterwards } =
				measured;
			const bad = falseKept + falseLost + withoutCardOrHelp + askLostForWords + notKeptAfterwards;
			const wasTried = measured.notKept > 0 && measured.writesFailed > 0;
			return { measured, tries: measured.visits, holds: bad === 0 && wasTried };
		} finally {
			await kiosk.remove();
		}
	}
};

/** How much room the browser gives this origin. */
class Storage {
	private constructor(
		readonly page: Page,
		readonly session: CDPSession,
		readonly origin: string
	) {}

	static async of(page: Page, origin: string): Promise<Storage> {
		return new Storage(page, await page.context().newCDPSession(page), origin);
	}

	/** Nothing more than so many bytes fits. */
	async fill(leavingBytes: number): Promise<void> {
		const usage = await this.page.evaluate(
			async () => (await navigator.storage.estimate()).usage ?? 0
		);
		const quotaSize = Math.max(1, leavingBytes === 0 ? 1 : usage + leavingBytes);
		await this.session.send('Storage.overrideQuotaForOrigin', { origin: this.origin, quotaSize });
	}

	async empty(): Promise<void> {
		await this.session.send('Storage.overrideQuotaForOrigin', { origin: this.origin });
	}
}

interface Course {
	words: string | null;
	/** Called as soon as a screen is there. */
	at(screen: Step): Promise<void>;
}

async function visit(
	screens: KioskPage,
	{ school }: InstalledKiosk,
	wish: (typeof WISHES)[number],
	{ words, at }: Course
): Promise<Seen> {
	const { page } = screens;
	const before = await waitingOn(page);
	await screens.rested();
	await at('rest');
	await screens.start();
	await at('faces');
	await screens.chooseChild(school.child.firstName);
	await at('feelings');
	await screens.chooseFeeling('calm');
	await at('offer');
	if (words !== null) {
		const own = new ChildWordsOnKiosk(screens);
		await own.open();
		await own.openWay('type');
		await own.field.fill(words);
		await at('words');
		await own.ready();
	}
	await screens.wish(wish, school.child.firstName);
	const says = (key: string) => screens.sending.getByText(screens.words(key), { exact: true });
	const notKept = says('error.full').or(says('state.failed'));
	const kept = says('state.kept').or(says('state.sending')).or(says('bye.arrived'));
	await notKept.or(kept).first().waitFor();
	const seen: Seen = {
		saysKept: await kept.first().isVisible(),
		saysNot: await notKept.isVisible(),
		hasHelp: await screens.button('urgent.button').isVisible(),
		saysWordsLeft: await says('words.not_kept').isVisible(),
		kept: (await waitingOn(page)) - before
	};
	await screens.finish();
	return seen;
}

/** Before navigation. A write of a kept message can be made to fail. */
function failNthWrite(): void {
	window.cwtchFailsAfter = null;
	window.cwtchFailed = 0;
	const full = () => new DOMException('There is no room.', 'QuotaExceededError');
	for (const name of ['add', 'put'] as const) {
		const write = IDBObjectStore.prototype[name];
		IDBObjectStore.prototype[name] = function (...row) {
			const left = window.cwtchFailsAfter;
			const isKept = this.transaction.objectStoreNames.contains('outbox');
			if (left === null || left === undefined || !isKept) return write.apply(this, row);
			window.cwtchFailsAfter = Math.abs(left) === 1 ? null : left - Math.sign(left);
			if (Math.abs(left) !== 1) return write.apply(this, row);
			window.cwtchFailed = (window.cwtchFailed ?? 0) + 1;
			if (left > 0) throw full();
			// As a browser does that finds out later: the request is taken, and all of it is undone.
			const { transaction } = this;
			const request = write.apply(this, row);
			Object.defineProperty(transaction, 'error', { get: full });
			transaction.abort();
			return request;
		};
	}
}

const armWrite = (page: Page, nth: number, way: (typeof WAYS_TO_FAIL)[number]): Promise<void> =>
	page.evaluate(
		(after) => {
			window.cwtchFailed = 0;
			window.cwtchFailsAfter = after;
		},
		way === 'throws' ? nth : -nth
	);

/** How many failed. */
const disarm = (page: Page): Promise<number> =>
	page.evaluate(() => {
		window.cwtchFailsAfter = null;
		return window.cwtchFailed ?? 0;
	});
