// How a kiosk signs what is no envelope: the directory, special pictures, answers, its feed.
//
//   authorization: Cwtch kiosk="UUID", at="MS", signature="BASE64URL"
//
// `at` is the kiosk's clock. The signature (Ed25519, by the kiosk's own key) covers `kioskRequestText`.
// An envelope carries a signature of its own and needs none of this.
import * as v from 'valibot';
import { digestOf, toBase64Url, utf8 } from './bytes';

/** How far a kiosk's clock may be from the server's, either way. */
export const KIOSK_CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** What is the matter with a request, in the `error` of every answer that is not 2xx. */
export const KioskRefusal = v.variant('error', [
	/** The tablet is no kiosk, or no longer. */
	v.object({ error: v.literal('unpaired'), message: v.string() }),
	/** The clock is off: sign again with the server's time. */
	v.object({ error: v.literal('clock'), message: v.string(), serverTime: v.number() }),
	v.object({
		error: v.picklist([
			'signature',
			'request',
			'too-large',
			'code',
			'too-often',
			'token',
			'server'
		]),
		message: v.string()
	})
]);
export type KioskRefusal = v.InferOutput<typeof KioskRefusal>;

export interface SignedParts {
	kioskId: string;
	method: string;
	/** From the root, with the query as it is sent: `/crossing/v1/directory`. */
	path: string;
	/** The kiosk's clock, ms. */
	at: number;
	/** SHA-256 of the body, base64url; of the empty text when there is none. */
	bodyDigest: string;
}

export const kioskRequestText = ({ method, path, at, bodyDigest }: SignedParts): string =>
	['cwtch-request-v1', method, path, at, bodyDigest].join('\n');

const AUTHORIZATION =
	/^Cwtch kiosk="([0-9a-f-]{36})", at="(\d{1,15})", signature="([A-Za-z0-9_-]{86})"$/;

/** The header's parts, or `null` when it is not such a header. */
export function readKioskAuthorization(
	header: string | null
): { kioskId: string; at: number; signature: string } | null {
	const [, kioskId, at, signature] = AUTHORIZATION.exec(header ?? '') ?? [];
	if (!kioskId || !at || !signature) return null;
	return { kioskId, at: Number(at), signature };
}

/** The `authorization` header of one request. */
export async function signKioskRequest(
	privateKey: CryptoKey,
	request: { kioskId: string; method: string; path: string; at: number; body?: string }
): Promise<string> {
	const bodyDigest = await digestOf(request.body ?? '');
	const text = kioskRequestText({ ...request, bodyDigest });
	const signature = await crypto.subtle.sign('Ed25519', privateKey, utf8(text));
	return `Cwtch kiosk="${request.kioskId}", at="${request.at}", signature="${toBase64Url(new Uint8Array(signature))}"`;
}

export interface KioskFetch {
	kioskId: string;
	privateKey: CryptoKey;
	/** What the last call gave back: server's clock minus kiosk's, ms. 0 at first. */
	offsetMs: number;
	/** The kiosk's own clock; `Date.now()` where not given. */
	now?: () => number;
}

/**
 * Sends one signed request. A kiosk whose clock is wrong is told the time by the server, and the
 * request is sent once more. Keep the `offsetMs` that comes back for the next call. Rejects when the
 * network does; every answer of the server, also a refusal, comes back as it is.
 */
export async function fetchAsKiosk(
	fetch: typeof globalThis.fetch,
	{ kioskId, privateKey, offsetMs, now = Date.now }: KioskFetch,
	request: {
		method?: 'GET' | 'POST' | 'DELETE';
		path: string;
		headers?: Record<string, string>;
		body?: string;
		signal?: AbortSignal;
	}
): Promise<{ response: Response; offsetMs: number }> {
	const { method = 'GET', path, headers, body, signal } = request;
	const send = async (offset: number) => {
		const at = Math.max(0, Math.round(now() + offset));
		const authorization = await signKioskRequest(privateKey, { kioskId, method, path, at, body });
		return fetch(path, {
			method,
			headers: {
				...(body !== undefined && { 'content-type': 'application/json' }),
				...headers,
				authorization
			},
			body,
			signal,
			// Signed by the kiosk alone: no cookie of a member of staff rides along.
			credentials: 'omit',
			cache: 'no-store'
		});
	};
	const response = await send(offsetMs);
	const serverTime = await serverTimeOf(response);
	if (serverTime === null) return { response, offsetMs };
	const corrected = serverTime - now();
	return { response: await send(corrected), offsetMs: corrected };
}

/** The server's time, when it refused the request because of the clock. */
async function serverTimeOf(response: Response): Promise<number | null> {
	if (response.status !== 401) return null;
	try {
		const refusal = v.safeParse(KioskRefusal, await response.clone().json());
		return refusal.success && refusal.output.error === 'clock' ? refusal.output.serverTime : null;
	} catch {
		return null;
	}
}
