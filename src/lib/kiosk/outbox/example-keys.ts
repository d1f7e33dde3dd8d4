// Who signs what a tablet takes for true, and somebody else, for the tests of the outbox. Never imported by the
// app.
const newKeys = async () =>
	(await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;

export const server = await newKeys();
export const strangers = await newKeys();
