import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Routing } from '$lib/domain/check-in';
import { fromBase64, fromBase64Url, toBase64Url, utf8 } from './bytes';
import { Envelope, readLine, signedText } from './envelope';
import { pad, ROUTING_SIZES, unpad, WORDS_SIZES } from './padding';
import { receiptsText, verifiedReceipts, verifyingKey } from './receipt';
import { makeLine, seal, type Signer } from './seal';
import { openRouting, openWords } from './unseal';

const server = { identity: '', recipient: '' };
const reader = { identity: '', recipient: '' };
let signer: Signer;
let kioskKey: CryptoKey;

const askFor = (excluded: number): Routing => ({
	v: 1,
	kind: 'check-in',
	at: 1_790_000_000_000,
	pupilId: uuidv7(),
	certainty: 'not-asked',
	language: 'cy',
	moment: 'arrival',
	feeling: 'worried',
	wish: { kind: 'ask', adultIds: [uuidv7()], how: 'put-right', when: 'before-home' },
	excludedAdultIds: Array.from({ length: excluded }, () => uuidv7())
});
const nameless: Routing = {
	v: 1,
	kind: 'nameless',
	at: 1_790_000_000_000,
	classId: uuidv7(),
	feeling: 'worried',
	size: 2,
	clues: ['tummy'],
	wish: { kind: 'ask', how: 'put-right', when: 'before-home' },
	excludedAdultIds: [uuidv7()],
	withWords: true
};
const calm: Routing = {
	v: 1,
	kind: 'calm',
	at: 1_790_000_000_000,
	pupilId: uuidv7(),
	certainty: 'not-asked',
	language: 'en',
	feeling: 'angry',
	activity: 'balloon-tummy',
	ended: 'over',
	before: 2,
	after: 'smaller',
	excludedAdultIds: [uuidv7()]
};
const calmOfNobody: Routing = {
	...calm,
	pupilId: null,
	feeling: null,
	ended: 'stopped',
	before: null,
	after: null
};
const urgentOfBefore: Routing = {
	v: 1,
	kind: 'urgent',
	at: 1_790_000_000_000,
	pupilId: uuidv7(),
	language: 'en',
	byMistake: false
};
const urgent: Routing = { ...urgentOfBefore, excludedAdultIds: [uuidv7(), uuidv7()] };
const skip: Routing = { ...askFor(0), wish: { kind: 'skip' } } as Routing;

beforeAll(async () => {
	for (const pair of [server, reader]) {
		pair.identity = await generateX25519Identity();
		pair.recipient = await identityToRecipient(pair.identity);
	}
	const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
	if (!('privateKey' in pair)) throw new Error('no key pair');
	signer = { kioskId: uuidv7(), bootId: uuidv7(), privateKey: pair.privateKey };
	kioskKey = pair.publicKey;
});

const keys = () => ({ routing: server.recipient, words: [reader.recipient] });
const line = async (routing: Routing, words: Uint8Array | null = null, counter = 1) =>
	makeLine(await seal(routing, words, keys()), uuidv7(), counter, signer);

describe('an envelope', () => {
	it.each([askFor(2), nameless, calm, calmOfNobody, urgent, urgentOfBefore])(
		'is opened by the server as it was sealed',
		async (routing) => {
			const read = readLine(await line(routing));
			if (read.kind !== 'envelope') throw new Error('not an envelope');
			expect(await openRouting(read.envelope.routing, server.identity)).toEqual({
				kind: 'opened',
				routing
			});
		}
	);

	it('has one size, whatever is in it', async () => {
		const sizes = new Set<number>();
		for (const [routing, counter] of [
			[skip, 1],
			[nameless, 7],
			[calm, 8],
			[calmOfNobody, 9],
			[urgent, 10],
			[urgentOfBefore, 11],
			[askFor(0), 99_999],
			[askFor(8), 4_000_000_000]
		] as const) {
			sizes.add((await line(routing, utf8('I am worried about Nain.'), counter)).length);
			sizes.add((await line(routing, null, counter)).length);
		}
		sizes.add(
			(await makeLine(await seal({ v: 1, kind: 'cover' }, null, keys()), uuidv7(), 0, signer))
				.length
		);
		expect(sizes.size).toBe(1);
	});

	it('keeps the words from the server, and gives them to a reader byte for byte', async () => {
		const words = utf8('Ŵyn â’r tŷ — 家 \u0000 🐑');
		const read = readLine(await line(skip, words));
		if (read.kind !== 'envelope') throw new Error('not an envelope');
		expect(await openWords(read.envelope.words, server.identity)).toBeNull();
		expect(await openWords(read.envelope.words, reader.identity)).toEqual(words);
	});

	it('always names eight readers', async () => {
		const read = readLine(await line(skip));
		if (read.kind !== 'envelope') throw new Error('not an envelope');
		const header = new TextDecoder().decode(fromBase64(read.envelope.words)).split('\n---')[0];
		expect(header?.match(/^-> X25519/gm)).toHaveLength(8);
	});

	it('is signed by the kiosk over everything in it', async () => {
		const read = readLine(await line(askFor(1)));
		if (read.kind !== 'envelope') throw new Error('not an envelope');
		const genuine = (envelope: Envelope) =>
			crypto.subtle.verify(
				'Ed25519',
				kioskKey,
				fromBase64Url(envelope.signature),
				utf8(signedText(envelope))
			);
		expect(await genuine(read.envelope)).toBe(true);
		for (const part of ['id', 'kiosk', 'counter', 'boot', 'routing', 'words'] as const) {
			expect(await genuine({ ...read.envelope, [part]: `${read.envelope[part]}x` })).toBe(false);
		}
	});

	it('is told from noise', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(['no-envelope', 'malformed']).toContain(readLine(text).kind);
			})
		);
		expect(readLine(JSON.stringify({ id: uuidv7(), kiosk: 'x', routing: 7 })).kind).toBe(
			'malformed'
		);
	});
});

describe('unsealing', () => {
	it('says so when something else is inside', async () => {
		const other = await seal(skip, null, { routing: reader.recipient, words: [reader.recipient] });
		expect(await openRouting(other.routing, server.identity)).toEqual({
			kind: 'unreadable',
			reason: 'not-sealed-to-us'
		});
		const odd = await seal({ v: 1, kind: 'nonsense' } as never, null, keys());
		expect(await openRouting(odd.routing, server.identity)).toEqual({
			kind: 'unreadable',
			reason: 'not-understood'
		});
		expect((await openRouting('AAAA', server.identity)).kind).toBe('unreadable');
	});
});

describe('padding', () => {
	it('gives back what went in', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 70_000 }), (content) => {
				const padded = pad(content, WORDS_SIZES);
				expect(WORDS_SIZES).toContain(padded.length);
				expect(unpad(padded, WORDS_SIZES)).toEqual(content);
			}),
			{ numRuns: 30 }
		);
	});
	it('refuses more than the largest', () => {
		expect(() => pad(new Uint8Array(4093), ROUTING_SIZES)).toThrow(RangeError);
		expect(unpad(new Uint8Array(10), ROUTING_SIZES)).toBeNull();
		expect(unpad(new Uint8Array(1024).fill(255), ROUTING_SIZES)).toBeNull();
	});
});

describe('a receipt', () => {
	it('counts only with the server’s signature', async () => {
		const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
		if (!('privateKey' in pair)) throw new Error('no key pair');
		const raw = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
		const receipts = [{ id: uuidv7(), digest: 'd', outcome: 'stored' as const }];
		const signature = toBase64Url(
			new Uint8Array(
				await crypto.subtle.sign('Ed25519', pair.privateKey, utf8(receiptsText(5, receipts)))
			)
		);
		const key = await verifyingKey(raw);
		expect(await verifiedReceipts({ v: 1, at: 5, receipts, signature }, key)).toEqual(receipts);
		expect(await verifiedReceipts({ v: 1, at: 6, receipts, signature }, key)).toBeNull();
		for (const nonsense of [
			null,
			'x',
			{},
			{ at: 5, receipts: [7], signature },
			{ at: 5, receipts, signature: '!' }
		]) {
			expect(await verifiedReceipts(nonsense, key)).toBeNull();
		}
	});
});
