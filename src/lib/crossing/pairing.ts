// Pairing: a one-time code makes a tablet a kiosk.
import * as v from 'valibot';

/** Eight characters without 0, O, 1, I or L, shown as `ABCD-EFGH`; the dash and case are ignored. */
export const PAIRING_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const PAIRING_CODE_LENGTH = 8;

export const PairingRequest = v.object({
	code: v.pipe(v.string(), v.maxLength(40)),
	/** Raw Ed25519 public key, base64url. */
	publicKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))
});
export const PairingAnswer = v.object({
	kioskId: v.pipe(v.string(), v.uuid()),
	schoolId: v.pipe(v.string(), v.uuid()),
	/** Raw Ed25519 public key of the server, base64url: signs receipts and the directory. */
	serverKey: v.string()
});
export type PairingRequest = v.InferOutput<typeof PairingRequest>;
export type PairingAnswer = v.InferOutput<typeof PairingAnswer>;
