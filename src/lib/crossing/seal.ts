// Sealing, on the kiosk. The tablet cannot open what it sealed.
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Routing } from '$lib/domain/check-in';
import { toBase64, toBase64Url, utf8, type Bytes } from './bytes';
import { COUNTER_DIGITS, COVER_COUNTER, signedText } from './envelope';
import { pad, ROUTING_SIZES, WORDS_SIZES } from './padding';

/** Every words part has as many stanzas, so that nobody can count who may read it. */
const STANZAS = 8;

export interface SealingKeys {
	/** age recipient of the server. */
	routing: string;
	/** age recipients of those who may read the words. */
	words: string[];
}

/** WebKitGTK refuses X25519 keys that begin with a zero byte: one of 256, and an envelope has nine. */
const MOST_TRIES = 5;

/** What an engine would not make is made anew, with other keys. Throws what the last try threw. */
async function withOtherKeys<T>(make: () => Promise<T>): Promise<T> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await make();
		} catch (problem) {
			if (tries === MOST_TRIES) throw problem;
		}
	}
}

let spares: Promise<string[]> | null = null;

/** Recipients whose identity nobody keeps. */
function throwAwayRecipients(): Promise<string[]> {
	spares ??= Promise.all(Array.from({ length: STANZAS }, () => withOtherKeys(throwAwayRecipient)));
	spares.catch(() => (spares = null));
	return spares;
}

const throwAwayRecipient = async (): Promise<string> =>
	identityToRecipient(await generateX25519Identity());

/**
 * An age file whose readers are settled and whose content is not: what is slow about sealing is done. It is
 * filled once. Until then its key is in this page's memory, as with any sealing that is under way.
 */
export type BlankSeal = (content: Bytes) => Promise<string>;

const blankSeal = (recipients: readonly string[]): Promise<BlankSeal> =>
	withOtherKeys(() => newSeal(recipients));

async function newSeal(recipients: readonly string[]): Promise<BlankSeal> {
	const encrypter = new Encrypter();
	for (const recipient of recipients) encrypter.addRecipient(recipient);
	const content = new TransformStream<Bytes, Bytes>();
	const sealed = await encrypter.encrypt(content.readable);
	return async (bytes) => {
		const writer = content.writable.getWriter();
		const [file] = await Promise.all([whole(sealed), writer.write(bytes), writer.close()]);
		return toBase64(file);
	};
}

/** Read here, without the detour through a response that would take more turns of the event loop. */
async function whole(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
	const pieces: Uint8Array[] = [];
	const reader = stream.getReader();
	for (let piece = await reader.read(); !piece.done; piece = await reader.read())
		pieces.push(piece.value);
	const file = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		file.set(piece, at);
		at += piece.length;
	}
	return file;
}

/** For words that only `recipients` can open, one to eight of them. */
async function blankWords(recipients: readonly string[]): Promise<BlankSeal> {
	if (recipients.length === 0 || recipients.length > STANZAS) {
		throw new Error(`Words are sealed to 1 to ${STANZAS} readers, not ${recipients.length}.`);
	}
	const spare = (await throwAwayRecipients()).slice(recipients.length);
	return blankSeal(shuffled([...recipients, ...spare]));
}

/** Seals `words` (at most 512 KiB; empty for none) so that only `recipients` can open it. Base64. */
export async function sealWords(words: Uint8Array, recipients: string[]): Promise<string> {
	const fill = await blankWords(recipients);
	return fill(pad(words, WORDS_SIZES));
}

export type Content = Routing | { v: 1; kind: 'cover' };

export async function sealRouting(routing: Content, recipient: string): Promise<string> {
	const fill = await blankSeal([recipient]);
	return fill(pad(utf8(JSON.stringify(routing)), ROUTING_SIZES));
}

function shuffled<T>(items: T[]): T[] {
	const order = crypto.getRandomValues(new Uint32Array(items.length));
	return items
		.map((item, i) => ({ item, at: order[i] ?? 0 }))
		.sort((a, b) => a.at - b.at)
		.map(({ item }) => item);
}

export interface Sealed {
	routing: string;
	words: string;
}

/** Both parts of an envelope that nothing stands in yet. Filled once; `words` may be `null` for none. */
export type BlankEnvelope = (routing: Content, words: Uint8Array | null) => Promise<Sealed>;

/** Does ahead of a tap what sealing takes longest for: agreeing on keys with nine readers. */
export async function blankEnvelope(keys: SealingKeys): Promise<BlankEnvelope> {
	const [routingSeal, wordsSeal] = await Promise.all([
		blankSeal([keys.routing]),
		blankWords(keys.words)
	]);
	return async (routing, words) => {
		const [sealedRouting, sealedWords] = await Promise.all([
			routingSeal(pad(utf8(JSON.stringify(routing)), ROUTING_SIZES)),
			wordsSeal(pad(words ?? new Uint8Array(), WORDS_SIZES))
		]);
		return { routing: sealedRouting, words: sealedWords };
	};
}

/** Both parts at once. */
export async function seal(
	routing: Content,
	words: Uint8Array | null,
	keys: SealingKeys
): Promise<Sealed> {
	const fill = await blankEnvelope(keys);
	return fill(routing, words);
}

export interface Signer {
	kioskId: string;
	bootId: string;
	/** Ed25519, not extractable. */
	privateKey: CryptoKey;
}

/** The line that crosses. `counter` 0 makes a cover. */
export async function makeLine(
	sealed: Sealed,
	id: string,
	counter: number,
	signer: Signer
): Promise<string> {
	const envelope = {
		id,
		kiosk: signer.kioskId,
		counter: counter === 0 ? COVER_COUNTER : String(counter).padStart(COUNTER_DIGITS, '0'),
		boot: signer.bootId,
		...sealed
	};
	const signature = await crypto.subtle.sign(
		'Ed25519',
		signer.privateKey,
		utf8(signedText(envelope))
	);
	return JSON.stringify({
		v: 1,
		...envelope,
		signature: toBase64Url(new Uint8Array(signature))
	});
}
