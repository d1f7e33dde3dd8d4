import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { fetchAsKiosk, signKioskRequest } from '$lib/crossing/kiosk-request';
import { atKiosk } from '../../../../tests/support/kiosk-of-school';
import { onBothDatabases } from '../../../../tests/support/on-both-databases';
import { pairedKiosk } from '../../../../tests/support/paired-kiosk';
import { makeSmallSchool, type SmallSchool } from '../../../../tests/support/small-school';
import { answerDirectory } from '../directory/answer-directory';
import type { RunningServer } from '../running';
import { readSignedRequest } from './signed-request';

const PATH = '/crossing/v1/secret-pictures';
const MINUTE_MS = 60_000;

onBothDatabases('a signed request', (database) => {
	let school: SmallSchool;
	beforeAll(async () => {
		school = await makeSmallSchool(database().db);
	});

	const paired = () => atKiosk(database(), school);
	async function refusalOf(running: RunningServer, request: Request) {
		const answer = await readSignedRequest(running, request);
		if (!(answer instanceof Response)) return { status: 200, error: null };
		const { error } = (await answer.json()) as { error: string };
		return { status: answer.status, error };
	}
	const changed = (request: Request, to: { method?: string; path?: string; body?: string }) =>
		new Request(to.path ? `http://localhost${to.path}` : request.url, {
			method: to.method ?? request.method,
			headers: request.headers,
			body: to.body
		});

	it('is that of its kiosk', async () => {
		const { running, kiosk } = await paired();
		const read = await readSignedRequest(
			running,
			await kiosk.request('POST', `${PATH}?one=1`, { body: { name: 'Siân' } })
		);
		expect(read).toMatchObject({
			body: '{"name":"Siân"}',
			kiosk: { kiosk_id: kiosk.kioskId, school_id: school.schoolId }
		});
	});

	it('is refused when method, path, query, body or time are not what was signed', async () => {
		const { running, kiosk } = await paired();
		const make = () => kiosk.request('POST', PATH, { body: { a: 1 } });
		const body = '{"a":1}';
		const wrong = { status: 401, error: 'signature' };
		expect(await refusalOf(running, changed(await make(), { body }))).toMatchObject({
			status: 200
		});
		expect(await refusalOf(running, changed(await make(), { method: 'PUT', body }))).toEqual(wrong);
		expect(await refusalOf(running, changed(await make(), { path: '/other', body }))).toEqual(
			wrong
		);
		expect(await refusalOf(running, changed(await make(), { path: `${PATH}?x`, body }))).toEqual(
			wrong
		);
		expect(await refusalOf(running, changed(await make(), { body: '{"a":2}' }))).toEqual(wrong);
		const request = await make();
		const header = request.headers.get('authorization') ?? '';
		request.headers.set('authorization', header.replace(/at="\d+"/, `at="${Date.now() + 5}"`));
		expect(await refusalOf(running, request)).toEqual(wrong);
	});

	it.each([
		['none', ''],
		['another scheme', 'Bearer abc'],
		['half a header', `Cwtch kiosk="${randomUUID()}"`],
		['a short signature', `Cwtch kiosk="${randomUUID()}", at="1", signature="abc"`],
		[
			'a time that is no number',
			`Cwtch kiosk="${randomUUID()}", at="now", signature="${'A'.repeat(86)}"`
		]
	])('is refused with %s as header', async (_name, authorization) => {
		const { running } = await paired();
		const request = new Request(`http://localhost${PATH}`, { headers: { authorization } });
		expect(await refusalOf(running, request)).toEqual({ status: 401, error: 'signature' });
	});

	it('of an unknown kiosk is told that it is not paired', async () => {
		const { running, kiosk } = await paired();
		const authorization = await signKioskRequest(kiosk.privateKey, {
			kioskId: randomUUID(),
			method: 'GET',
			path: PATH,
			at: Date.now()
		});
		const request = new Request(`http://localhost${PATH}`, { headers: { authorization } });
		expect(await refusalOf(running, request)).toEqual({ status: 401, error: 'unpaired' });
	});

	it('of one kiosk cannot be sent in the name of another', async () => {
		const { running, kiosk } = await paired();
		const { schoolId, adults } = school;
		const other = await pairedKiosk(running, { schoolId, madeBy: adults.office });
		const request = await kiosk.request('GET', PATH);
		const header = request.headers.get('authorization') ?? '';
		request.headers.set('authorization', header.replace(kiosk.kioskId, other.kioskId));
		expect(await refusalOf(running, request)).toEqual({ status: 401, error: 'signature' });
	});

	it('may be five minutes off, either way, and no more', async () => {
		const { running, kiosk } = await paired();
		const at = async (offMs: number) =>
			refusalOf(running, await kiosk.request('GET', PATH, { at: Date.now() + offMs }));
		expect((await at(-4 * MINUTE_MS)).status).toBe(200);
		expect((await at(4 * MINUTE_MS)).status).toBe(200);
		expect(await at(-6 * MINUTE_MS)).toEqual({ status: 401, error: 'clock' });
		expect(await at(6 * MINUTE_MS)).toEqual({ status: 401, error: 'clock' });
	});

	it('with a body that is too long or not UTF-8 is refused with a sentence', async () => {
		const { running, kiosk } = await paired();
		const long = await kiosk.request('POST', PATH, { body: 'x'.repeat(20_000) });
		expect(await refusalOf(running, long)).toEqual({ status: 413, error: 'too-large' });
		const headers = (await kiosk.request('POST', PATH, { body: '' })).headers;
		const broken = new Request(`http://localhost${PATH}`, {
			method: 'POST',
			headers,
			body: new Uint8Array([0xff, 0xfe])
		});
		expect(await refusalOf(running, broken)).toEqual({ status: 400, error: 'request' });
	});

	it.each([
		['ten years behind', -10 * 365 * 24 * 60 * MINUTE_MS],
		['an hour ahead', 60 * MINUTE_MS]
	])('of a tablet whose clock is %s is sent again with the right time', async (_name, offMs) => {
		const { running, kiosk } = await paired();
		let calls = 0;
		const overHere: typeof fetch = (path, init) => {
			calls += 1;
			const { credentials: _, cache: __, ...rest } = init ?? {};
			return answerDirectory(running, new Request(`http://localhost${String(path)}`, rest));
		};
		const as = {
			kioskId: kiosk.kioskId,
			privateKey: kiosk.privateKey,
			now: () => Date.now() + offMs
		};
		const path = '/crossing/v1/directory';
		const first = await fetchAsKiosk(overHere, { ...as, offsetMs: 0 }, { path });
		expect(first.response.status).toBe(200);
		expect(Math.abs(first.offsetMs + offMs)).toBeLessThan(MINUTE_MS);
		expect(calls).toBe(2);
		const second = await fetchAsKiosk(overHere, { ...as, offsetMs: first.offsetMs }, { path });
		expect(second.response.status).toBe(200);
		expect(calls).toBe(3);
	});
});
