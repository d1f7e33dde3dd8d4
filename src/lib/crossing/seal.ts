// Sealing, on the kiosk. The tablet cannot open what it sealed.
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Routing } from '$lib/domain/check-in';
import { toBase64, toBase64Url, utf8 } from './bytes';
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

let spares: Promise<string[]> | null = null;

/** Recipients whose identity nobody keeps. */
function throwAwayRecipients(): Promise<string[]> {
	spares ??= Promise.all(
		Array.from({ length: STANZAS }, async () => identityToRecipient(await generateX25519Identity()))
	);
	return spares;
}

/** Seals `words` (at most 512 KiB; empty for none) so that only `recipients` can open it. Base64. */
export async function sealWords(words: Uint8Array, recipients: string[]): Promise<string> {
	if (recipients.length === 0 || recipients.length > STANZAS) {
		throw new Error(`Words are sealed to 1 to ${STANZAS} readers, not ${recipients.length}.`);
	}
	const all = [...recipients, ...(await throwAwayRecipients()).slice(recipients.length)];
	const encrypter = new Encrypter();
	for (const recipient of shuffled(all)) encrypter.addRecipient(recipient);
	return toBase64(await encrypter.encrypt(pad(words, WORDS_SIZES)));
}

export async function sealRouting(
	routing: Routing | { v: 1; kind: 'cover' },
	recipient: string
): Promise<string> {
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	return toBase64(await encrypter.encrypt(pad(utf8(JSON.stringify(routing)), ROUTING_SIZES)));
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

/** Both parts at once. */
export async function seal(
	routing: Routing | { v: 1; kind: 'cover' },
	words: Uint8Array | null,
	keys: SealingKeys
): Promise<Sealed> {
	const [sealedRouting, sealedWords] = await Promise.all([
		sealRouting(routing, keys.routing),
		sealWords(words ?? new Uint8Array(), keys.words)
	]);
	return { routing: sealedRouting, words: sealedWords };
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
