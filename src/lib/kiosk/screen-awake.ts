// The screen stays on while a child is there or may come; at other times the tablet may sleep.
import type { Directory } from '$lib/crossing/directory';
import { schoolLooksOpen } from '$lib/domain/clock-face';

export const canStayAwake = (): boolean => 'wakeLock' in navigator;

/** @param at milliseconds UTC, by the kiosk's own clock */
export const mayBeNeeded = (directory: Directory | null, isResting: boolean, at: number): boolean =>
	directory !== null && (!isResting || schoolLooksOpen(at, directory.school.timetable));

export class AwakeScreen {
	#isWanted = false;
	#lock: Promise<WakeLockSentinel | null> = Promise.resolve(null);

	/** To be called again when the page comes back: browsers let go of the screen when it is hidden. Never throws. */
	async keep(isWanted: boolean): Promise<void> {
		this.#isWanted = isWanted;
		if (!canStayAwake()) return;
		this.#lock = this.#lock.then((lock) => this.#follow(lock));
		await this.#lock;
	}

	async #follow(lock: WakeLockSentinel | null): Promise<WakeLockSentinel | null> {
		const isHeld = lock !== null && !lock.released;
		if (this.#isWanted === isHeld) return lock;
		try {
			if (this.#isWanted) return await navigator.wakeLock.request('screen');
			await lock?.release();
		} catch {
			// Hidden just now, or the battery is low: the next call tries again.
		}
		return null;
	}
}

/** This tablet's. */
export const screen = new AwakeScreen();
