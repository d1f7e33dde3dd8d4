// Unsealing, where the identity is: the server for routing parts, people for words.
import { bech32 } from '@scure/base';
import { Decrypter } from 'age-encryption';
import * as v from 'valibot';
import type { Routing } from '$lib/domain/check-in';
import { STAY_LENGTHS } from '$lib/domain/cwtch';
import { fromBase64 } from './bytes';
import { ROUTING_SIZES, unpad, WORDS_SIZES } from './padding';

const Id = v.pipe(v.string(), v.uuid());
const Time = v.pipe(v.number(), v.integer(), v.minValue(0));
const Adults = v.pipe(v.array(Id), v.maxLength(100));
const certainty = v.picklist([
	'not-asked',
	'pictures-right',
	'pictures-wrong',
	'badge',
	'badge-wrong',
	'opened-by-grown-up'
]);
const how = v.picklist(['chat', 'walk', 'sit', 'put-right']);
const when = v.picklist(['now', 'break', 'lunch', 'before-home', 'whenever']);
const language = v.picklist(['en', 'cy']);
const got = v.picklist(['yes', 'not-yet', 'no-need']);
const moment = v.picklist(['arrival', 'during', 'home-time']);
const newInClassId = v.optional(v.nullable(Id));
const triedPictures = v.optional(
	v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(8))
);
const withWords = v.optional(v.literal(true));
const triedBadge = v.optional(v.pipe(v.string(), v.maxLength(40)));
const ShortText = v.pipe(v.string(), v.maxLength(60));

const size = v.picklist([1, 2, 3]);
const after = v.picklist(['smaller', 'same', 'bigger']);

const details = {
	size: v.optional(size),
	clues: v.optional(v.pipe(v.array(ShortText), v.maxLength(8)))
};

/** What a child says in a visit, of a check-in and of a need. */
const ofVisit = {
	v: v.literal(1),
	at: Time,
	pupilId: Id,
	certainty,
	language,
	moment,
	feeling: v.nullable(ShortText),
	...details,
	excludedAdultIds: Adults,
	newInClassId,
	triedPictures,
	withWords,
	triedBadge
};

const Cover = v.object({ v: v.literal(1), kind: v.literal('cover') });

const RoutingShape = v.variant('kind', [
	v.object({
		...ofVisit,
		kind: v.literal('check-in'),
		wish: v.variant('kind', [
			v.object({ kind: v.literal('skip') }),
			v.object({ kind: v.literal('hello'), adultIds: Adults }),
			v.object({
				kind: v.literal('ask'),
				adultIds: Adults,
				how,
				when
			})
		])
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('nameless'),
		at: Time,
		classId: v.nullable(Id),
		feeling: v.nullable(ShortText),
		...details,
		wish: v.variant('kind', [
			v.object({ kind: v.literal('skip') }),
			v.object({ kind: v.literal('hello') }),
			v.object({ kind: v.literal('ask'), how, when })
		]),
		excludedAdultIds: Adults,
		withWords
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('urgent'),
		at: Time,
		pupilId: v.nullable(Id),
		language,
		byMistake: v.boolean(),
		excludedAdultIds: v.optional(Adults)
	}),
	v.object({
		...ofVisit,
		kind: v.literal('need'),
		need: ShortText
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('trusted-adults'),
		at: Time,
		pupilId: Id,
		certainty,
		adultIds: Adults
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('calm'),
		at: Time,
		pupilId: v.nullable(Id),
		certainty,
		language,
		feeling: v.nullable(ShortText),
		activity: ShortText,
		ended: v.picklist(['over', 'stopped']),
		before: v.nullable(size),
		after: v.nullable(after),
		excludedAdultIds: Adults
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('cwtch'),
		at: Time,
		pupilId: v.nullable(Id),
		what: v.picklist(['come', 'begun', 'ready', 'longer', 'talk']),
		length: v.optional(v.picklist(STAY_LENGTHS)),
		language,
		certainty,
		excludedAdultIds: Adults
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('take-back'),
		at: Time,
		pupilId: Id,
		requestId: Id
	}),
	v.object({
		v: v.literal(1),
		kind: v.literal('talk-checked'),
		at: Time,
		pupilId: Id,
		requestId: Id,
		got
	}),
	Cover
]);

export type OpenedRouting =
	| { kind: 'opened'; routing: Routing | v.InferOutput<typeof Cover> }
	| { kind: 'unreadable'; reason: 'not-sealed-to-us' | 'not-understood' };

/** What stands before the 32 bytes of a private X25519 key in PKCS #8. */
const PKCS8_OF_X25519 = [
	0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20
];

/** Given the text of an identity, the library makes the key anew for each file, a quarter of the work. */
async function keyOf(identity: string): Promise<CryptoKey> {
	const { bytes } = bech32.decodeToBytes(identity);
	const pkcs8 = new Uint8Array([...PKCS8_OF_X25519, ...bytes]);
	return crypto.subtle.importKey('pkcs8', pkcs8, { name: 'X25519' }, false, ['deriveBits']);
}

async function newDecrypter(identity: string): Promise<Decrypter> {
	const made = new Decrypter();
	made.addIdentity(await keyOf(identity));
	return made;
}

const decrypters = new Map<string, Promise<Decrypter>>();

/** Kept: a new one works out its public key again, which takes as long as opening. */
function decrypterOf(identity: string): Promise<Decrypter> {
	const known = decrypters.get(identity) ?? newDecrypter(identity);
	decrypters.set(identity, known);
	return known;
}

/** Handed over as a stream, since bytes are gathered by way of a whole `Response`. Throws on what is not for us. */
async function decrypt(sealed: string, identity: string): Promise<Uint8Array> {
	const decrypter = await decrypterOf(identity);
	const bytes = fromBase64(sealed);
	const source = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		}
	});
	const reader = (await decrypter.decrypt(source)).getReader();
	// What is inside is never longer than what was around it.
	const inside = new Uint8Array(bytes.length);
	let length = 0;
	for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
		inside.set(piece.value, length);
		length += piece.value.length;
	}
	return inside.subarray(0, length);
}

/** Opens a routing part; what cannot be opened or understood is a value, for the quarantine. */
export async function openRouting(sealed: string, identity: string): Promise<OpenedRouting> {
	let bytes: Uint8Array | null;
	try {
		bytes = unpad(await decrypt(sealed, identity), ROUTING_SIZES);
	} catch {
		return { kind: 'unreadable', reason: 'not-sealed-to-us' };
	}
	try {
		const json: unknown = JSON.parse(
			new TextDecoder('utf-8', { fatal: true }).decode(bytes ?? undefined)
		);
		const parsed = v.safeParse(RoutingShape, json);
		if (parsed.success) return { kind: 'opened', routing: parsed.output };
	} catch {
		// Falls through: not JSON is not understood either.
	}
	return { kind: 'unreadable', reason: 'not-understood' };
}

/** The child's words, byte for byte, or `null` when this identity is no reader of them. */
export async function openWords(sealed: string, identity: string): Promise<Uint8Array | null> {
	try {
		return unpad(await decrypt(sealed, identity), WORDS_SIZES);
	} catch {
		return null;
	}
}
