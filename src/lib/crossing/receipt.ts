// Receipts: the server's word that envelopes are stored, with one signature for the whole delivery.
// Nothing is deleted on the tablet before one is verified.
import { fromBase64Url, utf8 } from './bytes';

export interface Receipt {
	id: string;
	/** SHA-256 of the line, base64url. */
	digest: string;
	outcome: 'stored' | 'duplicate';
}

export interface Receipts {
	v: 1;
	/** The server's clock, ms. */
	at: number;
	receipts: Receipt[];
	/** Ed25519 over `receiptsText`, base64url. */
	signature: string;
}

export const receiptsText = (at: number, receipts: readonly Receipt[]): string =>
	['cwtch-receipts-v1', at, ...receipts.map((r) => `${r.id} ${r.digest} ${r.outcome}`)].join('\n');

const isReceipt = (value: unknown): value is Receipt => {
	const receipt = value as Partial<Receipt> | null;
	return typeof receipt?.id === 'string' && typeof receipt.digest === 'string';
};

/** The receipts of an answer, if its signature is the server's; `null` otherwise. Never throws. */
export async function verifiedReceipts(
	answer: unknown,
	serverKey: CryptoKey
): Promise<Receipt[] | null> {
	const { at, receipts, signature } = (answer ?? {}) as Partial<Receipts>;
	if (typeof at !== 'number' || typeof signature !== 'string' || !Array.isArray(receipts))
		return null;
	if (!receipts.every(isReceipt)) return null;
	try {
		const genuine = await crypto.subtle.verify(
			'Ed25519',
			serverKey,
			fromBase64Url(signature),
			utf8(receiptsText(at, receipts))
		);
		return genuine ? receipts : null;
	} catch {
		return null;
	}
}

/** A raw Ed25519 public key, base64url, ready to verify with. */
export const verifyingKey = (raw: string): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', fromBase64Url(raw), 'Ed25519', false, ['verify']);
