// The empty packets that a waking tablet sends: when, and what of them the network sees.
import { startCovers } from '$lib/kiosk/outbox/covers';
import type { Passed } from '../../support/fault-proxy';
import { KioskPage } from '../../support/kiosk-page';
import type { InstalledKiosk } from './installed-kiosk';
import { expect } from '@playwright/test';

const COVERS = 3;
const GIVE_UP_MS = 60_000;

/** The pauses, ms, that so many covers make, by the app's own rule and a clock that does not wait. */
export function coverPauses(count: number): number[] {
	const pauses: number[] = [];
	const due: (() => void)[] = [];
	const { setTimeout: usual } = globalThis;
	const skipping = (work: () => void, ms: number) => {
		pauses.push(ms);
		due.push(work);
	};
	globalThis.setTimeout = skipping as unknown as typeof setTimeout;
	try {
		startCovers(() => Promise.resolve());
		while (pauses.length < count) due.shift()?.();
	} finally {
		globalThis.setTimeout = usual;
	}
	return pauses;
}

/**
 * A few covers of the real page, whose clock runs ahead while nobody touches it. The context keeps that
 * clock: nothing can be timed in it afterwards.
 *
 * @param deliveries what has passed so far
 */
export async function coversOf(
	kiosk: InstalledKiosk,
	deliveries: () => Passed[],
	before: number
): Promise<Passed[]> {
	const page = await kiosk.tablet.page();
	await page.clock.install();
	const screens = new KioskPage(page, kiosk);
	await screens.open();
	await expect(async () => {
		await page.clock.runFor('05:00');
		expect(deliveries().length - before).toBeGreaterThanOrEqual(COVERS);
	}).toPass({ timeout: GIVE_UP_MS, intervals: [10] });
	await page.close();
	return deliveries().slice(before);
}
