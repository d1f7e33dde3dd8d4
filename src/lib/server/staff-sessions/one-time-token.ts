// Links that open once: the link carries the token, the database only its hash.
import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 256 bits, base64url: nobody can guess it, so a plain hash is enough to keep it. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

export const hashToken = (token: string): string =>
	createHash('sha256').update(token).digest('base64url');
