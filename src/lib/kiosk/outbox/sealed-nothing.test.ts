import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { openWords } from '$lib/crossing/unseal';
import { SealedNothing } from './sealed-nothing';

it('is used once, and only for the readers it was sealed to', async () => {
	const [first, second] = [await generateX25519Identity(), await generateX25519Identity()];
	const readers = [await identityToRecipient(first)];
	const others = [await identityToRecipient(second)];
	const nothing = new SealedNothing();

	const ahead = await nothing.prepare(readers);
	expect(await nothing.take(readers)).toBe(ahead);
	expect(await nothing.take(readers)).not.toBe(ahead);

	await nothing.prepare(readers);
	const changed = await nothing.take(others);
	expect(await openWords(changed, second)).toEqual(new Uint8Array());
	expect(await openWords(changed, first)).toBeNull();
});
