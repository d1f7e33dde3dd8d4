// A kiosk without a browser: its key, so that tests and figures can seal and sign like a tablet.
import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Signer } from '$lib/crossing/seal';
import { rawPublicKey } from '$lib/server/keys';

export interface TestKiosk extends Signer {
	/** Raw Ed25519 public key, base64url: what pairing sends. */
	publicKey: string;
}

/** A new kiosk that no server knows yet. */
export async function newKiosk(): Promise<TestKiosk> {
	const { privateKey } = generateKeyPairSync('ed25519');
	const key = await crypto.subtle.importKey(
		'pkcs8',
		new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
		'Ed25519',
		false,
		['sign']
	);
	return {
		kioskId: uuidv7(),
		bootId: uuidv7(),
		privateKey: key,
		publicKey: rawPublicKey(privateKey)
	};
}
