import { afterEach, expect, it, vi } from 'vitest';
import { pairWithServer } from './pairing';

afterEach(() => void vi.restoreAllMocks());

it('says that a browser cannot sign, and leaves the code unused', async () => {
	const missing = new DOMException('Unrecognized name.', 'NotSupportedError');
	vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(missing);
	const asked = vi.spyOn(globalThis, 'fetch');
	expect(await pairWithServer('ABCD-EFGH')).toEqual({ outcome: 'old-browser' });
	expect(asked).not.toHaveBeenCalled();
});
