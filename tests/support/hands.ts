// How a person chooses what is on a screen: a mouse, a finger, a keyboard, one switch or two. Everything that
// `KioskPage` does can be done by each.
import type { ElementHandle, Locator, Page } from '@playwright/test';

export const INPUTS = ['touch', 'keyboard', 'one-switch', 'two-switch'] as const;
export type Input = (typeof INPUTS)[number];

export interface Hand {
	/** Chooses once; throws where it cannot. @param timeoutMs for what must be on the screen already */
	choose(target: Locator, timeoutMs: number): Promise<void>;
	/** How long a choice may take, where that is longer than usual. */
	patienceMs?: number;
}

export const mouse: Hand = {
	choose: (target, timeout) => target.click({ timeout })
};

/** The tablet has `hasTouch`. */
const finger: Hand = {
	choose: (target, timeout) => target.tap({ timeout })
};

/** More than any screen has to walk to. */
const MOST_TABS = 70;

const keyboard: Hand = {
	patienceMs: 40_000,
	async choose(target, timeout) {
		const { keyboard: keys } = target.page();
		const element = await whole(target, timeout);
		for (let tabs = 0; tabs < MOST_TABS; tabs++) {
			if (await element.evaluate((one) => one === document.activeElement)) {
				await keys.press('Enter');
				return;
			}
			await keys.press('Tab');
		}
		throw new Error('Tab does not come to it.');
	}
};

/** A mark that came so long ago may be about to go. */
const FRESH_MS = 250;
const ROUND_MS = 40_000;
const SCREEN_COMES_MS = 3_000;
/** The same switch again, sooner, is a repeat. */
const REPEAT_MS = 420;

/** `data-marked-at`: when a mark came, for a hand that has to be in time. */
async function noteMarks(page: Page): Promise<void> {
	await page.evaluate(() => {
		const noted = document.documentElement;
		if (noted.hasAttribute('data-marks-noted')) return;
		noted.setAttribute('data-marks-noted', '');
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				if (!(target instanceof HTMLElement)) continue;
				if (target.dataset['scanned']) target.dataset['markedAt'] = String(performance.now());
			}
		}).observe(noted, { subtree: true, attributeFilter: ['data-scanned'] });
	});
}

/** Something is marked; or a press begins. */
async function awake(page: Page): Promise<void> {
	const marks = page.locator('[data-scanned]').first();
	await marks.or(page.locator('[data-scan-paused]')).waitFor({ timeout: SCREEN_COMES_MS });
	if ((await marks.count()) === 0) await page.keyboard.press('Space');
	await marks.waitFor({ timeout: SCREEN_COMES_MS });
}

const oneSwitch: Hand = {
	patienceMs: 90_000,
	async choose(target, timeout) {
		const page = target.page();
		await noteMarks(page);
		const element = await whole(target, timeout);
		await awake(page);
		for (const press of ['row', 'one']) {
			const mark = await page.waitForFunction(
				({ marked, freshMs }) => {
					const { scanned, markedAt } = (marked as HTMLElement).dataset;
					if (!marked.isConnected) throw new Error('It is gone.');
					return performance.now() - Number(markedAt) < freshMs ? scanned : null;
				},
				{ marked: element, freshMs: FRESH_MS },
				{ timeout: ROUND_MS, polling: 'raf' }
			);
			await page.keyboard.press('Space');
			if ((await mark.jsonValue()) === 'one' || press === 'one') return;
		}
	}
};

const twoSwitches: Hand = {
	patienceMs: 90_000,
	async choose(target, timeout) {
		const page = target.page();
		const element = await whole(target, timeout);
		await awake(page);
		for (let steps = 0; steps < MOST_TABS; steps++) {
			const mark = await element.getAttribute('data-scanned');
			await page.keyboard.press(mark ? 'Enter' : 'Space');
			if (mark === 'one') return;
			await page
				.waitForFunction(
					({ marked, before }) => marked.getAttribute('data-scanned') !== before,
					{ marked: element, before: mark },
					{ timeout: REPEAT_MS }
				)
				.catch(() => undefined);
		}
		throw new Error('No step comes to it.');
	}
};

async function whole(
	target: Locator,
	timeout: number
): Promise<ElementHandle<HTMLElement | SVGElement>> {
	const element = await target.elementHandle({ timeout });
	await element.waitForElementState('visible', { timeout });
	return element;
}

export const HANDS: Record<Input, Hand> = {
	touch: finger,
	keyboard,
	'one-switch': oneSwitch,
	'two-switch': twoSwitches
};
