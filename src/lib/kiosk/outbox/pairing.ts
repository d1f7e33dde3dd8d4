// How a tablet becomes a kiosk, and what it forgets when the school takes that back.
import { toBase64Url } from '$lib/crossing/bytes';
import type { Directory } from '$lib/crossing/directory';
import type { PairingAnswer } from '$lib/crossing/pairing';
import type { KioskDatabase } from './database';
import type { Identity } from './names';

const PAIRING_TIMEOUT_MS = 15_000;

export type Paired =
	| { outcome: 'paired'; identity: Identity }
	/** The code is wrong, used or too old. */
	| { outcome: 'refused' }
	/** It cannot make the key that signs (Ed25519). */
	| { outcome: 'old-browser' }
	| { outcome: 'offline' };

/** Makes the keys, and shows the server the code from the staff side. */
export async function pairWithServer(code: string): Promise<Paired> {
	const pair = await newSigningKeys();
	// Before the code is used up.
	if (!pair) return { outcome: 'old-browser' };
	const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
	try {
		const response = await fetch('/crossing/v1/pairing', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ code, publicKey: toBase64Url(new Uint8Array(raw)) }),
			credentials: 'omit',
			cache: 'no-store',
			signal: AbortSignal.timeout(PAIRING_TIMEOUT_MS)
		});
		if (response.status >= 500) return { outcome: 'offline' };
		if (!response.ok) return { outcome: 'refused' };
		const answer: PairingAnswer = await response.json();
		return { outcome: 'paired', identity: { ...answer, privateKey: pair.privateKey } };
	} catch {
		return { outcome: 'offline' };
	}
}

/** `null` where the browser has none of them. */
const newSigningKeys = (): Promise<CryptoKeyPair | null> =>
	crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']).then(
		(pair) => pair as CryptoKeyPair,
		() => null
	);

/** Whatever an earlier pairing knew goes; sealed envelopes that wait stay, and are sent. */
export async function becomeKiosk(database: KioskDatabase, identity: Identity): Promise<void> {
	const { meta, outbox, tombstones } = database;
	await database.transaction('rw', [meta, outbox, tombstones], async () => {
		await meta.clear();
		await tombstones.clear();
		await database.write('identity', identity);
		await database.write('counter', 0);
	});
}

/**
 * The school has revoked this tablet: names go from its storage at once. What is in the outbox stays until
 * the server has it, and an urgent call can still be sealed; both come to a lead.
 */
export async function forgetNames(
	database: KioskDatabase,
	revoked: Identity & { revokedAt: number },
	directory: Directory
): Promise<void> {
	const nobody: Directory = { ...directory, classes: [], pupils: [], adults: [] };
	await database.write('identity', revoked);
	const text = JSON.stringify(nobody);
	await database.write('directory', { text, etag: '', fetchedAt: revoked.revokedAt });
}
