// Looks inside an envelope: is it whole, is the kiosk's signature good, can its routing part be opened.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { readLine, signedText } from '$lib/crossing/envelope';
import { openRouting } from '$lib/crossing/unseal';
import { envelopeKey, type ArrivedEnvelope } from '../database/envelopes';
import type { SendingKiosk } from '../database/sending-kiosks';
import type { OpenedEnvelope } from './recorder';

export type Looked =
	{ kind: 'opened'; opened: OpenedEnvelope } | { kind: 'quarantine'; reason: string };

/** In the crypto threads, beside this one. */
const verifyApart = promisify(verify);
/** For no more than these the way to another thread and back takes longer than verifying. */
const FEW = 4;
/** Enough to keep the crypto threads busy; each that is being opened holds 64 KiB and more. */
const MOST_AT_ONCE = 32;

const keys = new Map<string, KeyObject>();

function keyOf(kiosk: SendingKiosk): KeyObject {
	const known = keys.get(kiosk.publicKey);
	if (known) return known;
	const made = createPublicKey({
		key: { kty: 'OKP', crv: 'Ed25519', x: kiosk.publicKey },
		format: 'jwk'
	});
	keys.set(kiosk.publicKey, made);
	return made;
}

/** What is inside each, by `envelopeKey`. `identity` opens the routing parts; before each it waits for `turn`. */
export async function lookInside(
	envelopes: readonly ArrivedEnvelope[],
	kiosks: ReadonlyMap<string, SendingKiosk>,
	identity: string,
	turn: () => Promise<void> | null
): Promise<Map<string, Looked>> {
	const looked = new Map<string, Looked>();
	const verifyHere = envelopes.length <= FEW;
	const rest = envelopes.values();
	const work = async () => {
		for (const envelope of rest) {
			await turn();
			const kiosk = kiosks.get(envelope.kioskId);
			const key = envelopeKey(envelope.envelopeId, envelope.digest);
			looked.set(key, await look(envelope, kiosk, identity, verifyHere));
		}
	};
	await Promise.all(Array.from({ length: Math.min(MOST_AT_ONCE, envelopes.length) }, work));
	return looked;
}

async function look(
	envelope: ArrivedEnvelope,
	kiosk: SendingKiosk | undefined,
	identity: string,
	verifyHere: boolean
): Promise<Looked> {
	const read = readLine(envelope.line);
	if (read.kind !== 'envelope') return { kind: 'quarantine', reason: 'malformed' };
	if (!kiosk) return { kind: 'quarantine', reason: 'unknown-kiosk' };
	const text = Buffer.from(signedText(read.envelope));
	const signature = Buffer.from(read.envelope.signature, 'base64url');
	const key = keyOf(kiosk);
	const signed = verifyHere
		? verify(null, text, key, signature)
		: await verifyApart(null, text, key, signature);
	if (!signed) return { kind: 'quarantine', reason: 'bad-signature' };
	if (kiosk.revokedAt !== null) return { kind: 'quarantine', reason: 'revoked-kiosk' };
	const inside = await openRouting(read.envelope.routing, identity);
	if (inside.kind === 'unreadable') return { kind: 'quarantine', reason: inside.reason };
	if (inside.routing.kind === 'cover') return { kind: 'quarantine', reason: 'not-understood' };
	return {
		kind: 'opened',
		opened: {
			schoolId: envelope.schoolId,
			kioskId: envelope.kioskId,
			envelopeId: envelope.envelopeId,
			digest: envelope.digest,
			routing: inside.routing,
			receivedAt: envelope.receivedAt,
			sealedWords: read.envelope.words
		}
	};
}
