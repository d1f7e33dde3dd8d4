import { afterEach, expect, it, vi } from 'vitest';
import { protectStorage } from './protected-storage';

afterEach(() => void vi.unstubAllGlobals());

function browser({ persisted = false, asksThePerson = false } = {}) {
	const persist = vi.fn(() => Promise.resolve(true));
	vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(persisted), persist } });
	if (asksThePerson) vi.stubGlobal('mozInnerScreenX', 0);
	return persist;
}

it('asks a browser that decides by itself at any time', async () => {
	const persist = browser();
	expect(await protectStorage(false)).toBe(true);
	expect(persist).toHaveBeenCalledOnce();
});

it('never puts a browser’s question before a child', async () => {
	const persist = browser({ asksThePerson: true });
	expect(await protectStorage(false)).toBe(false);
	expect(persist).not.toHaveBeenCalled();
	expect(await protectStorage(true)).toBe(true);
});

it('asks no more once it is promised', async () => {
	const persist = browser({ persisted: true });
	expect(await protectStorage(true)).toBe(true);
	expect(persist).not.toHaveBeenCalled();
});

it('does not know where the browser cannot say', async () => {
	vi.stubGlobal('navigator', { storage: {} });
	expect(await protectStorage(true)).toBe(null);
	vi.stubGlobal('navigator', {});
	expect(await protectStorage(true)).toBe(null);
});
