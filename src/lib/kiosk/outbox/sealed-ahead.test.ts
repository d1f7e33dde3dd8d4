import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, expect, it, vi } from 'vitest';
import { openRouting, openWords } from '$lib/crossing/unseal';
import { SealedAhead } from './sealed-ahead';

const server = await generateX25519Identity();
const [first, second] = [await generateX25519Identity(), await generateX25519Identity()];
const keysFor = async (reader: string) => ({
	routing: await identityToRecipient(server),
	words: [await identityToRecipient(reader)]
});
const cover = { v: 1, kind: 'cover' } as const;

afterEach(() => vi.restoreAllMocks());

it('is used once', async () => {
	const keys = await keysFor(first);
	const ahead = new SealedAhead();
	await ahead.prepare(keys);
	const one = await ahead.take(keys);
	expect(await ahead.take(keys)).not.toBe(one);
	await one(cover, null);
	await expect(one(cover, null)).rejects.toThrow();
});

it('holds what is put into it at the end, for whom it was prepared', async () => {
	const keys = await keysFor(first);
	const ahead = new SealedAhead();
	await ahead.prepare(keys);
	const words = new TextEncoder().encode('ŵy');
	const fill = await ahead.take(keys);
	const sealed = await fill(cover, words);
	expect(await openRouting(sealed.routing, server)).toEqual({ kind: 'opened', routing: cover });
	expect(await openWords(sealed.words, first)).toEqual(words);
	expect(await openWords(sealed.words, second)).toBeNull();
});

it.each([5_000, 100_000, 500_000])(
	'holds %d bytes as well as none: the bucket is chosen at the end',
	async (size) => {
		const keys = await keysFor(first);
		const ahead = new SealedAhead();
		await ahead.prepare(keys);
		const words = new Uint8Array(size).map((_, at) => at % 251);
		const sealed = await (await ahead.take(keys))(cover, words);
		const opened = await openWords(sealed.words, first);
		expect(Buffer.from(opened ?? []).equals(Buffer.from(words))).toBe(true);
	}
);

it('is thrown away when the readers have changed since', async () => {
	const ahead = new SealedAhead();
	await ahead.prepare(await keysFor(first));
	const fill = await ahead.take(await keysFor(second));
	const { words } = await fill(cover, null);
	expect(await openWords(words, second)).toEqual(new Uint8Array());
	expect(await openWords(words, first)).toBeNull();
});

/** As WebKitGTK does with the private keys that begin with a zero byte. */
function refusePrivateKeys(times: number) {
	const importKey = crypto.subtle.importKey.bind(crypto.subtle);
	let left = times;
	return vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((
		...args: [never, ...never[]]
	) => {
		if (args[0] !== 'pkcs8' || left === 0)
			return (importKey as (...of: never[]) => Promise<CryptoKey>)(...args);
		left -= 1;
		return Promise.reject(new DOMException('It does not meet requirements.', 'DataError'));
	}) as typeof importKey);
}

it('is made with other keys where the engine refuses some', async () => {
	const keys = await keysFor(first);
	refusePrivateKeys(2);
	const ahead = new SealedAhead();
	const { words } = await (await ahead.take(keys))(cover, new Uint8Array([7]));
	vi.restoreAllMocks();
	expect(await openWords(words, first)).toEqual(new Uint8Array([7]));
});

it('is not kept when it could not be made', async () => {
	const keys = await keysFor(first);
	const ahead = new SealedAhead();
	refusePrivateKeys(Infinity);
	await expect(ahead.prepare(keys)).rejects.toThrow('requirements');
	vi.restoreAllMocks();
	const { words } = await (await ahead.take(keys))(cover, null);
	expect(await openWords(words, first)).toEqual(new Uint8Array());
});
