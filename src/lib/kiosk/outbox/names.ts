// Names and shapes that are known before Dexie is loaded.

export const DATABASE_NAME = 'cwtch-kiosk';

export interface Identity {
	kioskId: string;
	schoolId: string;
	/** Ed25519, not extractable: it can sign, and nobody can read it. */
	privateKey: CryptoKey;
	/** Raw Ed25519 public key of the server, base64url. */
	serverKey: string;
	/** When the server said that the school has revoked this tablet (ms, the tablet's clock). */
	revokedAt?: number;
}

export interface KeptDirectory {
	/** As the server signed it. */
	text: string;
	etag: string;
	fetchedAt: number;
}
