import { generateKeyPairSync, verify } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from './bytes';
import {
	fetchAsKiosk,
	kioskRequestText,
	readKioskAuthorization,
	signKioskRequest
} from './kiosk-request';

const kioskId = '0192f000-0000-7000-8000-000000000001';
const pair = generateKeyPairSync('ed25519');
let privateKey: CryptoKey;
beforeAll(async () => {
	privateKey = await crypto.subtle.importKey(
		'pkcs8',
		pair.privateKey.export({ format: 'der', type: 'pkcs8' }),
		'Ed25519',
		false,
		['sign']
	);
});

const clockRefusal = (serverTime: unknown) =>
	Response.json({ error: 'clock', message: 'Wrong.', serverTime }, { status: 401 });

/** Answers one after the other, and keeps what was asked. */
function answering(...answers: Response[]) {
	const asked: { path: string; init: RequestInit }[] = [];
	const fetch: typeof globalThis.fetch = async (path, init = {}) => {
		asked.push({ path: String(path), init });
		const answer = answers.shift();
		if (!answer) throw new Error('Asked too often.');
		return answer;
	};
	return { fetch, asked };
}
const atOf = ({ init }: { init: RequestInit }) =>
	readKioskAuthorization(new Headers(init.headers).get('authorization'))?.at;

describe('a request of a kiosk', () => {
	it('carries a signature over method, path, time and body', async () => {
		const request = { kioskId, method: 'POST', path: '/a?b=c', at: 1234, body: '{"ŵ":1}' };
		const header = readKioskAuthorization(await signKioskRequest(privateKey, request));
		expect(header).toMatchObject({ kioskId, at: 1234 });
		const text = kioskRequestText({ ...request, bodyDigest: await digestOf(request.body) });
		expect(text).toBe(`cwtch-request-v1\nPOST\n/a?b=c\n1234\n${await digestOf('{"ŵ":1}')}`);
		const signature = Buffer.from(header?.signature ?? '', 'base64url');
		expect(verify(null, Buffer.from(text), pair.publicKey, signature)).toBe(true);
	});

	it('takes no cookie along and is kept in no cache', async () => {
		const { fetch, asked } = answering(new Response('ok'));
		await fetchAsKiosk(fetch, { kioskId, privateKey, offsetMs: 0 }, { path: '/x' });
		expect(asked[0]?.init).toMatchObject({ credentials: 'omit', cache: 'no-store', method: 'GET' });
	});

	it("is sent once more with the server's time, and the offset is kept", async () => {
		const { fetch, asked } = answering(clockRefusal(5_000_000), new Response('ok'));
		const as = { kioskId, privateKey, offsetMs: 0, now: () => 1_000 };
		const { response, offsetMs } = await fetchAsKiosk(fetch, as, { path: '/x' });
		expect(await response.text()).toBe('ok');
		expect(offsetMs).toBe(4_999_000);
		expect(asked.map(atOf)).toEqual([1_000, 5_000_000]);
	});

	it('is not sent a third time', async () => {
		const { fetch, asked } = answering(clockRefusal(5_000), clockRefusal(9_000));
		const as = { kioskId, privateKey, offsetMs: 0, now: () => 1 };
		const { response } = await fetchAsKiosk(fetch, as, { path: '/x' });
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ serverTime: 9_000 });
		expect(asked).toHaveLength(2);
	});

	it.each([
		['unpaired', Response.json({ error: 'unpaired', message: 'No.' }, { status: 401 })],
		['a page of a captive portal', new Response('<html>', { status: 401 })],
		['a time that is none', clockRefusal('soon')]
	])('comes back as it is for %s, readable', async (_name, answer) => {
		const { fetch, asked } = answering(answer);
		const as = { kioskId, privateKey, offsetMs: 7 };
		const { response, offsetMs } = await fetchAsKiosk(fetch, as, { path: '/x' });
		expect(asked).toHaveLength(1);
		expect(offsetMs).toBe(7);
		expect((await response.text()).length).toBeGreaterThan(0);
	});
});
