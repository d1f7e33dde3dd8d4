// One delivery: sealed lines out, verified receipts back.
import { verifiedReceipts, type Receipt } from '$lib/crossing/receipt';
import type { OutboxEntry } from './names';
import { deliveryTimeout } from './one-delivery';

export const ENVELOPES_PATH = '/crossing/v1/envelopes';

export type Answer =
	/** Their one signature is the server's. */
	| { kind: 'receipts'; receipts: Receipt[] }
	/** One of them is no envelope to the server, or they are too many bytes. */
	| { kind: 'refused' }
	/** Not reached, no room there, or an answer that is not the server's. */
	| { kind: 'later' };

/** A POST to the crossing as it must be: no cookie of a member of staff rides along, and no redirect. */
export const postLines = (body: string): Promise<Response> =>
	fetch(ENVELOPES_PATH, {
		method: 'POST',
		body,
		headers: { 'content-type': 'application/x-ndjson' },
		credentials: 'omit',
		cache: 'no-store',
		redirect: 'error',
		signal: AbortSignal.timeout(deliveryTimeout(body.length))
	});

/** Never rejects. @param serverKey Ed25519, to verify with */
export async function deliver(
	entries: readonly OutboxEntry[],
	serverKey: CryptoKey
): Promise<Answer> {
	try {
		const response = await postLines(entries.map(({ line }) => line).join('\n'));
		if (response.status === 400 || response.status === 413) return { kind: 'refused' };
		if (!response.ok) return { kind: 'later' };
		const receipts = await verifiedReceipts(await response.json(), serverKey);
		return receipts ? { kind: 'receipts', receipts } : { kind: 'later' };
	} catch {
		return { kind: 'later' };
	}
}
