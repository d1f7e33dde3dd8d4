// Rubbish for every other door of the server, for the figure `fuzz`.

export interface OddRequest {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: Uint8Array<ArrayBuffer> | null;
}

const DOORS: [method: string, path: string][] = [
	['POST', '/crossing/v1/pairing'],
	['DELETE', '/crossing/v1/pairing'],
	['POST', '/crossing/v1/secret-pictures'],
	['GET', '/crossing/v1/answers'],
	['GET', '/crossing/v1/directory'],
	['GET', '/crossing/v1/feed'],
	['GET', '/crossing/v1/envelopes'],
	['PUT', '/crossing/v1/envelopes'],
	['POST', '/staff/sign-in'],
	['GET', '/staff'],
	['GET', '/staff/live'],
	['GET', '/setup/%00'],
	['GET', '/staff/invitation/%E0%A4%A'],
	['POST', '/health'],
	['GET', '/kiosk/%2e%2e/%2e%2e/etc/passwd']
];

const TYPES = [
	'application/json',
	'application/x-ndjson',
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'rubbish'
];

/** What may stand in a header: anything but control characters, and no more than Latin-1. */
const headerText = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?').trim();

export function oddRequest(
	origin: string,
	choice: { at: number; text: string; json: string; bytes: Uint8Array }
): OddRequest {
	const { at, text, json, bytes } = choice;
	const [method, path] = DOORS[at % DOORS.length] ?? ['GET', '/'];
	const kioskId = '01a2022d-a474-727c-bfc1-b4573bcb01d6';
	const authorizations = [
		headerText(text),
		`Cwtch kiosk="${kioskId}", at="${at}", signature="${'A'.repeat(86)}"`,
		`Cwtch kiosk="${kioskId}", at="999999999999999", signature="${'_'.repeat(86)}"`,
		'Bearer null'
	];
	const bodies = [
		new TextEncoder().encode(json),
		new Uint8Array(bytes),
		new TextEncoder().encode(text)
	];
	return {
		method,
		path,
		headers: {
			origin,
			'content-type': TYPES[Math.floor(at / 15) % TYPES.length] ?? 'rubbish',
			authorization: authorizations[Math.floor(at / 7) % authorizations.length] ?? '',
			cookie: `cwtch.session_token=${encodeURIComponent(text.toWellFormed())}; language=${headerText(text).replaceAll(/[;,]/g, '')}`,
			'last-event-id': headerText(text),
			'cwtch-answer-token': headerText(text)
		},
		body: method === 'GET' ? null : (bodies[at % 3] ?? null)
	};
}
