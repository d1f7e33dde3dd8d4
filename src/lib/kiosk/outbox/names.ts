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

/** Urgent ones overtake; stuck ones are tried last and alone, and are never thrown away. */
export const LANES = { urgent: 0, usual: 1, stuck: 2 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

export interface OutboxEntry {
	id: string;
	lane: Lane;
	counter: number;
	/** The sealed envelope, as it crosses. */
	line: string;
	/** SHA-256 of the line, base64url: what a receipt must name. */
	digest: string;
	keptAt: number;
}

/** Left when the sealed bodies of a delivery are deleted, for 30 days. */
export interface Tombstone {
	/** Of its first envelope. */
	id: string;
	/** Of all of them; earlier versions kept a tombstone for each. */
	ids?: string[];
	deliveredAt: number;
}

/** One row per key; each key has its own shape. */
export interface MetaRows {
	identity: Identity;
	/** The counter of the last envelope that was kept. */
	counter: number;
	directory: KeptDirectory;
	/** When the server last answered, ms. */
	lastContactAt: number;
	/** What the server's clock says less what ours says, ms. */
	clockOffsetMs: number;
}
export interface MetaRow {
	key: keyof MetaRows;
	value: MetaRows[keyof MetaRows];
}
