import { beforeEach, expect, it, vi } from 'vitest';
import { toBase64Url, utf8 } from '$lib/crossing/bytes';
import type { Directory } from '$lib/crossing/directory';
import { DIRECTORY_SIGNATURE_HEADER, directoryText } from '$lib/crossing/directory-signature';
import { DirectoryRenewal } from './directory-renewal';
import { server, strangers } from './example-keys';
import type { Identity, KeptDirectory } from './names';

const KIOSK = '0198f4d0-0000-7000-8000-000000000001';
const serverKey = toBase64Url(
	new Uint8Array(await crypto.subtle.exportKey('raw', server.publicKey))
);

const answer = async (version: string, by = server.privateKey): Promise<Response> => {
	const text = JSON.stringify({ version });
	const signed = await crypto.subtle.sign('Ed25519', by, utf8(directoryText(KIOSK, text)));
	return new Response(text, {
		headers: {
			etag: version,
			[DIRECTORY_SIGNATURE_HEADER]: toBase64Url(new Uint8Array(signed))
		}
	});
};

/** Answers that come when the test says so. */
class Place {
	kept: KeptDirectory | undefined;
	current: Identity | null = { kioskId: KIOSK, serverKey } as Identity;
	readonly asked: { etag: string | undefined; answer: (with_: Response | null) => void }[] = [];
	readonly changed = vi.fn<(directory: Directory) => void>();
	readonly unchanged = vi.fn<() => void>();
	readonly renewal = new DirectoryRenewal({
		identity: () => this.current,
		kept: () => Promise.resolve(this.kept),
		keep: (kept) => {
			this.kept = kept;
			return Promise.resolve();
		},
		ask: ({ headers }) =>
			new Promise((resolve) => {
				this.asked.push({ etag: headers?.['if-none-match'], answer: resolve });
			}),
		changed: this.changed,
		unchanged: this.unchanged
	});

	async question(nth: number) {
		await vi.waitFor(() => expect(this.asked.length).toBeGreaterThanOrEqual(nth));
		const question = this.asked[nth - 1];
		if (!question) throw new Error(`There was no request ${nth}.`);
		return question;
	}
}

let place: Place;
beforeEach(() => {
	place = new Place();
});

it('asks one after the other, so that the newest answer is the last', async () => {
	const first = place.renewal.renew();
	const early = await place.question(1);
	const second = place.renewal.renew();
	const third = place.renewal.renew();
	expect(place.asked).toHaveLength(1);
	early.answer(await answer('1'));
	await first;
	const late = await place.question(2);
	expect(late.etag).toBe('1');
	late.answer(await answer('2'));
	await Promise.all([second, third]);
	expect(place.asked).toHaveLength(2);
	expect(place.kept?.etag).toBe('2');
	expect(place.changed.mock.calls).toEqual([[{ version: '1' }], [{ version: '2' }]]);
});

it('tries what came to nothing again by itself, at growing pauses, until it is there', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		const lost = place.renewal.renew();
		(await place.question(1)).answer(null);
		await lost;
		expect(place.asked).toHaveLength(1);
		vi.advanceTimersByTime(1_000);
		(await place.question(2)).answer(new Response(new ReadableStream({ start: (c) => c.error() })));
		await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
		vi.advanceTimersByTime(500);
		expect(place.asked).toHaveLength(2);
		vi.advanceTimersByTime(1_500);
		(await place.question(3)).answer(new Response(null, { status: 503 }));
		await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
		// Whatever else asks meanwhile need not wait.
		const found = place.renewal.renew();
		(await place.question(4)).answer(await answer('1'));
		await found;
		expect(place.kept?.etag).toBe('1');
		expect(vi.getTimerCount()).toBe(0);
	} finally {
		vi.useRealTimers();
	}
});

it.each<[string, (renewal: DirectoryRenewal) => void, Response | null]>([
	['that is refused', () => undefined, new Response(null, { status: 401 })],
	['that has stopped', (renewal) => renewal.stop(), null]
])('does not try again on a tablet %s', async (_which, meanwhile, said) => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		const done = place.renewal.renew();
		const question = await place.question(1);
		meanwhile(place.renewal);
		question.answer(said);
		await done;
		expect(vi.getTimerCount()).toBe(0);
	} finally {
		vi.useRealTimers();
	}
});

it('says so when what is kept is the newest', async () => {
	const done = place.renewal.renew();
	(await place.question(1)).answer(new Response(null, { status: 304 }));
	await done;
	expect(place.unchanged).toHaveBeenCalledOnce();
	expect(place.changed).not.toHaveBeenCalled();
});

it.each<[string, () => Promise<Response>, () => void]>([
	['that a stranger has signed', () => answer('1', strangers.privateKey), () => undefined],
	[
		'that nobody has signed',
		async () => new Response(await (await answer('1')).text()),
		() => undefined
	],
	['for a tablet that is no kiosk any more', () => answer('1'), () => (place.current = null)]
])('keeps none %s', async (_which, answering, meanwhile) => {
	const done = place.renewal.renew();
	const question = await place.question(1);
	meanwhile();
	question.answer(await answering());
	await done;
	expect(place.kept).toBeUndefined();
	expect(place.changed).not.toHaveBeenCalled();
});
