// Which kiosk a signed request comes from.
import { createHash, createPublicKey, verify } from 'node:crypto';
import {
	KIOSK_CLOCK_TOLERANCE_MS,
	kioskRequestText,
	readKioskAuthorization,
	type SignedParts
} from '$lib/crossing/kiosk-request';
import { kioskById, noteKioskContact, type KioskRow } from '../database/kiosks';
import type { RunningServer } from '../running';
import { readBody } from './read-request';
import { refuse } from './refuse';

/** More often than this the last contact is not written down. */
export const CONTACT_NOTED_EVERY_MS = 60 * 1000;

export const UNPAIRED = {
	error: 'unpaired',
	message: 'This tablet is not paired with this school, or no longer. A grown-up can pair it again.'
} as const;

/** `publicKeyRaw` is the raw Ed25519 key and `signature` 64 bytes, both base64url. Never throws. */
export function verifyKioskRequest(
	publicKeyRaw: string,
	request: SignedParts & { signature: string }
): boolean {
	try {
		const key = createPublicKey({
			key: { kty: 'OKP', crv: 'Ed25519', x: publicKeyRaw },
			format: 'jwk'
		});
		const signature = Buffer.from(request.signature, 'base64url');
		return verify(null, Buffer.from(kioskRequestText(request)), key, signature);
	} catch {
		return false;
	}
}

export interface SignedRequest {
	kiosk: KioskRow;
	body: string;
	/** The server's clock when it came, ms. */
	now: number;
}

/**
 * The kiosk that signed the request, with the body; or the refusal. The signature is looked at before
 * the clock, so that only a kiosk of ours is told the time.
 */
export async function readSignedRequest(
	running: RunningServer,
	request: Request
): Promise<SignedRequest | Response> {
	const now = Date.now();
	const claimed = readKioskAuthorization(request.headers.get('authorization'));
	if (!claimed) {
		return refuse(401, {
			error: 'signature',
			message: 'The request is not signed by a kiosk.'
		});
	}
	const body = await readBody(request);
	if (body instanceof Response) return body;
	const kiosk = await kioskById(running.db, claimed.kioskId);
	if (!kiosk || kiosk.revoked_at !== null) return refuse(401, UNPAIRED);

	const { pathname, search } = new URL(request.url);
	const isGenuine = verifyKioskRequest(kiosk.public_key, {
		...claimed,
		method: request.method,
		path: pathname + search,
		bodyDigest: createHash('sha256').update(body).digest('base64url')
	});
	if (!isGenuine) {
		return refuse(401, { error: 'signature', message: 'The signature is not that of this kiosk.' });
	}
	if (Math.abs(claimed.at - now) > KIOSK_CLOCK_TOLERANCE_MS) {
		return refuse(401, {
			error: 'clock',
			message: 'The clock of the tablet is wrong by more than five minutes.',
			serverTime: now
		});
	}
	if (now - kiosk.last_contact_at >= CONTACT_NOTED_EVERY_MS) {
		await noteKioskContact(running.db, kiosk.school_id, kiosk.kiosk_id, now);
	}
	return { kiosk, body, now };
}
