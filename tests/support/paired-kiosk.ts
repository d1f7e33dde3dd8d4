// A tablet that was paired as a school does it: with a code, over the routes' own functions.
import { signKioskRequest } from '$lib/crossing/kiosk-request';
import { answerPairing } from '$lib/server/kiosks/answer-pairing';
import { makePairingCode } from '$lib/server/kiosks/kiosks';
import type { RunningServer } from '$lib/server/running';
import { newKiosk } from './test-kiosk';

const ORIGIN = 'http://localhost';

export interface PairedKiosk {
	kioskId: string;
	privateKey: CryptoKey;
	/** A request as this tablet signs it; `at` is its clock. */
	request(
		method: 'GET' | 'POST' | 'DELETE',
		path: string,
		what?: { body?: unknown; headers?: Record<string, string>; at?: number; signal?: AbortSignal }
	): Promise<Request>;
}

export const pairingRequest = (body: unknown): Request =>
	new Request(`${ORIGIN}/crossing/v1/pairing`, {
		method: 'POST',
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});

export async function pairedKiosk(
	running: RunningServer,
	where: {
		schoolId: string;
		madeBy: string;
		classId?: string | null;
		place?: 'class' | 'cwtch' | 'corridor';
	}
): Promise<PairedKiosk> {
	const { schoolId, madeBy, classId = null, place = 'class' } = where;
	const { code } = await makePairingCode(running, {
		schoolId,
		kioskName: 'Tablet',
		place,
		classId,
		madeBy
	});
	const { privateKey, publicKey } = await newKiosk();
	const answer = await answerPairing(running, pairingRequest({ code, publicKey }), code);
	if (!answer.ok) throw new Error(`Pairing failed: ${await answer.text()}`);
	const { kioskId } = (await answer.json()) as { kioskId: string };
	return {
		kioskId,
		privateKey,
		async request(method, path, { body, headers, at = Date.now(), signal } = {}) {
			const text = body === undefined ? undefined : JSON.stringify(body);
			const authorization = await signKioskRequest(privateKey, {
				kioskId,
				method,
				path,
				at,
				body: text
			});
			return new Request(ORIGIN + path, {
				method,
				body: text,
				headers: { ...headers, authorization },
				signal
			});
		}
	};
}
