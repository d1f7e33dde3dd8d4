// Measures inside the page, so that no message to the test counts. These functions run in the page: they
// use nothing from outside.
import type { Page } from '@playwright/test';
import type { ScriptedPage } from './unwatched-browser';

export interface StartWatch {
	/** What a child taps. */
	button: string;
	/** What is there once the tap was answered. */
	answer: string;
}

declare global {
	interface Window {
		cwtchAnswered?: Promise<number>;
	}
}

/**
 * For the start of a page. An impatient child: taps again and again from the moment there is something to tap.
 * By a timer, since asking for frames would make the page paint more than it does by itself.
 */
export function watchStart({ button, answer }: StartWatch): void {
	window.cwtchAnswered = new Promise((resolve) => {
		const isAnswered = () => document.querySelector(answer) !== null;
		const tap = () => {
			if (isAnswered()) return;
			document.querySelector<HTMLElement>(button)?.click();
			setTimeout(tap, 5);
		};
		setTimeout(tap, 5);
		const looking = new MutationObserver(() => {
			if (!isAnswered()) return;
			looking.disconnect();
			// The frame with the answer in it is painted before the message is taken.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now());
				port2.postMessage(null);
			});
		});
		looking.observe(document, { childList: true, subtree: true, attributes: true });
	});
}

/** Milliseconds from the start of the navigation until the answer was painted. */
export const answeredAfter = (page: ScriptedPage): Promise<number> =>
	page.evaluate(
		() => window.cwtchAnswered ?? Promise.reject(new Error('The page is not watched.')),
		null
	);

/** Milliseconds from a visit's last tap, by the browser's own time of the event. */
export interface KeepingTimes {
	/** Until the commit is done and the page is told. */
	kept: number;
	/** Until the screen that says so is painted. */
	shown: number;
}

declare global {
	interface Window {
		cwtchTaps?: { name: string; duration: number; interactionId: number }[];
		cwtchTapCount?: number;
		cwtchScreens?: number[];
		cwtchKept?: KeepingTimes[];
		cwtchShown?: () => void;
	}
}

/** What Event Timing does not report took less than this. */
export const LEAST_REPORTED_MS = 16;

/** Before navigation. Event Timing of every tap from then on: the browser's own clock, in steps of 8 ms. */
export async function watchTaps(page: Page): Promise<void> {
	await page.addInitScript((durationThreshold) => {
		window.cwtchTapCount = 0;
		const count = ({ isTrusted }: Event) => {
			// The app sends a tap on once it has answered it.
			if (isTrusted) window.cwtchTapCount = (window.cwtchTapCount ?? 0) + 1;
		};
		addEventListener('click', count, true);
		const taps: NonNullable<Window['cwtchTaps']> = [];
		window.cwtchTaps = taps;
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as PerformanceEventTiming[]) {
				const { name, duration, interactionId } = entry;
				if (interactionId) taps.push({ name, duration, interactionId });
			}
		}).observe({ type: 'event', durationThreshold } as PerformanceObserverInit);
	}, LEAST_REPORTED_MS);
}

/**
 * Before navigation. For each tap, from the browser's own time of the event until the last button of the
 * screen that came is painted.
 */
export async function watchScreens(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const screens: number[] = [];
		window.cwtchScreens = screens;
		let tap = 0;
		let tappedAt = 0;
		addEventListener(
			'click',
			(event) => {
				// The app sends a tap on once it has answered it.
				if (!event.isTrusted) return;
				tap += 1;
				tappedAt = event.timeStamp;
			},
			true
		);
		const hasButton = (node: Node) =>
			node instanceof Element && (node.matches('button') || node.querySelector('button'));
		new MutationObserver((changes) => {
			if (tap === 0 || !changes.some(({ addedNodes }) => [...addedNodes].some(hasButton))) return;
			const [ofTap, from] = [tap, tappedAt];
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => (screens[ofTap - 1] = performance.now() - from);
				port2.postMessage(null);
			});
		}).observe(document, { childList: true, subtree: true });
	});
}

/** Milliseconds of each tap that brought a screen. */
export const tapsUntilScreen = async (page: Page): Promise<number[]> =>
	(await page.evaluate(() => window.cwtchScreens ?? [])).filter((ms) => ms > 0);

/** Milliseconds from each pointer's going up until the next paint; `LEAST_REPORTED_MS` for those under it. */
export async function tapsUntilPaint(page: Page): Promise<number[]> {
	const { entries, count } = await page.evaluate(() => ({
		entries: window.cwtchTaps ?? [],
		count: window.cwtchTapCount ?? 0
	}));
	const longest = new Map<number, number>();
	for (const { name, duration, interactionId } of entries) {
		if (name !== 'pointerup' && name !== 'click') continue;
		longest.set(interactionId, Math.max(longest.get(interactionId) ?? 0, duration));
	}
	const unreported = Math.max(0, count - longest.size);
	return [...longest.values(), ...Array<number>(unreported).fill(LEAST_REPORTED_MS)];
}

/**
 * Before navigation. Times every visit from its last tap until its envelope is committed, and until the
 * screen that says so is painted.
 * @param stillKeeping what the screen says until then
 */
export async function watchKeeping(page: Page, stillKeeping: string): Promise<void> {
	await page.addInitScript((keeping: string) => {
		const visits: KeepingTimes[] = [];
		window.cwtchKept = visits;
		let tappedAt = 0;
		let now: KeepingTimes | null = null;
		addEventListener('click', (event) => event.isTrusted && (tappedAt = event.timeStamp), true);

		const begin = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (stores, mode, options) {
			const transaction = begin.call(this, stores, mode, options);
			const add = IDBObjectStore.prototype.add;
			if (mode !== 'readwrite' || !transaction.objectStoreNames.contains('outbox'))
				return transaction;
			const outbox = transaction.objectStore('outbox');
			let since: number | null = null;
			outbox.add = function (...entry) {
				since = tappedAt;
				return add.apply(this, entry);
			};
			// Set before the app's own, which draws the next screen as soon as it is told.
			transaction.addEventListener('complete', () => {
				if (since === null) return;
				now = { kept: performance.now() - since, shown: NaN };
				visits.push(now);
			});
			return transaction;
		};

		const saysKept = () => {
			const said = document.querySelector('main [role="status"]')?.textContent ?? '';
			return said !== '' && !said.includes(keeping);
		};
		const look = () => {
			if (!now || !saysKept()) return;
			const [visit, since] = [now, tappedAt];
			now = null;
			// The frame with the words in it is painted before the message is taken.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					visit.shown = performance.now() - since;
					window.cwtchShown?.();
				};
				port2.postMessage(null);
			});
		};
		new MutationObserver(look).observe(document, {
			childList: true,
			subtree: true,
			characterData: true
		});
	}, stillKeeping);
}

/** The times of each visit so far. */
export const keptAfter = (page: Page): Promise<KeepingTimes[]> =>
	page.evaluate(() => window.cwtchKept ?? []);

/** Resolves when the next visit's words are painted. The page does nothing for it until then. */
export const shownNext = (page: Page): Promise<void> =>
	page.evaluate(() => new Promise<void>((shown) => (window.cwtchShown = shown)));

/**
 * Milliseconds of a strict commit with nothing around it: one row of as many bytes as an envelope has, put into
 * storage of its own. What is less than this no app can have.
 */
export const bareCommit = (page: Page, bytes: number): Promise<number> =>
	page.evaluate(async (length) => {
		const opening = indexedDB.open('bare');
		opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error ?? new Error('There is no storage.'));
		});
		const row = 'x'.repeat(length);
		const from = performance.now();
		const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
		const committed = new Promise((resolve) => (transaction.oncomplete = resolve));
		transaction.objectStore('rows').put(row, 1);
		transaction.commit();
		await committed;
		const ms = performance.now() - from;
		database.close();
		return ms;
	}, bytes);
