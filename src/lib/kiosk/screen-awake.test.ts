import { afterEach, expect, it, vi } from 'vitest';
import { exampleDirectory } from './example-school';
import { AwakeScreen, mayBeNeeded } from './screen-awake';

afterEach(() => void vi.unstubAllGlobals());

/** A browser whose locks can be taken away, as it does when the page is hidden. */
function browser(refuses = false) {
	const locks: { released: boolean; release(): Promise<void> }[] = [];
	const request = vi.fn(() => {
		if (refuses) return Promise.reject(new DOMException('The page is hidden.', 'NotAllowedError'));
		const lock = {
			released: false,
			release() {
				lock.released = true;
				return Promise.resolve();
			}
		};
		locks.push(lock);
		return Promise.resolve(lock);
	});
	vi.stubGlobal('navigator', { wakeLock: { request } });
	return { locks, request, held: () => locks.filter(({ released }) => !released).length };
}

it('holds one lock however often it is wanted, and lets it go', async () => {
	const { request, held } = browser();
	const screen = new AwakeScreen();
	await Promise.all([screen.keep(true), screen.keep(true)]);
	await screen.keep(true);
	expect(request).toHaveBeenCalledOnce();
	expect(held()).toBe(1);
	await screen.keep(false);
	expect(held()).toBe(0);
});

it('asks again after the browser has let go', async () => {
	const { locks, held } = browser();
	const screen = new AwakeScreen();
	await screen.keep(true);
	await locks[0]?.release();
	await screen.keep(true);
	expect(locks).toHaveLength(2);
	expect(held()).toBe(1);
});

it('follows what was wanted last', async () => {
	const { held } = browser();
	const screen = new AwakeScreen();
	await Promise.all([screen.keep(true), screen.keep(false)]);
	expect(held()).toBe(0);
});

it('goes on where the browser refuses or has no such thing', async () => {
	const { request } = browser(true);
	const screen = new AwakeScreen();
	await screen.keep(true);
	await screen.keep(true);
	expect(request).toHaveBeenCalledTimes(2);
	vi.stubGlobal('navigator', {});
	await expect(new AwakeScreen().keep(true)).resolves.toBeUndefined();
});

it('is needed in school hours, and by a child at any time', () => {
	const monday = (hour: number) => Date.UTC(2026, 10, 16, hour);
	const directory = exampleDirectory();
	expect(mayBeNeeded(directory, true, monday(10))).toBe(true);
	expect(mayBeNeeded(directory, true, monday(22))).toBe(false);
	expect(mayBeNeeded(directory, false, monday(22))).toBe(true);
	expect(mayBeNeeded(null, true, monday(10))).toBe(false);
});
