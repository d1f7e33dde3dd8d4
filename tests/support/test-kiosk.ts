// A kiosk without a browser: its key, so that tests and figures can seal and sign like a tablet.
import { generateKeyPairSync } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Signer } from '$lib/crossing/seal';
import { insertKiosk } from '$lib/server/database/kiosks';
import type { Db } from '$lib/server/database/open';
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

/** A new kiosk of a school, as if it had been paired. */
export async function knownKiosk(
	db: Db,
	where: { schoolId: string; classId?: string; revokedAt?: number | null }
): Promise<TestKiosk> {
	const kiosk = await newKiosk();
	await insertKiosk(db, {
		school_id: where.schoolId,
		kiosk_id: kiosk.kioskId,
		name: 'test',
		place: 'class',
		class_id: where.classId ?? null,
		public_key: kiosk.publicKey,
		paired_at: 1,
		revoked_at: where.revokedAt ?? null,
		last_contact_at: 1,
		highest_counter: 0
	});
	return kiosk;
}
