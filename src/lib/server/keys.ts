// The server's keys: a file beside the database, never in it, readable by its owner alone.
import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	randomBytes,
	type KeyObject
} from 'node:crypto';
import {
	chmodSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	statSync,
	unlinkSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as v from 'valibot';
import webPush from 'web-push';
import type { SealingKeys } from '$lib/crossing/seal';

const KeysFile = v.object({
	version: v.literal(1),
	/** age identity that opens routing parts. */
	routingIdentity: v.string(),
	/** age identity that stands in for people as reader of words, until people have keys. */
	wordsIdentity: v.string(),
	/** Ed25519, PKCS#8 PEM: receipts and the directory. */
	signingKey: v.string(),
	/** Mixed into the hash of secret pictures. */
	pepper: v.string(),
	/** Signs staff sign-in cookies. */
	sessionSecret: v.string(),
	vapid: v.object({ publicKey: v.string(), privateKey: v.string() })
});

export interface ServerKeys {
	routing: { identity: string; recipient: string };
	words: { identity: string; recipient: string };
	signing: { privateKey: KeyObject; publicKey: string };
	pepper: Buffer;
	sessionSecret: string;
	vapid: { publicKey: string; privateKey: string };
}

/** What a tablet seals to. */
export const sealingKeysOf = ({
	routing,
	words
}: Pick<ServerKeys, 'routing' | 'words'>): SealingKeys => ({
	routing: routing.recipient,
	words: [words.recipient]
});

const OWNER_ONLY = 0o600;

/** The raw 32 bytes of an Ed25519 public key, base64url. */
export function rawPublicKey(key: KeyObject): string {
	const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
	if (!x) throw new Error('Not an Ed25519 key.');
	return x;
}

async function newKeys(): Promise<v.InferOutput<typeof KeysFile>> {
	const { privateKey } = generateKeyPairSync('ed25519');
	return {
		version: 1,
		routingIdentity: await generateX25519Identity(),
		wordsIdentity: await generateX25519Identity(),
		signingKey: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
		pepper: randomBytes(32).toString('base64url'),
		sessionSecret: randomBytes(32).toString('base64url'),
		vapid: webPush.generateVAPIDKeys()
	};
}

/** Written under another name first, so that a crash in between never leaves half a file of keys. */
function writeOnce(file: string, text: string): void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const draft = `${file}.${randomBytes(6).toString('hex')}`;
	writeFileSync(draft, text, { mode: OWNER_ONLY, flush: true });
	try {
		// Fails if another process was first: then its keys count.
		linkSync(draft, file);
	} catch (error) {
		if (!existsSync(file)) throw error;
	} finally {
		unlinkSync(draft);
	}
}

/** Reads the keys, or makes them at the very first start; takes away what others may read of the file. */
export async function readOrMakeKeys(file: string): Promise<ServerKeys> {
	if (!existsSync(file)) writeOnce(file, JSON.stringify(await newKeys(), null, '\t'));
	if (statSync(file).mode & 0o077) {
		chmodSync(file, OWNER_ONLY);
	}
	const parsed = v.safeParse(KeysFile, JSON.parse(readFileSync(file, 'utf8')));
	if (!parsed.success) {
		throw new Error(
			`The file of keys ${file} is damaged. Without it sealed requests cannot be opened: restore it from where you keep its copy. Do not delete it.`
		);
	}
	const keys = parsed.output;
	const privateKey = createPrivateKey(keys.signingKey);
	return {
		routing: {
			identity: keys.routingIdentity,
			recipient: await identityToRecipient(keys.routingIdentity)
		},
		words: {
			identity: keys.wordsIdentity,
			recipient: await identityToRecipient(keys.wordsIdentity)
		},
		signing: { privateKey, publicKey: rawPublicKey(privateKey) },
		pepper: Buffer.from(keys.pepper, 'base64url'),
		sessionSecret: keys.sessionSecret,
		vapid: keys.vapid
	};
}
